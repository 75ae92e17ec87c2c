import { expect, it } from 'vitest';
import { getNeighbours } from '../../../src/atlas/neighbours.ts';

it.each([
  ['PT', ['ES']],
  ['KR', ['KP']],
  ['LS', ['ZA']],
  ['CH', ['AT', 'DE', 'FR', 'IT', 'LI']],
  ['XX', []],
])('%s has the neighbours %j', (code, neighbours) => {
  expect(getNeighbours(code).toSorted()).toEqual(neighbours);
});

it('an island has the four nearest places, across the date line too', () => {
  expect(getNeighbours('NZ')).toHaveLength(4);
  expect(getNeighbours('TV').some((code) => ['WF', 'FJ', 'WS', 'TK', 'KI'].includes(code))).toBe(true);
  expect(getNeighbours('NZ')).not.toContain('NZ');
});
