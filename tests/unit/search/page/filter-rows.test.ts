import { describe, expect, it } from 'vitest';
import { selectFirstRows, toFilterRows } from '../../../../src/search/page/filter-rows.ts';

const toRow = (id: string, depth = 0) => ({ id, text: id, depth, count: 1 });
const toId = ({ id }: { readonly id: string }) => id;

describe('the values of a filter', () => {
  it('are in the order that the page knows, without those that have no story', () => {
    const known = ['europe', 'romania', 'asia'].map((id, depth) => ({ id, text: id.toUpperCase(), depth: depth % 2 }));
    const values = [
      { id: 'asia', label: '', count: 9 },
      { id: 'romania', label: '', count: 1 },
    ];
    expect(toFilterRows(values, known, String)).toEqual([
      { id: 'romania', text: 'ROMANIA', depth: 1, count: 1 },
      { id: 'asia', text: 'ASIA', depth: 0, count: 9 },
    ]);
  });

  it('are all that the page knows until they are counted', () => {
    const known = [{ id: 'europe', text: 'Europe', depth: 0 }];
    expect(toFilterRows(undefined, known, String)).toEqual([
      { id: 'europe', text: 'Europe', depth: 0, count: undefined },
    ]);
    expect(toFilterRows(undefined, undefined, String)).toEqual([]);
  });

  it('are ordered by their stories if it knows no order, then by their ids', () => {
    const values = [
      { id: 'b', label: '', count: 2 },
      { id: 'a', label: '', count: 2 },
      { id: 'c', label: '', count: 3 },
    ];
    const rows = toFilterRows(values, undefined, (id) => `name of ${id}`);
    expect(rows.map(({ text }) => text)).toEqual(['name of c', 'name of a', 'name of b']);
  });
});

describe('the rows that are shown at first', () => {
  it('are eight of a list, and what is chosen', () => {
    const rows = Array.from({ length: 12 }, (_, number) => toRow(`r${number}`));
    expect(selectFirstRows(rows, ['r10']).map(toId)).toEqual(['r0', 'r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7', 'r10']);
  });

  const tree = [
    toRow('africa'),
    toRow('west', 1),
    toRow('ghana', 2),
    toRow('europe'),
    toRow('east', 1),
    toRow('romania', 2),
    toRow('moldova', 2),
    toRow('gagauzia', 3),
    toRow('north', 1),
  ];

  it.each([
    ['the top of a tree', [], ['africa', 'europe']],
    ['what is above a chosen place', ['romania'], ['africa', 'europe', 'east', 'romania']],
    ['what is right below one', ['europe'], ['africa', 'europe', 'east', 'north']],
    ['both', ['east'], ['africa', 'europe', 'east', 'romania', 'moldova']],
    ['all of several', ['ghana', 'moldova'], ['africa', 'west', 'ghana', 'europe', 'east', 'moldova', 'gagauzia']],
  ])('are %s', (_what, chosen, ids) => {
    expect(selectFirstRows(tree, chosen).map(toId)).toEqual(ids);
  });
});
