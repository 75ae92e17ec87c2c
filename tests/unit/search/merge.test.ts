import { describe, expect, it } from 'vitest';
import { mergeCounts, mergeMatches } from '../../../src/search/merge.ts';

const newest = {
  matches: [
    { id: 'd', score: 1 },
    { id: 'c', score: 3 },
  ],
  counts: { region: { asia: 2 }, topic: { health: 1 } },
};
const oldest = {
  matches: [
    { id: 'b', score: 2 },
    { id: 'a', score: 3 },
  ],
  counts: { region: { asia: 1, europe: 1 } },
};

describe('mergeMatches', () => {
  it.each([
    ['relevance', 'cabd'],
    ['newest', 'dcba'],
  ] as const)('puts the parts of an archive into one list by %s', (order, ids) => {
    expect(
      mergeMatches([newest, oldest], order)
        .map(({ id }) => id)
        .join(''),
    ).toBe(ids);
  });

  it('puts the oldest part first when the oldest stories are asked for', () => {
    const ascending = [newest, oldest].map((part) => ({ ...part, matches: part.matches.toReversed() }));
    expect(
      mergeMatches(ascending, 'oldest')
        .map(({ id }) => id)
        .join(''),
    ).toBe('abcd');
  });

  it('gives nothing for no parts', () => {
    expect(mergeMatches([], 'relevance')).toEqual([]);
  });
});

describe('mergeCounts', () => {
  it('adds up the counts of all parts', () => {
    expect(mergeCounts([newest, oldest])).toMatchObject({
      region: { asia: 3, europe: 1 },
      topic: { health: 1 },
      tag: {},
    });
  });

  it('is not misled by values that every object has', () => {
    expect(mergeCounts([{ counts: { tag: { constructor: 1 } } }]).tag).toEqual({ constructor: 1 });
  });
});
