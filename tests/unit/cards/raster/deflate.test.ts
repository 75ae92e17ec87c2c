import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { deflateRows } from '../../../../src/cards/raster/deflate.ts';
import { findMatches } from '../../../../src/cards/raster/matches.ts';
import { createRandom } from '../../../support/random.ts';

const random = createRandom(17);
const makeBytes = (length: number, make: (at: number) => number) => Uint8Array.from({ length }, (_, at) => make(at));
const noise = makeBytes(70_000, () => Math.floor(random() * 256));
/** Fibonacci numbers, with which codes become as long as they can. */
const skewed = Array.from({ length: 24 }, (_, symbol) => Math.round(1.618 ** symbol / 2.236)).flatMap((count, symbol) =>
  Array.from({ length: count }, () => symbol),
);

const texts: Readonly<Record<string, Uint8Array>> = {
  nothing: new Uint8Array(),
  'one byte': Uint8Array.of(7),
  'three equal bytes': Uint8Array.of(7, 7, 7),
  'blank paper': new Uint8Array(400_000),
  noise,
  'every byte once': makeBytes(256, (at) => at),
  'repetitions from as far as there can be': Uint8Array.from([
    ...noise.subarray(0, 32_768),
    ...noise.subarray(0, 5000),
    ...noise.subarray(20_000, 32_000),
  ]),
  'repetitions from farther': Uint8Array.from([...noise.subarray(0, 32_769), ...noise.subarray(0, 1000)]),
  'few colours': makeBytes(90_000, (at) => (at % 601 < 300 ? 0 : Math.floor(random() * 3))),
  'codes that would be too long': Uint8Array.from(skewed.toSorted(() => random() - 0.5)),
};

describe('packing rows', () => {
  it.each(Object.entries(texts))('loses nothing of %s', (_name, text) => {
    expect(Buffer.compare(inflateSync(deflateRows(text, 601)), text)).toBe(0);
  });

  it('loses nothing of rows that are a view into others', () => {
    const view = noise.subarray(1001, 3000);
    expect(Buffer.compare(inflateSync(deflateRows(view, 9)), view)).toBe(0);
  });

  it('takes blank paper at 258 bytes a token, and noise at hardly more than its bytes', () => {
    expect(findMatches(new Uint8Array(601 * 630), 601).length).toBeLessThan(1 + (601 * 630) / 257);
    expect(deflateRows(noise, 601).length).toBeLessThan(noise.length * 1.01);
  });

  it('takes the row above before an earlier place', () => {
    const row = noise.subarray(0, 100);
    expect(findMatches(Uint8Array.from([...row, ...row, ...row]), 100).at(-1)).toBe(100 * 512 + 200);
  });
});
