import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runDesk } from '../support/run-desk.ts';
import { writeNewsroom } from '../support/write-newsroom.ts';

describe('desk new', () => {
  const options = ['--title', 'Rain again', '--topic', 'health', '--regions', 'RO', '--regions', 'US'];

  it('writes a draft that a check passes, says what is next, and writes over nothing', async () => {
    const contentDir = await writeNewsroom();
    const file = 'articles/2026/01/rain-again.md';
    const first = await runDesk(['new', ...options], contentDir);
    expect(first).toMatchObject({ exitCode: 0, stderr: '' });
    const shown = path.join(path.relative('', contentDir), file);
    expect(first.stdout).toContain(`Created ${shown}, a draft`);
    expect(first.stdout).toContain(`npx gazetteer check ${shown}`);
    expect(first.stdout).toContain('shows it at http://localhost:4321/2026/01/rain-again/\n');
    const text = await readFile(path.join(contentDir, file), 'utf8');
    expect(text).toBe(
      '---\ntitle: Rain again\nsummary: "To be written: what happened, where and when, in one or two sentences."\n' +
        'published: 2026-01-01T00:00+00:00\ntopic: health\nregions: [RO, US]\nauthors: [world-desk]\nstatus: draft\n' +
        '---\n\nTo be written.\n',
    );
    const check = await runDesk(['check', '--deny-warnings'], contentDir);
    expect(check).toMatchObject({ exitCode: 0, stdout: '2 stories checked: no problems.\n' });
    const second = await runDesk(['new', ...options, '--topic', 'health'], contentDir);
    expect([second.exitCode, second.stdout]).toEqual([1, '']);
    const third = await runDesk(['new', ...options], contentDir);
    expect(third.stderr).toBe(`--slug: ${file} already has this address. Choose another one.\nNothing was written.\n`);
    expect(await readFile(path.join(contentDir, file), 'utf8')).toBe(text);
  });

  it('does not write over a file that it could not read', async () => {
    const file = 'articles/2026/01/rain-again.md';
    const contentDir = await writeNewsroom({ [file]: 'Notes.' });
    const { exitCode, stderr } = await runDesk(['new', ...options], contentDir);
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('Choose another address: `--slug …`.')]);
    expect(await readFile(path.join(contentDir, file), 'utf8')).toBe('Notes.');
  });
});
