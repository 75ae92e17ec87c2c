import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { expect, it, onTestFinished } from 'vitest';
import { renderHostFiles } from '../../../src/hosts/newsroom-host.ts';

/** Makes a newsroom with the script, and an `npx` whose builds count up and are next due at an instant. */
function makeNewsroom(url: string) {
  const home = mkdtempSync(path.join(tmpdir(), "it's published "));
  onTestFinished(() => rmSync(home, { recursive: true }));
  const { files } = renderHostFiles('nginx', { url, moves: new Map() }, { root: path.join(home, 'www') });
  writeFileSync(path.join(home, 'publish.sh'), files.find((file) => file.path === 'publish.sh')?.text ?? '');
  const write = (due: string, isBroken = false) =>
    writeFileSync(
      path.join(home, 'npx'),
      `#!/bin/sh\n${isBroken ? 'exit 1' : ''}\nmkdir -p dist\necho build >> builds\ncp builds dist/index.html\nprintf %s '${due}' > "$4"\n`,
      { mode: 0o755 },
    );
  const env = { ...process.env, PATH: `${home}:${process.env['PATH']}` };
  const publish = (...args: readonly string[]) =>
    execFileSync('sh', [path.join(home, 'publish.sh'), ...args], { env, cwd: '/', stdio: 'pipe' });
  const count = (file: string) => readFileSync(path.join(home, file), 'utf8').trim().split('\n').length;
  return { home, write, publish, count };
}

const [past, future] = ['2001-01-01T00:00:00Z', '2999-01-01T00:00:00Z'];

it.each([
  ['https://news.example.org/', 'www'],
  ['https://example.org/news/', 'www/news'],
])('the script publishes %s by swapping a link', (url, folder) => {
  const { write, publish, count } = makeNewsroom(url);
  write(future);
  publish();
  expect(count(`${folder}/index.html`)).toBe(1);
  publish();
  expect(count(`${folder}/index.html`)).toBe(2);
});

it('with `due` it publishes only if a story is', () => {
  const { write, publish, count } = makeNewsroom('https://news.example.org/');
  write(past);
  publish('due');
  publish();
  expect(count('builds')).toBe(1);
  write(future);
  publish('due');
  publish('due');
  expect(count('www/index.html')).toBe(2);
});

it('after a build that fails, readers keep the old edition and the clock tries again', () => {
  const { home, write, publish, count } = makeNewsroom('https://news.example.org/');
  write(past);
  publish();
  write(past, true);
  expect(() => publish('due')).toThrow('Command failed');
  expect(count('www/index.html')).toBe(1);
  expect(readFileSync(path.join(home, 'due'), 'utf8')).toBe(past);
});

it('keeps three editions', () => {
  const { home, write, publish, count } = makeNewsroom('https://news.example.org/');
  write(future);
  for (let at = 0; at < 5; at += 1) publish();
  expect(readdirSync(path.join(home, 'www.editions'))).toHaveLength(3);
  expect(count('www/index.html')).toBe(5);
  expect(existsSync(path.join(home, 'www.new'))).toBe(false);
});
