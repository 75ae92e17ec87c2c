import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openEntityBook } from '../../../../src/search/entities/entity-book.ts';
import { renderEntities, type Entity } from '../../../../src/search/entities/entity.ts';
import { toIndexWords } from '../../../../src/search/format/words.ts';
import { placeWords } from '../../../../src/search/entities/place-words.ts';

const make = (facet: Entity['facet'], id: string, title: string, more: Partial<Entity> = {}): Entity => ({
  facet,
  id,
  title,
  stories: 3,
  codes: [],
  names: [],
  ...more,
});

const place = (id: string, title: string, codes: readonly string[], names: readonly string[] = []) =>
  make('region', id, title, { codes, names: [...(placeWords.get(codes[0] ?? '') ?? []), ...names] });

const entities: readonly Entity[] = [
  place('central-asia', 'Central Asia', ['143']),
  place('latin-america', 'Latin America', ['419']),
  make('region', 'middle-east', 'Middle East'),
  place('asia', 'Asia', ['142']),
  place('kazakhstan', 'Kazakhstan', ['KZ', 'KAZ'], ['カザフスタン']),
  place('russia', 'Russia', ['RU', 'RUS'], ['ロシア', 'روسيا']),
  place('north-korea', 'North Korea', ['KP', 'PRK'], ['北朝鮮']),
  place('south-korea', 'South Korea', ['KR', 'KOR']),
  place('mozambique', 'Mozambique', ['MZ', 'MOZ']),
  place('romania', 'Romania', ['RO', 'ROU']),
  place('myanmar', 'Myanmar', ['MM', 'MMR'], ['burma']),
  place('eswatini', 'Eswatini', ['SZ', 'SWZ'], ['swaziland']),
  place('dr-congo', 'DR Congo', ['CD', 'COD'], ['zaire']),
  place('switzerland', 'Switzerland', ['CH', 'CHE']),
  place('united-kingdom', 'United Kingdom', ['GB', 'GBR']),
  place('france', 'France', ['FR', 'FRA']),
  place('netherlands', 'Netherlands', ['NL', 'NLD'], ['holland']),
  place('ukraine', 'Ukraine', ['UA', 'UKR']),
  place('united-states', 'United States', ['US', 'USA']),
  place('united-arab-emirates', 'United Arab Emirates', ['AE', 'ARE']),
  place('turkey', 'Türkiye', ['TR', 'TUR']),
  place('guinea', 'Guinea', ['GN', 'GIN']),
  place('cote-d-ivoire', 'Côte d’Ivoire', ['CI', 'CIV']),
  make('storyline', 'cop29', 'COP29 in Baku'),
  make('storyline', 'dprk-russia', 'Russia and North Korea'),
  make('topic', 'climate', 'Climate & environment', { stories: 9 }),
  make('kind', 'analysis', 'Analysis'),
  make('author', 'climate-desk', 'Climate desk'),
  make('tag', 'sanctions', 'sanctions'),
  make('tag', 'who', 'WHO'),
  make('tag', 'russia', 'Russia'),
  make('tag', 'arms-control', 'arms control'),
];

const book = openEntityBook(renderEntities({ entities, otherNames: ['Guinea-Bissau'] }));
const toIds = (found: readonly Entity[]) => found.map(({ facet, id }) => `${facet} ${id}`);

