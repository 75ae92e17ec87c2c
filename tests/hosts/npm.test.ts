import { execFile, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getNpmEnvironment } from '../support/npm-environment.ts';

/** The parts of the program that `npm ci && npm start` needs. */
const parts = ['package.json', 'package-lock.json', '.npmrc', 'astro.config.mjs', 'tsconfig.json', 'public', 'src'];

const installed = path.resolve('tests/hosts/npms/node_modules');
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'npm versions-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Copies the program and puts one npm and one Node beside it, as a machine would have them. */
async function setUp(npm: string, node: string): Promise<{ cwd: string; env: NodeJS.ProcessEnv }> {
  const home = path.join(folder, `${npm} on ${node}`);
  const [cwd, bin] = [path.join(home, 'the program'), path.join(home, 'bin')];
  for (const part of parts) await cp(part, path.join(cwd, part), { recursive: true });
  await mkdir(bin);
  await symlink(path.join(installed, node, 'bin/node'), path.join(bin, 'node'));
  await symlink(path.join(installed, npm, 'bin/npm-cli.js'), path.join(bin, 'npm'));
  return {
    cwd,
    env: {
      ...getNpmEnvironment(),
      PATH: `${bin}:/usr/bin:/bin`,
      CONTENT_DIR: path.resolve('tests/fixtures/empty'),
      SOCIAL_CARDS: 'off',
      PORT: '0',
    },
  };
}

/** Runs `npm start` until it prints the site's address, and returns the status of its front page. */
async function start(cwd: string, env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn('npm', ['start'], { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  try {
    const url = await new Promise<string>((resolve, reject) => {
      let output = '';
      const listen = (data: Buffer) => {
        output += data.toString();
        const found = /http:\/\/localhost:\d+\//u.exec(output)?.[0];
        if (found !== undefined) resolve(found);
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
      child.once('exit', () => reject(new Error(output)));
    });
    return (await fetch(url)).status;
  } finally {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
  }
}

describe.concurrent('npm ci && npm start', () => {
  it.each([
    ['npm-10.8', 'node-20'],
    ['npm-10.9', 'node-22'],
    ['npm-11.3', 'node-24'],
    ['npm-11.6', 'node-24'],
    ['npm-newest', 'node-24'],
  ])('works with %s on %s, without a warning', { timeout: 600_000 }, async (npm, node) => {
    const { cwd, env } = await setUp(npm, node);
    const { stdout, stderr } = await promisify(execFile)('npm', ['ci', '--omit=dev', '--prefer-offline'], { cwd, env });
    // Settings of this machine's user are their own.
    expect(`${stdout}${stderr}`).not.toMatch(/warn (?!Unknown user config)/iu);
    expect(await start(cwd, env)).toBe(200);
  });
});
