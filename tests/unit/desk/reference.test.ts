import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { issueCodes } from '../../../src/core/issue-codes.ts';
import { buildReference, replaceCodes } from '../../../src/desk/reference.ts';

const readme = await readFile('README.md', 'utf8');
const reference = buildReference(readme);

describe('what is made of the program’s tables', () => {
  it.each([...reference.keys()])('%s is not stale (else: npm run desk reference)', async (file) => {
    expect(await readFile(file, 'utf8')).toBe(reference.get(file));
  });

  it('explains every code in the README, once', () => {
    for (const [code, { severity, about }] of Object.entries(issueCodes)) {
      const rows = readme.split('\n').filter((line) => line.startsWith(`| \`${code}\``));
      expect(rows).toEqual([expect.stringMatching(new RegExp(`\\| ${severity} +\\| `, 'u'))]);
      expect(rows[0]).toContain(`| ${about}`);
    }
  });

  it('notices a change', () => {
    const stale = readme.replace('| `dead-link`', '| `dead-lnik`');
    expect(stale).not.toBe(readme);
    expect(replaceCodes(stale)).toBe(readme);
    expect(() => replaceCodes('# A README')).toThrow('no place');
  });
});
