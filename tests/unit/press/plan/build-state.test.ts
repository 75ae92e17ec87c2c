import { statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { listSpoilt, measureFiles } from '../../../../src/press/plan/build-state.ts';
import { makeFolder } from '../../../support/make-folder.ts';

it('measures a site by what the state of its build says of each file', () => {
  const files = new Map([
    ['index.html', '1200 1795723200123.45'],
    ['2024/11/flood/index.html', '800 1795723200123.9'],
  ]);
  expect(measureFiles(files)).toMatchObject({ files: 2, entries: 5, bytes: 2000, largestFileBytes: 1200 });
});

describe('a file of the last build', () => {
  const builtMs = 1_795_723_200_123.456;

  it.each([
    ['as it was', 5, builtMs, false],
    ['restored with whole milliseconds', 5, 1_795_723_200_123, false],
    ['restored with milliseconds that were rounded up', 5, 1_795_723_200_124, false],
    ['restored with whole seconds', 5, 1_795_723_200_000, false],
    ['written a moment later', 5, builtMs + 2, true],
    ['restored from another build, a second later', 5, 1_795_723_202_000, true],
    ['of another size', 6, builtMs, true],
    ['of another size, with whole seconds', 6, 1_795_723_200_000, true],
  ])('%s', (_what, sizeBytes, timeMs, isSpoilt) => {
    const outDir = makeFolder();
    const file = path.join(outDir, 'index.html');
    const write = (bytes: number, ms: number) => {
      writeFileSync(file, 'x'.repeat(bytes));
      utimesSync(file, ms / 1000, ms / 1000);
    };
    write(5, builtMs);
    const files = new Map([['index.html', `5 ${statSync(file).mtimeMs}`]]);
    write(sizeBytes, timeMs);
    expect(listSpoilt({ outDir, files }).has('index.html')).toBe(isSpoilt);
  });

  it('gone', () => {
    const files = new Map([['index.html', `5 ${builtMs}`]]);
    expect(listSpoilt({ outDir: makeFolder(), files })).toEqual(new Set(['index.html']));
  });
});
