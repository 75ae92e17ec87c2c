import { describe, expect, it } from 'vitest';
import {
  countFilters,
  idleState,
  isIdle,
  parseSearchState,
  searchFacets,
  searchOrders,
  toggleFacet,
  toOrder,
  toQueryString,
  type SearchState,
} from '../../../../src/search/engine/state.ts';

describe('the names in the address of a search', () => {
  it('never change', () => {
    expect(searchFacets).toEqual(['region', 'topic', 'kind', 'storyline', 'tag', 'author']);
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
    ['?q=100%', { q: '100%' }],
    ['?q=first&q=second', { q: 'first' }],
    ['?region=africa&topic=health', { facets: { region: ['africa'], topic: ['health'] } }],
    ['?region=africa&region=asia&region=africa', { facets: { region: ['africa', 'asia'] } }],
    ['?storyline=cop29&author=world-desk', { facets: { storyline: ['cop29'], author: ['world-desk'] } }],
    ['?region=&topic=%20', {}],
    ['?from=2024-11&to=2024-12', { from: '2024-11', to: '2024-12' }],
    ['?from=2024-11-13', { from: '2024-11' }],
    ['?from=2024-13&to=lately', {}],
    ['?sort=newest', { order: 'newest' }],
    ['?sort=oldest', { order: 'oldest' }],
    ['?sort=relevance', {}],
    ['?sort=toString', {}],
    ['?page=2&utm_source=x&Region=africa', {}],
    ['?__proto__=x&constructor=y', {}],
  ])('reads %j', (query, expected) => {
    expect(parseSearchState(query)).toStrictEqual({ ...idleState, ...expected });
  });
});

describe('toQueryString', () => {
  it.each<[Partial<SearchState>, string]>([
    [{}, ''],
    [{ q: 'malaria' }, '?q=malaria'],
    [{ q: 'a&b=# ?' }, '?q=a%26b%3D%23+%3F'],
    [{ facets: { tag: ['x'], region: ['asia', 'africa'] } }, '?region=africa&region=asia&tag=x'],
    [{ q: 'x', from: '2024-10', to: '2024-11', order: 'newest' }, '?q=x&from=2024-10&to=2024-11&sort=newest'],
  ])('writes %j', (state, query) => {
    expect(toQueryString({ ...idleState, ...state })).toBe(query);
  });

  it.each<Partial<SearchState>>([
    {},
    { q: '50% & more = "all"? #1 +2 <script>' },
    { q: 'هدنة 日本 🙂', facets: { tag: ['größe'], region: ['cote-divoire', 'mali'] } },
    { facets: { kind: ['report'], author: ['a'] }, from: '2023-01', to: '2024-02', order: 'oldest' },
  ])('is read back as it was: %j', (partial) => {
    const state = { ...idleState, ...partial };
    expect(parseSearchState(toQueryString(state))).toStrictEqual(state);
  });
});

describe('what a search asks for', () => {
  it.each<[Partial<SearchState>, boolean, number]>([
    [{}, true, 0],
    [{ order: 'oldest' }, true, 0],
    [{ q: 'x' }, false, 0],
    [{ facets: { topic: ['health', 'science'] } }, false, 2],
    [{ from: '2024-01', to: '2024-02' }, false, 1],
  ])('is told of %j', (state, idle, filters) => {
    expect(isIdle({ ...idleState, ...state })).toBe(idle);
    expect(countFilters({ ...idleState, ...state })).toBe(filters);
  });

  it('comes newest first when there are no words to match', () => {
    expect(toOrder({ q: '', order: 'relevance' })).toBe('newest');
    expect(toOrder({ q: 'x', order: 'relevance' })).toBe('relevance');
    expect(toOrder({ q: '', order: 'oldest' })).toBe('oldest');
  });

  it('gains and loses a value', () => {
    const one = toggleFacet(idleState, 'region', 'africa');
    const two = toggleFacet(one, 'region', 'asia');
    expect(two.facets).toEqual({ region: ['africa', 'asia'] });
    expect(toggleFacet(two, 'region', 'africa').facets).toEqual({ region: ['asia'] });
    expect(toggleFacet(one, 'region', 'africa')).toStrictEqual(idleState);
  });
});
