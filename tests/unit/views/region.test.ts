import { describe, expect, it } from 'vitest';
import type { Newsroom } from '../../../src/news/newsroom.ts';
import { buildEmptyRegion, buildRegion, getEmptyRegions } from '../../../src/views/region.ts';
import { getPlace } from '../../../src/views/place.ts';
import { buildWorldMap } from '../../../src/views/world-map.ts';
import { makeContext } from '../../support/make-context.ts';
import { makeArticle } from '../../support/make-newsroom.ts';

const places = { names: {}, groups: { balkans: { title: 'The Balkans', members: ['RO', 'BG'] } } };
const articles = [makeArticle({ regions: ['RO'] }), makeArticle({ id: '2024/11/second', regions: ['RO', 'HU'] })];

function build(id: string, partial: Partial<Newsroom> = { articles, places }, page?: number) {
  const context = makeContext(partial);
  const listing = context.edition.listings.region.get(id);
  if (!listing) throw new Error(`No listing ${id}.`);
  return buildRegion(context, listing, page);
}

const toTexts = (links: readonly { readonly text: string; readonly count?: string | undefined }[]) =>
  links.map(({ text, count }) => (count === undefined ? text : `${text} ${count}`));

describe('a place', () => {
  it('has its neighbours, with a count where there are stories, its groups, and the way down to it', () => {
    const view = build('romania');
    expect(toTexts(view.neighbours).toSorted()).toEqual(['Bulgaria', 'Hungary 1', 'Moldova', 'Serbia', 'Ukraine']);
    expect(toTexts(view.memberOf)).toEqual(['The Balkans 2']);
    expect(toTexts(view.breadcrumb)).toEqual(['Regions', 'Europe', 'Eastern Europe']);
    expect(view.searchWithin.href).toBe('/news/search/?region=romania');
    expect(view.children).toEqual([]);
  });

  it('that is a region has its parts, those without stories apart, and the regions beside it', () => {
    const view = build('eastern-europe');
    expect(toTexts(view.children)).toEqual(['Hungary 1', 'Romania 2']);
    expect(toTexts(view.emptyChildren)).toContain('Poland');
    expect(toTexts(view.neighbours)).toEqual(expect.arrayContaining(['Northern Europe', 'Southern Europe']));
    expect(view.childrenTitle).not.toBe(build('balkans').childrenTitle);
    expect(toTexts(build('balkans').emptyChildren)).toEqual(['Bulgaria']);
  });

  it('that is the world has no way down to it, and nothing beside it', () => {
    expect(build('world')).toMatchObject({ neighbours: [], breadcrumb: [{ text: 'Regions' }] });
  });

  it('shows nothing around it on back pages, whose bytes would change with every story', () => {
    const many = Array.from({ length: 70 }, (_, index) => makeArticle({ id: `2024/11/s${index}` }));
    expect(build('romania', { articles: many, places }, 1)).toMatchObject({
      neighbours: [],
      memberOf: [],
      children: [],
    });
  });
});

describe('a place without stories', () => {
  const context = makeContext({ articles, places });

  it('leads to the nearest place around it that has some, and is not for search engines', () => {
    const view = buildEmptyRegion(context, getPlace(context, 'poland'));
    expect(view.head.isIndexed).toBe(false);
    expect(view.around?.link.text).toBe('Eastern Europe');
    expect(view.around?.teasers).toHaveLength(2);
    expect(view.map.pieces).toHaveLength(1);
  });

  it('leads nowhere in an empty edition', () => {
    const empty = makeContext();
    expect(buildEmptyRegion(empty, getPlace(empty, 'poland')).around).toBeUndefined();
  });

  it('is every place with an address that no story is about', () => {
    const ids = new Set(getEmptyRegions(context).map(({ id }) => id));
    expect([ids.has('poland'), ids.has('romania'), ids.has('eastern-europe'), ids.has('asia')]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it('throws if there is no such place', () => {
    expect(() => getPlace(context, 'atlantis')).toThrow('There is no place atlantis.');
  });
});

describe('the map of the world by stories', () => {
  const context = makeContext();
  const map = (counts: Readonly<Record<string, number>>) =>
    buildWorldMap(context, new Map(Object.entries(counts).map(([id, count]) => [getPlace(context, id), count])));

  it('has up to five shades, each the same step of a growing scale', () => {
    const { countries, legend } = map({ romania: 1, france: 5, russia: 200, poland: 40 });
    expect(Object.fromEntries(countries.map(({ text, shade }) => [text, shade]))).toEqual({
      Romania: 1,
      France: 2,
      Poland: 4,
      Russia: 5,
    });
    expect(legend.map(({ shade, text }) => `${shade} ${text}`)).toEqual([
      '1 1–3',
      '2 4–8',
      '3 9–24',
      '4 25–69',
      '5 70–200',
    ]);
  });

  it('has as few shades as there are numbers, and none without stories', () => {
    expect(map({ romania: 1 }).legend).toEqual([{ shade: 1, text: '1' }]);
    expect(map({})).toMatchObject({ countries: [], legend: [] });
  });

  it('has large countries first, so that small ones are on top', () => {
    expect(map({ monaco: 1, russia: 1 }).countries.map(({ text }) => text)).toEqual(['Russia', 'Monaco']);
  });
});
