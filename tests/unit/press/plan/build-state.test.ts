import { expect, it } from 'vitest';
import { measureFiles } from '../../../../src/press/plan/build-state.ts';

it('measures a site by what the state of its build says of each file', () => {
  const files = new Map([
    ['index.html', '1200 1795723200123.45'],
    ['2024/11/flood/index.html', '800 1795723200123.9'],
  ]);
  expect(measureFiles(files)).toMatchObject({ files: 2, entries: 5, bytes: 2000, largestFileBytes: 1200 });
});
