import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { listFiles } from '../../src/disk/list-files.ts';
import { programDir } from '../../src/disk/program-dir.ts';
import { writeWithFolders } from '../../src/disk/write-with-folders.ts';

const modulesDir = path.join(programDir, 'node_modules');

/**
 * Bundles npm packages of nothing but JavaScript into a folder: a module for each, modules of what they share, and the
 * licences of all that is in them.
 *
 * @param folder absolute path
 */
export async function bundlePackages(names: readonly string[], folder: string): Promise<void> {
  const bundle = await rolldown({
    cwd: programDir,
    platform: 'node',
    input: Object.fromEntries(names.map((name) => [name, toEntry(name)])),
    plugins: [{ name: 'entries', resolveId: resolveEntry, load: loadEntry }],
    checks: { eval: false },
  });
  const { output } = await bundle.generate({ minify: true, chunkFileNames: 'shared/[name].js' });
  await bundle.close();
  const modules = output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
  for (const file of output) if (file.type === 'chunk') writeWithFolders(path.join(folder, file.fileName), file.code);
  writeWithFolders(path.join(folder, 'LICENSES.txt'), await readLicences(modules));
}

const entryEnd = '?entry';

function toEntry(name: string): string {
  return name + entryEnd;
}

function resolveEntry(id: string): string | undefined {
  return id.endsWith(entryEnd) ? id : undefined;
}

/** Names everything that a package exports, since the names of a package in CommonJS are not in its source. */
async function loadEntry(id: string): Promise<string | undefined> {
  if (!id.endsWith(entryEnd)) return undefined;
  const name = id.slice(0, -entryEnd.length);
  const names = Object.keys((await import(name)) as object).filter((key) => key !== 'module.exports');
  return `export { ${names.join(', ')} } from '${name}';`;
}

/** Reads the licences of the packages that modules are from. */
async function readLicences(modules: readonly string[]): Promise<string> {
  const folders = modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(id)?.[0] ?? []);
  const texts = [...new Set(folders)].sort().map(async (folder) => {
    const { version, license } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
    const file = listFiles(folder).find((name) => /^licen[cs]e(?:[.-][^/]*)?$/iu.test(name));
    const text = file === undefined ? '' : `\n${await readFile(path.join(folder, file), 'utf8')}`;
    return `${path.relative(modulesDir, folder)} ${version}, ${license}\n${text.trimEnd()}\n`;
  });
  return (await Promise.all(texts)).join(`\n${'-'.repeat(80)}\n\n`);
}
