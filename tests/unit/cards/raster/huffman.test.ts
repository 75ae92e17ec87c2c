import { describe, expect, it } from 'vitest';
import { buildCodes } from '../../../../src/cards/raster/huffman.ts';

/** Returns how much of all possible codes is taken: 1 if none is missing and none is the beginning of another. */
const measureUse = (lengths: Uint8Array) => lengths.reduce((sum, length) => sum + (length > 0 ? 2 ** -length : 0), 0);

describe('codes', () => {
  it('are shorter for what is more frequent', () => {
    expect([...buildCodes([8, 0, 4, 2, 1, 1], 15).lengths]).toEqual([1, 0, 2, 3, 4, 4]);
  });

  it('have their first bit lowest, numbered by length and symbol', () => {
    expect([...buildCodes([8, 0, 4, 2, 1, 1], 15).bits]).toEqual([0, 0, 0b01, 0b011, 0b0111, 0b1111]);
  });

  it('take one bit for a symbol that is alone', () => {
    expect([...buildCodes([0, 3, 0], 15).lengths]).toEqual([0, 1, 0]);
  });

  it('are never longer than allowed, and leave none unused', () => {
    const counts = Array.from({ length: 30 }, (_, symbol) => 2 ** symbol);
    for (const longest of [7, 15]) {
      const { lengths } = buildCodes(counts, longest);
      expect(Math.max(...lengths)).toBe(longest);
      expect(measureUse(lengths)).toBe(1);
    }
  });
});
