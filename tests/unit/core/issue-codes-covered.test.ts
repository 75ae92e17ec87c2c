import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { issueCodes } from '../../../src/core/issue-codes.ts';

const folder = path.resolve(import.meta.dirname, '..');

const tests = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts') && path.join(folder, file) !== import.meta.filename)
  .map((file) => readFileSync(path.join(folder, file), 'utf8'))
  .join('\n');

it.each(Object.keys(issueCodes))('a test exercises %s', (code) => {
  expect(tests.includes(`'${code}'`)).toBe(true);
});

it('a code that no test names is noticed', () => {
  expect(tests.includes("'no-such-code'")).toBe(false);
});
