import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { programDir } from '../disk/program-dir.ts';

const modulesDir = path.dirname(programDir);
const isPackage = path.basename(modulesDir) === 'node_modules';

/** Paths in the folder that npm has installed the program in, and in a newsroom. */
const place = 'node_modules/gazetteer';
const lockFile = 'package-lock.json';
const installedFile = 'node_modules/.package-lock.json';

/**
 * Finds how npm can install the program that runs: from the tarball that it was installed from, from its folder if that
 * is not an installed package, or by its version.
 */
export function findProgramSource(): string {
  if (!isPackage) return `file:${programDir}`;
  const resolved = readLock(installedFile)?.packages[place]?.resolved ?? '';
  if (resolved.startsWith('file:')) return path.resolve(modulesDir, '..', resolved.slice('file:'.length));
  const { version }: { version: string } = readJson(path.join(programDir, 'package.json'));
  return `^${version}`;
}

/** The package that `npm create gazetteer` installs beside the program. */
const creator = 'create-gazetteer';

/**
 * Copies the installed program and its packages into a newsroom: `npx` has installed just these a moment ago, and npm
 * would take as long again. Its lock files come along, so that `npm ci` and `npm install` know what is there.
 *
 * @param folder absolute path of the newsroom, with its `package.json`
 * @returns false, having written nothing, if npm has not installed the program, has installed others beside it, or
 *   has installed packages into the newsroom before
 */
export function copyInstalledProgram(folder: string): boolean {
  const [lock, installed] = [readLock(lockFile), readLock(installedFile)];
  if (!isPackage || !lock || !installed) return false;
  const beside = Object.keys(lock.packages['']?.dependencies ?? {}).filter((name) => `node_modules/${name}` !== place);
  const taken = [lockFile, 'node_modules'].filter((file) => existsSync(path.join(folder, file)));
  if (beside.some((name) => name !== creator) || taken.length > 0) return false;
  cpSync(modulesDir, path.join(folder, 'node_modules'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (file) => isNeeded(path.relative(modulesDir, file).replaceAll(path.sep, '/')),
  });
  const manifest: Manifest = readJson(path.join(folder, 'package.json'));
  const { name, dependencies } = manifest;
  writeLock(path.join(folder, lockFile), lock, manifest, { '': { name, dependencies } });
  // Last, since npm trusts it only if it is newer than the packages.
  writeLock(path.join(folder, installedFile), installed, manifest);
  return true;
}

/** Leaves out the headers beside the pinned Node, a third of its package, which serve only compilers of add-ons. */
function isNeeded(file: string): boolean {
  return !/^(?:\.cache|\.package-lock\.json|(?:\.bin\/)?create-gazetteer|node-[\w-]+\/include)(?:$|\.)/u.test(file);
}

/** A lock file of npm, as far as it is looked at. */
interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      { readonly name?: string; readonly resolved?: string; readonly dependencies?: Readonly<Record<string, string>> }
    >
  >;
}

/** The manifest of a newsroom, as far as it is looked at. */
interface Manifest {
  readonly name: string;
  readonly dependencies: { readonly gazetteer: string };
}

/** Writes a lock file of npm as that of a newsroom. */
function writeLock(file: string, lock: Lock, { name, dependencies }: Manifest, root: Lock['packages'] = {}): void {
  const { '': _root, [`node_modules/${creator}`]: _creator, ...packages } = lock.packages;
  const source = dependencies.gazetteer;
  const resolved = source.startsWith('file:') ? { resolved: source } : {};
  const own = { ...root, ...packages, [place]: { ...packages[place], ...resolved } };
  writeFileSync(file, `${JSON.stringify({ name, lockfileVersion: 3, requires: true, packages: own }, undefined, 2)}\n`);
}

/** Reads a lock file in the folder where npm has installed the program. Undefined if there is none. */
function readLock(file: string): Lock | undefined {
  const at = path.join(modulesDir, '..', file);
  return existsSync(at) ? readJson(at) : undefined;
}

function readJson<Value>(file: string): Value {
  return JSON.parse(readFileSync(file, 'utf8'));
}
