import { describe, expect, it } from 'vitest';
import {
  countValues,
  createPageFilter,
  parseFilterValue,
  toFilterValue,
  type FacetValue,
} from '../../../../src/search/engine/facets.ts';
import { idleState } from '../../../../src/search/engine/state.ts';

const filters = new Map([
  [
    'region',
    new Map([
      ['africa', [0, 1]],
      ['asia', [1, 2]],
    ]),
  ],
  ['topic', new Map([['health', [0, 2]]])],
] as const);
const index = { months: ['2024-12', '2024-11', '2024-09', '2024-08'] };

const pass = (state: Partial<typeof idleState>, except?: 'region' | 'topic') => {
  const filter = createPageFilter(index, filters, { ...idleState, ...state }, except);
  return index.months.map((_, page) => page).filter((page) => filter.has(page));
};

describe('createPageFilter', () => {
  it('takes any value of one facet and all facets together', () => {
    expect(pass({})).toEqual([0, 1, 2, 3]);
    expect(pass({ facets: { region: ['africa'] } })).toEqual([0, 1]);
    expect(pass({ facets: { region: ['africa', 'asia'] } })).toEqual([0, 1, 2]);
    expect(pass({ facets: { region: ['africa', 'asia'], topic: ['health'] } })).toEqual([0, 2]);
    expect(pass({ facets: { region: ['nowhere'] } })).toEqual([]);
  });

  it('leaves out the facet whose values are counted', () => {
    expect(pass({ facets: { region: ['asia'], topic: ['health'] } }, 'region')).toEqual([0, 2]);
  });

  it('takes whole months, both ends included', () => {
    expect(pass({ from: '2024-09', to: '2024-11' })).toEqual([1, 2]);
    expect(pass({ from: '2024-12' })).toEqual([0]);
    expect(pass({ to: '2024-08' })).toEqual([3]);
    expect(pass({ from: '2024-11', to: '2024-09' })).toEqual([]);
  });
});

describe('countValues', () => {
  it('adds up over indexes, and is not misled by values that every object has', () => {
    const table = new Map<string, FacetValue>();
    countValues(new Map([['constructor=The constructor', [0, 1]]]), () => true, table);
    countValues(new Map([['constructor=The constructor', [0, 1]]]), (page) => page === 0, table);
    expect([...table.values()]).toEqual([{ id: 'constructor', label: 'The constructor', count: 3 }]);
  });
});

describe('a value with its name', () => {
  it('is parsed as it was written', () => {
    expect(parseFilterValue(toFilterValue('a-b', 'A = B'))).toEqual({ id: 'a-b', label: 'A = B' });
    expect(parseFilterValue('africa')).toEqual({ id: 'africa', label: '' });
  });
});