describe('what a query names', () => {
  it.each<[string, readonly string[]]>([
    ['central asia', ['region central-asia']],
    ['russia north korea', ['region russia', 'region north-korea', 'storyline dprk-russia']],
    ['cop29', ['storyline cop29']],
    ['burma', ['region myanmar']],
    ['Swaziland', ['region eswatini']],
    ['zaire', ['region dr-congo']],
    ['DRC', ['region dr-congo']],
    ['kazakh', ['region kazakhstan']],
    ['kazakhs', ['region kazakhstan']],
    ['swiss', ['region switzerland']],
    ['british', ['region united-kingdom']],
    ['french', ['region france']],
    ['dutch', ['region netherlands']],
    ['Holland', ['region netherlands']],
    ['kiev', ['region ukraine']],
    ['Kyiv', ['region ukraine']],
    ['usa', ['region united-states']],
    ['US', ['region united-states']],
    ['american', ['region united-states']],
    ['UAE', ['region united-arab-emirates']],
    ['turkey', ['region turkey']],
    ['Türkiye', ['region turkey']],
    ['turkiye', ['region turkey']],
    ['cote d’ivoire', ['region cote-d-ivoire']],
    ['KZ', ['region kazakhstan']],
    ['kz', []],
    ['CAN IT BE IN RU', []],
    ['guinea', ['region guinea']],
    ['guinea bissau', []],
    ['korea', ['region north-korea', 'region south-korea', 'storyline dprk-russia']],
    ['kaz', ['region kazakhstan']],
    ['climate', ['topic climate', 'author climate-desk']],
    ['climate desk', ['author climate-desk']],
    ['analysis', ['kind analysis']],
    ['sanctions', ['tag sanctions']],
    ['arms control in the us', ['region united-states', 'tag arms-control']],
    ['who won the vote in france?', ['region france']],
    ['france -russia', ['region france']],
    ['“north korea”', ['region north-korea', 'storyline dprk-russia']],
    ['ロシアと北朝鮮の関係', ['region russia', 'region north-korea']],
    ['روسيا', ['region russia']],
    ['', []],
    ['the', []],
  ])('%s: %j', (typed, expected) => {
    expect(toIds(book.find(typed))).toEqual(expected);
  });

  it('is a place by its name in any widely read language', async () => {
    const typed = ['mozambik', 'rumänien', 'Rumänien', 'Romanya', 'Швейцария', '瑞士', 'guinea-bissau'];
    const found = await Promise.all(typed.map((query) => book.findAbroad(query)));
    expect(found.map(toIds)).toEqual([
      ['region mozambique'],
      ['region romania'],
      ['region romania'],
      ['region romania'],
      ['region switzerland'],
      ['region switzerland'],
      [],
    ]);
  });

  it('is what is nearest, if there is no answer', async () => {
    expect(toIds(await book.findNearest('kazahstan'))).toEqual(['region kazakhstan']);
    expect(toIds(await book.findNearest('vote in mozambiqe'))).toEqual(['region mozambique']);
    expect(toIds(await book.findNearest('zzzzqqqq'))).toEqual([]);
    expect(toIds(await book.findNearest('thailand'))).toEqual([]);
    expect(toIds(await book.findNearest('chat'))).toEqual([]);
  });

  it('never is an entity that the edition does not have, whatever is typed', async () => {
    const words = [...placeWords.values()].flat().concat('north', 'guinea', 'Russia', 'ロシア', 'cop29', '-', '"');
    const kept = fc.subarray([...entities]);
    const query = fc.array(fc.oneof(fc.constantFrom(...words), fc.string()), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(kept, query, async (edition, typed) => {
        const own = openEntityBook(renderEntities({ entities: edition, otherNames: [] }));
        const text = typed.join(' ');
        const found = [...own.find(text), ...(await own.findNearest(text))];
        expect(found.length).toBeLessThanOrEqual(6);
        for (const entity of found) expect(edition).toContainEqual(entity);
        const ids = edition.map(({ id }) => id);
        for (const places of own.findPlaces(text).values()) expect(ids).toEqual(expect.arrayContaining([...places]));
      }),
      { numRuns: 200 },
    );
  });
});

const findAbroad = async (typed: string, ...unknown: string[]) => [...(await book.findPlacesAbroad(typed, unknown))];

describe('the words of a query that stand for places', () => {
  it('are those of names in other languages if one of them is in no story, and of the titles here', async () => {
    expect(await findAbroad('wahlen in rumänien', 'rumanien')).toEqual([
      ['rumanien', ['romania']],
      ['romania', ['romania']],
    ]);
    expect(await findAbroad('corea del norte', 'corea', 'norte')).toEqual([
      ['corea', ['north-korea']],
      ['del', ['north-korea']],
      ['norte', ['north-korea']],
      ['north', ['north-korea']],
      ['korea', ['north-korea']],
    ]);
    expect(await findAbroad('wahlen in rumänien', 'wahlen')).toEqual([]);
    expect(await findAbroad('guinea-bissau', 'bissau')).toEqual([]);
  });

  it('are those of a region, of which another place has one word here', async () => {
    const places = [
      ['america', ['latin-america']],
      ['latina', ['latin-america']],
      ['latin', ['latin-america']],
    ];
    expect([...(await book.findPlacesAbroad('américa latina', [], ['latina']))]).toEqual(places);
    expect([...(await book.findPlacesAbroad('latina américa', [], ['latina']))]).toEqual([]);
    expect([...(await book.findPlacesAbroad('france latina américa', [], []))]).toEqual([]);
    expect([...(await book.findPlacesAbroad('corea del norte', [], ['corea', 'norte']))]).toEqual([]);
  });

  it('are those of a group', async () => {
    const group = [['middle', 'east'], ['middle-east']] as const;
    for (const typed of ['Nahost', 'Proche-Orient', 'Ближний Восток']) {
      const found = await book.findPlacesAbroad(typed, toIndexWords(typed));
      expect(group[0].map((word) => found.get(word))).toEqual([group[1], group[1]]);
    }
  });

  it('are all words of their names', () => {
    expect([...book.findPlaces('war between russia and north korea')]).toEqual([
      ['russia', ['russia']],
      ['north', ['north-korea']],
      ['korea', ['north-korea']],
    ]);
    expect([...book.findPlaces('american sanctions')]).toEqual([['american', ['united-states']]]);
    expect([...book.findPlaces('climate desk')]).toEqual([]);
  });
});

describe('the table of words for places', () => {
  it('names each place once, with words of its own', () => {
    const all = [...placeWords.values()];
    expect(placeWords.size).toBeGreaterThan(190);
    expect(all.every((words) => words.length > 0 && words.every((word) => word === word.trim() && word !== ''))).toBe(
      true,
    );
    expect(all.filter((words) => new Set(words).size < words.length)).toEqual([]);
  });
});
