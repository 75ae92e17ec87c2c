import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { issueCodes } from '../../../src/core/issue-codes.ts';
import { commands } from '../../../src/desk/commands.ts';
import { buildReference, readReferenceReadmes } from '../../../src/desk/reference.ts';

const readmes = await readReferenceReadmes();
const reference = buildReference(readmes, commands);
const desk = readmes.get('src/desk/README.md') ?? '';
const content = readmes.get('content/README.md') ?? '';

describe('the files generated from the program’s tables', () => {
  it.each([...reference.keys()])('%s is not stale (else: npx gazetteer reference)', async (file) => {
    expect(await readFile(file, 'utf8')).toBe(reference.get(file));
  });

  it('explains every code, once', () => {
    for (const [code, { severity, about }] of Object.entries(issueCodes)) {
      const rows = desk.split('\n').filter((line) => line.startsWith(`| \`${code}\``));
      expect(rows).toEqual([expect.stringMatching(new RegExp(`\\| ${severity} +\\| `, 'u'))]);
      expect(rows[0]).toContain(`| ${about}`);
    }
  });

  it('explains every command once, with its options', () => {
    for (const [name, { summary }] of Object.entries(commands))
      expect(
        desk.split('\n').filter((line) => line.startsWith(`| \`${name}`) && line.includes(`| ${summary} `)),
      ).toHaveLength(1);
    expect(desk).toMatch(/^\| `build` .*`--due FILE`/mu);
  });

  it('explains every key, those within others too', () => {
    for (const key of ['title', 'dateline.at', 'corrections.kind', '<id>.mediaTopic', 'groups.<id>.members', 'lead'])
      expect(content).toMatch(new RegExp(`^\\| \`${key}\` +\\| \\S.*\\| \\S`, 'mu'));
    expect(content).toContain('| `kind` ');
    expect(content).toContain('`timeline`; by default `report`');
    expect(content).toMatch(/^\| `title` +\| text of at most 300 characters, required/mu);
  });

  it('notices a change', () => {
    const stale = desk.replace('| `dead-link`', '| `dead-lnik`');
    expect(stale).not.toBe(desk);
    expect(
      buildReference(new Map([...readmes, ['src/desk/README.md', stale]]), commands).get('src/desk/README.md'),
    ).toBe(desk);
    expect(() => buildReference(new Map(), commands)).toThrow('one part `keys`');
  });
});
