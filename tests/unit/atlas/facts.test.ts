import { expect, it, vi } from 'vitest';
import { addFacts, createFact, getFacts } from '../../../src/atlas/facts.ts';

it('finds a fact once, and not at all if an earlier build has', () => {
  const find = vi.fn<(key: string) => { key: string; size: number }>((key) => ({ key, size: key.length }));
  const getSize = createFact('size', find);
  expect([getSize('FR'), getSize('FR')]).toEqual([
    { key: 'FR', size: 2 },
    { key: 'FR', size: 2 },
  ]);
  expect(find).toHaveBeenCalledTimes(1);
  expect(getFacts().get('size FR')).toBe('{"key":"FR","size":2}');

  addFacts([['size RO', '{"key":"RO","size":3}']]);
  expect(getSize('RO')).toEqual({ key: 'RO', size: 3 });
  expect(find).toHaveBeenCalledTimes(1);
});
