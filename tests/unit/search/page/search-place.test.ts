import { expect, it } from 'vitest';
import { parsePlace } from '../../../../src/search/page/search-place.ts';

const place = { shown: 20, top: 1200, at: 14, isWhole: true, hasOpenFilters: true, whole: ['tag'] } as const;

it('is read as it was kept', () => {
  expect(parsePlace(structuredClone(place))).toEqual(place);
});

it.each([undefined, null, 3, 'text', {}, []])('is none when the history keeps %j', (kept) => {
  expect(parsePlace(kept)).toBeUndefined();
});

it('knows no filters but those of the page', () => {
  expect(parsePlace({ ...place, whole: ['tag', 'colour'] })?.whole).toEqual(['tag']);
  expect(parsePlace({ ...place, whole: 'tag', isWhole: 'yes' })).toEqual({ ...place, whole: [], isWhole: false });
});
