import { inflateSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packRows } from '../../../../src/cards/raster/deflate.ts';
import { buildPrefixCode } from '../../../../src/cards/raster/huffman.ts';

const unpack = (packed: Uint8Array) => new Uint8Array(inflateSync(packed));

/** Rows like those of a picture: runs of few values, many of them as in the row above. */
const pictures = fc
  .tuple(
    fc.integer({ min: 1, max: 90 }),
    fc.array(fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 700 })), { maxLength: 90 }),
  )
  .map(([rowBytes, runs]) => {
    const rows = runs.flatMap(([value, length]): number[] => Array.from({ length }, () => value));
    return {
      rowBytes,
      rows: Uint8Array.from(rows, (value, at) => (at % 7 === 3 ? (rows[at - rowBytes] ?? 0) : value)),
    };
  });

describe('packing rows', () => {
  it('gives a stream that zlib unpacks to the same bytes, its checksum included', () => {
    fc.assert(
      fc.property(pictures, ({ rows, rowBytes }) => {
        expect(unpack(packRows(rows, rowBytes))).toEqual(rows);
      }),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(unpack(packRows(bytes, 20))).toEqual(bytes);
      }),
      { numRuns: 300 },
    );
  });

  it('packs more bytes than a distance can span, with codes of very different lengths', () => {
    const noise = Uint8Array.from({ length: 200_000 }, (_, at) => Math.imul(at, 2_654_435_761) >>> (8 + (at % 17)));
    expect(unpack(packRows(noise, 601))).toEqual(noise);
    const repeated = Uint8Array.from({ length: 200_000 }, (_, at) => noise[at % 32_768] ?? 0);
    expect(unpack(packRows(repeated, 601))).toEqual(repeated);
    expect(packRows(repeated, 601).length).toBeLessThan(packRows(noise, 601).length / 3);
  });

  it('takes a few bytes for rows that repeat', () => {
    const rows = Uint8Array.from({ length: 601 * 630 }, (_, at) => ((at % 601) * 7) & 255);
    expect(packRows(rows, 601).length).toBeLessThan(5000);
  });
});

/** The share of all codes that are taken: 1 if none is left over. */
const getShare = (lengths: Uint8Array) => lengths.reduce((sum, length) => sum + (length > 0 ? 2 ** -length : 0), 0);

describe('a prefix code', () => {
  it('is short for what is frequent, and none is left over', () => {
    const { lengths, bits } = buildPrefixCode(Uint32Array.of(8, 0, 1, 1, 4, 2), 15);
    expect([...lengths]).toEqual([1, 0, 4, 4, 2, 3]);
    expect([...bits]).toEqual([0b0, 0, 0b0111, 0b1111, 0b01, 0b011]);
    expect(getShare(lengths)).toBe(1);
  });

  it('is not longer than the format allows', () => {
    // Fibonacci's numbers make the deepest tree.
    const counts = [1, 1];
    while (counts.length < 30) counts.push((counts.at(-1) ?? 0) + (counts.at(-2) ?? 0));
    const { lengths } = buildPrefixCode(Uint32Array.from(counts), 15);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(15);
    expect(getShare(lengths)).toBe(1);
  });

  it('has one bit for a single symbol', () => {
    expect([...buildPrefixCode(Uint32Array.of(0, 3), 15).lengths]).toEqual([0, 1]);
  });
});
