import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, expect, it } from 'vitest';

const home = mkdtempSync(path.join(tmpdir(), 'terminal-'));
afterAll(() => rmSync(home, { recursive: true }));

/** Runs `init` on a pseudo terminal, and types one answer after each question. Returns all that the terminal shows. */
function init(folder: string, answers: readonly string[], options = ''): Promise<string> {
  const command = `'${process.execPath}' '${path.resolve('src/desk/main.ts')}' init ${folder} --no-install ${options}`;
  const child = spawn('script', ['-qec', command, '/dev/null'], {
    cwd: home,
    env: { ...process.env, TZ: 'Europe/Rome' },
  });
  let [output, seen, typed] = ['', 0, 0];
  child.stdout.on('data', (data: Buffer) => {
    output += data.toString();
    const question = /(?:\]|paper|none|yet): $/u.exec(stripVTControlCharacters(output.slice(seen)));
    if (!question) return;
    seen = output.length;
    child.stdin.write(answers[typed++] ?? '\r');
  });
  return new Promise((resolve) => child.once('exit', () => resolve(output)));
}

it('takes what is usual for an empty answer, and asks again after a wrong one', { timeout: 60_000 }, async () => {
  const shown = await init('valley-post', ['\r', 'Near\r', 'de\r', 'es\r']);
  expect(shown).toContain('Name of the paper [Valley post]: ');
  expect(shown).toContain('the interface is not translated to `de`');
  const site = readFileSync(path.join(home, 'valley-post/content/site.yaml'), 'utf8');
  for (const line of ['name: Valley post', 'motto: Near', 'language: es', 'timeZone: Europe/Rome'])
    expect(site).toContain(line);
});

it('asks for what a wrong option should have said', { timeout: 60_000 }, async () => {
  const shown = await init('other', [], '--host moon');
  expect(shown).toContain('`moon` is not one of');
  expect(existsSync(path.join(home, 'other/package.json'))).toBe(true);
});

it('writes nothing after Ctrl+C', { timeout: 60_000 }, async () => {
  const shown = await init('stopped', ['\r', '\u0003']);
  expect(shown).toContain('Stopped.\r\nNothing was written.');
  expect(existsSync(path.join(home, 'stopped'))).toBe(false);
});
