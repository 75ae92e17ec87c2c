import { describe, expect, it } from 'vitest';
import { BuildRefusal, explainFailure, hasCode } from '../../../src/core/failure.ts';

const toError = (message: string, more: object) => Object.assign(new Error(message), more);

describe('a failure that people can cure is said in words', () => {
  it.each([
    ['ENOSPC', 'The disk is full. Free some space, then try again.'],
    ['EROFS', 'The disk is read-only.'],
    ['EACCES', 'This user is not allowed to read or write there. Check the permissions of the file or folder.'],
    ['EFBIG', 'A file would be larger than this machine allows (`ulimit -f`).'],
    ['ERR_MODULE_NOT_FOUND', 'A package is missing. Run `npm ci`, including optional packages.'],
  ])('%s', (code, cure) => {
    expect(explainFailure(toError(`${code}: what the system says`, { code }))).toBe(
      `${code}: what the system says\n${cure}`,
    );
  });

  it('also when Node cannot make the folders above one', () => {
    const error = toError("ENOENT: no such file or directory, mkdir '/ro/dist'", { code: 'ENOENT', syscall: 'mkdir' });
    expect(explainFailure(error)).toBe(`${error.message}\nThe disk is read-only.`);
    expect(explainFailure(toError('ENOENT: open', { code: 'ENOENT', syscall: 'open' }))).toBeUndefined();
  });

  it('also when it is wrapped, and when SQLite or a program in Rust says it', () => {
    const full = toError('ENOSPC: no space left on device, write', { code: 'ENOSPC' });
    const expected = 'ENOSPC: no space left on device, write\nThe disk is full. Free some space, then try again.';
    expect(explainFailure(new Error('Astro failed', { cause: new AggregateError([full]) }))).toBe(expected);
    const sqlite = toError('database or disk is full', { code: 'ERR_SQLITE_ERROR', errcode: 13 });
    expect(explainFailure(sqlite)).toBe('database or disk is full\nThe disk is full. Free some space, then try again.');
    const rust = new Error('Build failed\n  No space left on device (os error 28)\n  at frame');
    expect(explainFailure(rust)).toContain('No space left on device (os error 28)\nThe disk is full.');
  });

  it('and a refusal by its own words; a mistake of the program is not explained away', () => {
    expect(explainFailure(new BuildRefusal('Not now.'))).toBe('Not now.');
    expect(explainFailure(new TypeError('x is not a function'))).toBeUndefined();
    expect(explainFailure('a text')).toBeUndefined();
  });
});

describe('the code of an error', () => {
  it.each([
    [toError('gone', { code: 'ENOENT' }), true],
    [toError('full', { code: 'ENOSPC' }), false],
    [new Error('ENOENT'), false],
    [{ code: 'ENOENT' }, false],
    [undefined, false],
  ])('of %o is one of those asked for: %s', (error, expected) => {
    expect(hasCode(error, 'ENOTDIR', 'ENOENT')).toBe(expected);
  });
});
