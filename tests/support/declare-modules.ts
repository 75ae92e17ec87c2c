import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { listFiles } from '../../src/disk/list-files.ts';
import { programDir } from '../../src/disk/program-dir.ts';
import { writeWithFolders } from '../../src/disk/write-with-folders.ts';

/** The rooms whose modules parts of a newsroom may import. */
const rooms = ['components', 'core', 'views'];

/** Packages of types that the declarations name, bundled as the program's packages are. */
const typePackages = ['hast', 'unist'];

/** Where the package leads what parts import from `gazetteer/`. */
export const openModules = {
  './package.json': './package.json',
  './components/*.astro': './src/components/*.astro',
  ...Object.fromEntries(
    rooms.map((room) => [`./${room}/*.ts`, { types: `./src/${room}/*.d.ts`, default: `./src/${room}/*.js` }]),
  ),
};

/**
 * Writes the declarations of all modules that parts may import, and of what these name, so that editors know what a
 * part is handed.
 *
 * @param folder absolute path of the package
 */
export function writeDeclarations(folder: string): void {
  const root = path.join(programDir, 'src');
  const modules = rooms.flatMap((room) => listFiles(path.join(root, room)).map((file) => path.join(root, room, file)));
  const config = ts.getParsedCommandLineOfConfigFile(
    path.join(programDir, 'tsconfig.json'),
    { noEmit: false, declaration: true, emitDeclarationOnly: true, rootDir: root, outDir: path.join(folder, 'src') },
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined },
  );
  const program = ts.createProgram(
    modules.filter((file) => file.endsWith('.ts')),
    config?.options ?? {},
  );
  program.emit(undefined, (file, text) => writeWithFolders(file, toPackaged(text, '#vendor/')), undefined, true);
  for (const name of typePackages) {
    const types = readFileSync(path.join(programDir, 'node_modules/@types', name, 'index.d.ts'), 'utf8');
    writeWithFolders(path.join(folder, 'vendor', `${name}.d.ts`), toPackaged(types, './'));
  }
  const licence = path.join(programDir, 'node_modules/@types/hast/LICENSE');
  cpSync(licence, path.join(folder, 'vendor/LICENSE-types.txt'));
}

/** Names modules as they are in the package. */
function toPackaged(text: string, vendor: string): string {
  return text
    .replace(/(['"])(\.[^'"]*)\.ts\1/gu, '$1$2.js$1')
    .replace(new RegExp(`(?<=from )(['"])(${typePackages.join('|')})\\1`, 'gu'), `$1${vendor}$2.js$1`);
}
