import { expect, it } from 'vitest';
import { findNew } from '../../../src/reader/new-chapters.ts';

const times = ['2024-12-04', '2024-11-13T17:00:00Z', '2024-10-28'];

it('calls nothing new on a first visit, and remembers the newest', () => {
  expect(findNew(times, undefined)).toEqual({ isNew: [false, false, false], seen: '2024-12-04' });
});

it('marks as new what is later than the newest chapter of the last visit', () => {
  expect(findNew(times, '2024-11-01')).toEqual({ isNew: [true, true, false], seen: '2024-12-04' });
  expect(findNew(times, '2024-12-04').isNew).toEqual([false, false, false]);
});

it('never forgets a later visit to another page of the same storyline', () => {
  expect(findNew(['2024-10-28'], '2024-12-04')).toEqual({ isNew: [false], seen: '2024-12-04' });
});

it('starts again when the stored value is not a time', () => {
  expect(findNew(times, 'garbage')).toEqual({ isNew: [false, false, false], seen: '2024-12-04' });
  expect(findNew([], undefined)).toEqual({ isNew: [], seen: undefined });
});
