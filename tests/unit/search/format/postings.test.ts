import { array, assert, boolean, nat, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BitReader, BitWriter, toRiceWidth } from '../../../../src/search/format/bits.ts';
import { parsePostings, renderPostings } from '../../../../src/search/format/postings.ts';
import { encodePostings } from '../../../../src/search/indexing/encode-postings.ts';
import { toFieldPlace, toShift, toTextPlace } from '../../../../src/search/pagefind/places.ts';

/** Pagefind's weights of plain text and of words in a heading. */
const [plain, heading] = [24, 168];

describe('bits', () => {
  it('are read as they were written', () => {
    assert(
      property(array(record({ value: nat(100_000), k: nat(15), isRice: boolean() })), (numbers) => {
        const writer = new BitWriter();
        for (const { value, k, isRice } of numbers)
          if (isRice) writer.writeRice(value, k);
          else writer.writeBits(value, 17);
        const reader = new BitReader(writer.toBytes(), 0);
        for (const { value, k, isRice } of numbers)
          expect(isRice ? reader.readRice(k) : reader.readBits(17)).toBe(value);
      }),
      { numRuns: 50 },
    );
  });

  it('begin anew without what was written before', () => {
    const writer = new BitWriter();
    writer.writeBits(0b1111111, 7);
    writer.clear();
    writer.writeBits(1, 3);
    expect([...writer.toBytes()]).toEqual([0b00100000]);
  });

  it('end where a damaged file ends', () => {
    expect(new BitReader(new Uint8Array([255]), 0).readRice(0)).toBe(8);
  });

  it('are few for small numbers', () => {
    expect(toRiceWidth(0, 10)).toBe(0);
    expect(toRiceWidth(100, 10)).toBe(3);
  });
});

describe('a file of postings', () => {
  const places = Float64Array.of(
    toTextPlace(2, 7) + toShift(plain, 0),
    toTextPlace(2, 3) + toShift(heading, 0),
    toTextPlace(2, 7) + toShift(heading, 0),
    toFieldPlace(2, 0, 1),
    toFieldPlace(2, 4, 0),
    toFieldPlace(2, 4, 1),
    toTextPlace(300, 70_000) + toShift(plain, 0),
    toFieldPlace(301, 1, 0),
  );
  const words = [
    { text: 'pré', ...encodePostings(places) },
    { text: 'présent', ...encodePostings(places.slice(6, 7)) },
  ];

  it('has what ranking needs, places of headings in their order', () => {
    const file = parsePostings(renderPostings(words));
    expect(file.words).toEqual(['pré', 'présent']);
    expect(file.stories).toEqual([3, 1]);
    const plainStory = { page: 300, mentions: 1, positions: [70_000], headings: 0, fields: {} };
    expect(file.getPostings(0)).toEqual([
      { page: 2, mentions: 2, positions: [3, 7], headings: 2, fields: { 0: 1, 4: 2 } },
      plainStory,
      { page: 301, mentions: 0, positions: [], headings: 0, fields: { 1: 1 } },
    ]);
    expect(file.getPostings(1)).toEqual([plainStory]);
  });

  it('leaves out the places of a very common word, but counts them', () => {
    const common = Float64Array.from(
      { length: 4000 },
      (_, at) => toTextPlace(at >> 2, 7 * (at % 4)) + toShift(plain, 0),
    );
    const { postings, stories } = encodePostings(common);
    expect(postings.length).toBeLessThan(1000);
    const [first] = parsePostings(renderPostings([{ text: 'said', stories, postings }])).getPostings(0);
    expect(first).toMatchObject({ mentions: 4, positions: [] });
  });

  it('is refused when it is another file', () => {
    expect(() => parsePostings(new TextEncoder().encode('<!doctype html>'))).toThrow('not a file of postings');
  });
});
