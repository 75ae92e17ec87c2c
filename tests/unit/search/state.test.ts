import { describe, expect, it } from 'vitest';
import {
  isIdle,
  parseSearchState,
  searchFacets,
  searchOrders,
  toQueryString,
  toSort,
  type SearchState,
} from '../../../src/search/state.ts';

const idle: SearchState = { q: '', facets: {}, order: 'relevance' };

describe('the names in the address of a search', () => {
  it('never change', () => {
    expect(searchFacets).toEqual(['region', 'topic', 'tag', 'kind', 'month']);
    expect(searchOrders).toEqual(['relevance', 'newest', 'oldest']);
  });
});

describe('parseSearchState', () => {
  it.each<[string, Partial<SearchState>]>([
    ['', {}],
    ['?', {}],
    ['?q=malaria', { q: 'malaria' }],
    ['q=malaria', { q: 'malaria' }],
    ['?q=%20%20two+words%20', { q: 'two words' }],
    ['?q=%20', {}],
    ['?q=a%26b%3D%23', { q: 'a&b=#' }],
    ['?q=هدنة', { q: 'هدنة' }],
    ['?q=%D9%87%D8%AF%D9%86%D8%A9', { q: 'هدنة' }],
    ['?q=100%', { q: '100%' }],
    ['?q=first&q=second', { q: 'first' }],
    ['?region=africa&topic=health', { facets: { region: 'africa', topic: 'health' } }],
    ['?tag=one&kind=report&month=2024%2F11', { facets: { tag: 'one', kind: 'report', month: '2024/11' } }],
    ['?region=&topic=%20', {}],
    ['?region=africa&region=asia', { facets: { region: 'africa' } }],
    ['?sort=newest', { order: 'newest' }],
    ['?sort=oldest', { order: 'oldest' }],
    ['?sort=relevance', {}],
    ['?sort=OLDEST', {}],
    ['?sort=toString', {}],
    ['?page=2&utm_source=x&Region=africa', {}],
    ['?__proto__=x&constructor=y', {}],
  ])('reads %j', (query, expected) => {
    expect(parseSearchState(query)).toStrictEqual({ ...idle, ...expected });
  });
});

describe('toQueryString', () => {
  it.each<[Partial<SearchState>, string]>([
    [{}, ''],
    [{ q: 'malaria' }, '?q=malaria'],
    [{ q: 'a&b=# ?' }, '?q=a%26b%3D%23+%3F'],
    [{ facets: { month: '2024/11', region: 'africa' } }, '?region=africa&month=2024%2F11'],
    [{ q: 'x', facets: { topic: 'health' }, order: 'newest' }, '?q=x&topic=health&sort=newest'],
    [{ order: 'oldest' }, '?sort=oldest'],
  ])('writes %j', (state, query) => {
    expect(toQueryString({ ...idle, ...state })).toBe(query);
  });

  it('gives one search one address, in whatever order its facets were chosen', () => {
    const one = toQueryString({ ...idle, facets: { kind: 'report', tag: 'a', topic: 'b', region: 'c', month: 'd' } });
    const other = toQueryString({ ...idle, facets: { month: 'd', region: 'c', topic: 'b', tag: 'a', kind: 'report' } });
    expect(one).toBe('?region=c&topic=b&tag=a&kind=report&month=d');
    expect(other).toBe(one);
  });

  it.each<Partial<SearchState>>([
    {},
    { q: '50% & more = "all"? #1 +2 <script>' },
    { q: 'هدنة 日本 🙂', facets: { tag: 'größe', region: 'cote-divoire' } },
    { facets: { region: 'a', topic: 'b', tag: 'c', kind: 'd', month: '2024/11' }, order: 'oldest' },
  ])('is read back as it was: %j', (partial) => {
    const state = { ...idle, ...partial };
    expect(parseSearchState(toQueryString(state))).toStrictEqual(state);
  });
});

describe('isIdle', () => {
  it.each<[Partial<SearchState>, boolean]>([
    [{}, true],
    [{ order: 'oldest' }, true],
    [{ q: 'x' }, false],
    [{ facets: { topic: 'health' } }, false],
  ])('says of %j %s', (state, expected) => {
    expect(isIdle({ ...idle, ...state })).toBe(expected);
  });
});

describe('toSort', () => {
  it.each<[Partial<SearchState>, 'asc' | 'desc' | undefined]>([
    [{ q: 'x' }, undefined],
    [{ q: 'x', order: 'newest' }, 'desc'],
    [{ q: 'x', order: 'oldest' }, 'asc'],
    [{ facets: { topic: 'health' } }, 'desc'],
    [{ facets: { topic: 'health' }, order: 'newest' }, 'desc'],
    [{ facets: { topic: 'health' }, order: 'oldest' }, 'asc'],
  ])('sorts %j by date %s', (state, date) => {
    expect(toSort({ ...idle, ...state })).toEqual(date && { date });
  });
});
