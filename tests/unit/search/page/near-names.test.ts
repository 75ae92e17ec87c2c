import { expect, it } from 'vitest';
import { findNearNames } from '../../../../src/search/page/near-names.ts';

const toValue = (text: string) => ({ id: text.toLowerCase().replaceAll(' ', '-'), text, depth: 0 });
const values = {
  region: ['Kazakhstan', 'Kyrgyzstan', 'Côte d’Ivoire', 'Mali', 'Malta', 'New Zealand'].map(toValue),
  topic: ['Health', 'Politics'].map(toValue),
};
const find = (typed: string) => findNearNames(typed, values).map(({ facet, id }) => `${facet} ${id}`);

it.each([
  ['kazahstan flood', ['region kazakhstan']],
  ['cote', ['region côte-d’ivoire']],
  ['healht', ['topic health']],
  ['mal', ['region mali', 'region malta']],
  ['zeeland', ['region new-zealand']],
  ['xy', []],
  ['', []],
  ['x'.repeat(300), []],
])('finds places and topics that are named like %j', (typed, names) => {
  expect(find(typed)).toEqual(names);
});

it('offers five at most', () => {
  const many = { region: Array.from({ length: 9 }, (_, number) => toValue(`Island ${number}`)) };
  expect(findNearNames('island', many)).toHaveLength(5);
});
