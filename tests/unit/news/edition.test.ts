import { describe, expect, it } from 'vitest';
import { compareNewestFirst, type Article } from '../../../src/news/article.ts';
import type { Correction } from '../../../src/news/correction.ts';
import { buildEdition, getPosition, type Edition } from '../../../src/news/edition.ts';
import type { ListingKind } from '../../../src/news/listing.ts';
import { getCountries, getLineage, type Region } from '../../../src/news/region.ts';
import type { Newsroom } from '../../../src/news/newsroom.ts';
import { makeArticle, makeNewsroom, makeTimestamp, worldDesk, worldTopic } from '../../support/make-newsroom.ts';
import { permute } from '../../support/permute.ts';
import { createRandom } from '../../support/random.ts';

const nowMs = Date.parse('2024-12-01T12:00Z');

const build = (partial: Partial<Newsroom>, timeZone = 'UTC'): Edition =>
  buildEdition(makeNewsroom(partial), { nowMs, language: 'en', timeZone });

/** A story that was published on a day of November 2024, at noon. */
const onDay = (day: number, id: string, partial: Partial<Article> = {}) =>
  makeArticle({
    id: `2024/11/${id}`,
    published: makeTimestamp(`2024-11-${String(day).padStart(2, '0')}T12:00Z`),
    ...partial,
  });

const toIds = (articles: readonly Article[]) => articles.map(({ id }) => id.slice('2024/11/'.length));

/**
 * Shows the listings of a kind as `{ id: [stories] }`, with their order beside it, because objects compare without
 * order.
 */
function show(edition: Edition, kind: ListingKind) {
  const listings = [...edition.listings[kind].values()];
  return {
    order: [...edition.listings[kind].keys()],
    stories: Object.fromEntries(listings.map(({ id, articles }) => [id, toIds(articles)])),
  };
}

/** Everything that an edition holds as text, except the places of the world. */
function dump(edition: Edition): string {
  return JSON.stringify({ ...edition, gazetteer: undefined }, (_, value: unknown) =>
    value instanceof Map ? [...value.entries()] : value,
  );
}

const correct = (...days: string[]): Correction[] =>
  days.map((day) => ({ kind: 'correction', date: makeTimestamp(day), text: 'It was three.' }));

/** A list of stories, newest first, in which groups of three share an instant. */
const makeList = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    makeArticle({
      id: `2024/11/${String(index).padStart(6, '0')}`,
      published: { epochMs: Math.floor(index / 3) * 1000, isDateOnly: false },
    }),
  ).toSorted(compareNewestFirst);

describe('what an edition holds', () => {
  it('is nothing, with a date of 0, when the newsroom has no story', () => {
    const edition = build({ topics: [], authors: [] });
    expect(edition).toMatchObject({ articles: [], withdrawn: [], corrected: [], modifiedMs: 0 });
    for (const map of [edition.byId, edition.aliases, edition.years, ...Object.values(edition.listings)]) {
      expect(map.size).toBe(0);
    }
  });

  it('is public stories, newest first, stories of one instant by address', () => {
    const edition = build({ articles: [onDay(2, 'b'), onDay(3, 'c'), onDay(2, 'a'), onDay(1, 'd')] });
    expect(toIds(edition.articles)).toEqual(['c', 'a', 'b', 'd']);
  });

  it('is the same whatever the order in which stories are read', () => {
    const articles = [
      onDay(1, 'a', { tags: ['Arms control', 'nuclear'], regions: ['RO', 'BG'] }),
      onDay(1, 'b', { tags: ['arms control'], regions: ['JP'], aliases: ['/old/'] }),
      onDay(2, 'c', { tags: ['ARMS CONTROL'], regions: ['150'] }),
      onDay(2, 'd', { status: 'withdrawn' }),
    ];
    const expected = dump(build({ articles }));
    for (const order of permute(articles)) expect(dump(build({ articles: order }))).toBe(expected);
  });

  it('includes a story at the very instant of its publication and not a millisecond before', () => {
    const [now, tooEarly] = [nowMs, nowMs + 1].map((epochMs) => ({ published: { epochMs, isDateOnly: false } }));
    const edition = build({ articles: [onDay(1, 'too-early', tooEarly), onDay(1, 'now', now)] });
    expect(toIds(edition.articles)).toEqual(['now']);
  });

  it('holds nothing at all of drafts, embargoed and expired stories', () => {
    const secret: Partial<Article> = {
      title: 'Secret',
      summary: 'Secret',
      tags: ['secret'],
      regions: ['KP'],
      storylines: ['secret'],
      aliases: ['/secret/'],
      image: { src: 'secret.jpg', alt: 'Secret', credit: 'Secret', caption: 'Secret' },
      corrections: [{ kind: 'update', date: makeTimestamp('2024-11-30'), text: 'Secret' }],
    };
    const edition = build({
      articles: [
        onDay(1, 'secret-draft', { ...secret, status: 'draft' }),
        makeArticle({ ...secret, id: '2031/01/secret', published: makeTimestamp('2031-01-01') }),
        makeArticle({ ...secret, id: '2031/01/secret-2', published: makeTimestamp('2031-01-01'), status: 'withdrawn' }),
        onDay(2, 'secret-expired', { ...secret, expires: makeTimestamp('2024-11-20') }),
        onDay(3, 'open'),
      ],
    });
    expect(dump(edition)).not.toMatch(/secret|2031|north-korea/iu);
    expect(edition.byId.size).toBe(1);
    expect(edition.modifiedMs).toBe(Date.parse('2024-11-03T12:00Z'));
  });

  it('keeps a withdrawn story reachable and out of every listing', () => {
    const gone = onDay(2, 'gone', { status: 'withdrawn', tags: ['gone'], regions: ['JP'], aliases: ['/old/gone/'] });
    const edition = build({ articles: [gone, onDay(1, 'here')] });
    expect(edition.withdrawn).toEqual([gone]);
    expect(toIds(edition.articles)).toEqual(['here']);
    expect(edition.byId.get(gone.id)).toBe(gone);
    expect(edition.aliases.get('/old/gone/')).toBe(gone.id);
    for (const listings of Object.values(edition.listings)) {
      for (const { articles } of listings.values()) expect(articles).not.toContain(gone);
    }
    expect([...edition.listings.tag.keys(), ...edition.listings.region.keys()]).not.toContain('gone');
  });

  it('finds stories by id and by every old address', () => {
    const article = onDay(1, 'a', { aliases: ['/old/a/', '/older/a/'] });
    const edition = build({ articles: [article] });
    expect(edition.byId).toEqual(new Map([[article.id, article]]));
    expect(edition.aliases).toEqual(
      new Map([
        ['/old/a/', article.id],
        ['/older/a/', article.id],
      ]),
    );
  });

  it('keeps the newsroom’s own things by id, in its order', () => {
    const health = { ...worldTopic, id: 'health', title: 'Health' };
    const page = { id: 'about', file: 'pages/about.md', textHash: 'hash', title: 'About', summary: 'Who we are.' };
    const front = { lead: '2024/11/a', seconds: [] };
    const edition = build({ topics: [worldTopic, health], pages: [page], front });
    expect([...edition.topics]).toEqual([
      ['world', worldTopic],
      ['health', health],
    ]);
    expect([...edition.authors]).toEqual([['world-desk', worldDesk]]);
    expect([...edition.pages]).toEqual([['about', page]]);
    expect(edition.front).toBe(front);
  });

  it('is frozen', () => {
    const edition = build({ articles: [onDay(1, 'a')] });
    for (const part of [edition, edition.articles, edition.withdrawn, edition.corrected]) {
      expect(part).toSatisfy(Object.isFrozen);
    }
  });

  it('has frozen listings of frozen lists', () => {
    const listings = Object.values(build({ articles: [onDay(1, 'a', { tags: ['one'] })] }).listings);
    const all = listings.flatMap((map) => [...map.values()]);
    expect(new Set(all.map(({ kind }) => kind)).size).toBe(5);
    for (const listing of [...all, ...all.map(({ articles }) => articles)]) {
      expect(listing).toSatisfy(Object.isFrozen);
    }
  });

  it('has kinds of listings that nobody can replace', () => {
    expect(build({}).listings).toSatisfy(Object.isFrozen);
  });

  it('leaves the newsroom unchanged', () => {
    const articles = Object.freeze([onDay(1, 'a'), onDay(2, 'b')].map((article) => Object.freeze(article)));
    build({ articles });
    expect(toIds(articles)).toEqual(['a', 'b']);
  });
});

describe('the listings of an edition', () => {
  it('include topics, storylines and authors without stories, in the newsroom’s order', () => {
    const topics = ['world', 'health', 'arts'].map((id) => ({ ...worldTopic, id, title: id.toUpperCase() }));
    const authors = ['world-desk', 'a-bee'].map((id) => ({ ...worldDesk, id, name: id.toUpperCase() }));
    const storylines = ['cop29', 'avalanche'].map((id) => ({
      id,
      file: `storylines/${id}.md`,
      textHash: 'hash',
      title: id.toUpperCase(),
      summary: 'A continuing story.',
      milestones: [],
    }));
    const articles = [onDay(1, 'a', { topic: 'arts', storylines: ['avalanche'], authors: ['a-bee'] })];
    const edition = build({ topics, authors, storylines, articles });
    expect(show(edition, 'topic')).toEqual({
      order: ['world', 'health', 'arts'],
      stories: { world: [], health: [], arts: ['a'] },
    });
    expect(show(edition, 'author')).toEqual({
      order: ['world-desk', 'a-bee'],
      stories: { 'world-desk': [], 'a-bee': ['a'] },
    });
    expect(show(edition, 'storyline')).toEqual({
      order: ['cop29', 'avalanche'],
      stories: { cop29: [], avalanche: ['a'] },
    });
    const titles = (['topic', 'author', 'storyline'] as const).map((kind) => edition.listings[kind]);
    for (const listings of titles) for (const { id, title } of listings.values()) expect(title).toBe(id.toUpperCase());
  });

  it('say what kind they are', () => {
    const edition = build({ articles: [onDay(1, 'a', { tags: ['one'] })] });
    for (const [kind, listings] of Object.entries(edition.listings)) {
      for (const listing of listings.values()) expect(listing.kind).toBe(kind);
    }
    expect(edition.listings.tag.get('one')).toEqual({
      kind: 'tag',
      id: 'one',
      title: 'one',
      articles: edition.articles,
    });
  });

  it('file every story newest first', () => {
    const edition = build({ articles: [onDay(1, 'old'), onDay(3, 'new'), onDay(2, 'middle')] });
    expect(show(edition, 'topic').stories).toEqual({ world: ['new', 'middle', 'old'] });
  });

  it('put all spellings of a tag in one listing, named as in the newest story, and sort tags from A to Z', () => {
    const edition = build({
      articles: [
        onDay(1, 'a', { tags: ['zoo', 'ARMS CONTROL'] }),
        onDay(3, 'c', { tags: ['Arms control', 'arms-control', 'éclair'] }),
        onDay(2, 'b', { tags: ['arms control', 'Østlandet'] }),
      ],
    });
    expect(show(edition, 'tag')).toEqual({
      order: ['arms-control', 'eclair', 'zoo', 'østlandet'],
      stories: { 'arms-control': ['c', 'b', 'a'], eclair: ['c'], zoo: ['a'], østlandet: ['b'] },
    });
    expect(edition.listings.tag.get('arms-control')?.title).toBe('Arms control');
  });

  it('roll a story up to every region above its places, once each', () => {
    const edition = build({
      articles: [onDay(2, 'b', { regions: ['RO', 'BG', '151'] }), onDay(1, 'a', { regions: ['FR'] })],
      places: { names: {}, groups: { 'black-sea': { title: 'Black Sea', members: ['RO', 'BG'] } } },
    });
    expect(show(edition, 'region').stories).toEqual({
      romania: ['b'],
      bulgaria: ['b'],
      'eastern-europe': ['b'],
      france: ['a'],
      'western-europe': ['a'],
      europe: ['b', 'a'],
      world: ['b', 'a'],
      'black-sea': ['b'],
    });
    expect(edition.listings.region.get('black-sea')?.title).toBe('Black Sea');
    expect(edition.listings.region.get('eastern-europe')?.title).toBe('Eastern Europe');
  });

  it.each([
    ['UTC', { '2024/12': ['last'], '2024/11': ['edge', 'first'] }],
    ['Europe/Bucharest', { '2024/12': ['last', 'edge'], '2024/11': ['first'] }],
    ['Pacific/Pago_Pago', { '2024/11': ['last', 'edge'], '2024/10': ['first'] }],
  ])('file stories under the month of the site’s time zone, newest month first: %s', (timeZone, stories) => {
    const articles = [
      makeArticle({ id: '2024/11/first', published: makeTimestamp('2024-11-01T01:00Z') }),
      makeArticle({ id: '2024/11/edge', published: makeTimestamp('2024-11-30T23:30Z') }),
      makeArticle({ id: '2024/12/last', published: makeTimestamp('2024-12-01T01:00Z') }),
    ];
    expect(show(build({ articles }, timeZone), 'month')).toEqual({ order: Object.keys(stories), stories });
  });

  it('count as a count by hand does, at every level, for a thousand random stories', () => {
    const random = createRandom(49);
    const groups = {
      mixed: { title: 'Mixed', members: ['RO', '145', 'FJ', 'US'] },
      asean: { title: 'ASEAN', members: ['VN', 'LA', 'TH'] },
    };
    const { gazetteer } = build({ places: { names: {}, groups } });
    const codes = [...gazetteer.byCode.keys()];
    const pick = () => codes[Math.floor(random() * codes.length)] ?? '001';
    const articles = Array.from({ length: 1000 }, (_, index) => {
      const regions = [...new Set(Array.from({ length: 1 + Math.floor(random() * 5) }, pick))];
      return onDay(1 + (index % 28), `story-${index}`, { regions });
    });
    const edition = build({ articles, places: { names: {}, groups } });
    for (const place of edition.gazetteer.byCode.values()) {
      // Counted independently: a story counts if one of its places is this one, is in it, or is in a member of this
      // group. A group is in this place if all its countries are.
      const inside = new Set(getCountries(place));
      const isInside = (code: string) => {
        const other = edition.gazetteer.byCode.get(code);
        if (!other || other === place) return other === place;
        if (other.level !== 'group') {
          const isBelow = getLineage(other).includes(place);
          return (
            isBelow || (place.level === 'group' && place.children.some((member) => getLineage(other).includes(member)))
          );
        }
        const isWithin = (region: Region) => other.children.every((member) => getLineage(member).includes(region));
        return place.level === 'group' ? place.children.some(isWithin) : isWithin(place);
      };
      const expected = articles.filter(({ regions }) => regions.some(isInside)).length;
      expect(edition.listings.region.get(place.id)?.articles.length ?? 0, place.title).toBe(expected);
      expect(inside.size > 0 || place.level === 'world', place.title).toBe(true);
    }
  });

  it('list the months of each year, newest first', () => {
    const articles = ['2023-12-31', '2024-02-01', '2024-11-01', '2022-07-01', '2024-02-29'].map((day) =>
      makeArticle({ id: `${day.slice(0, 7).replace('-', '/')}/${day}`, published: makeTimestamp(day) }),
    );
    expect([...build({ articles }).years]).toEqual([
      ['2024', ['2024/11', '2024/02']],
      ['2023', ['2023/12']],
      ['2022', ['2022/07']],
    ]);
  });
});

describe('the corrections of an edition', () => {
  it('list public and withdrawn stories by their latest notice, wherever it is in the story', () => {
    const edition = build({
      articles: [
        onDay(5, 'never'),
        onDay(1, 'twice', { corrections: correct('2024-11-20', '2024-11-10') }),
        onDay(4, 'once', { corrections: correct('2024-11-15') }),
        onDay(2, 'same-day', { corrections: correct('2024-11-15') }),
        onDay(6, 'gone', { status: 'withdrawn', corrections: correct('2024-11-21') }),
      ],
    });
    expect(toIds(edition.corrected)).toEqual(['gone', 'twice', 'once', 'same-day']);
  });
});

describe('the date of an edition', () => {
  const updated = makeTimestamp('2024-11-20T08:00Z');

  it.each([
    ['the newest publication', [onDay(1, 'a'), onDay(3, 'b')], '2024-11-03T12:00Z'],
    ['an update of an older story', [onDay(1, 'a', { updated }), onDay(3, 'b')], '2024-11-20T08:00Z'],
    ['a withdrawn story too', [onDay(1, 'a', { updated, status: 'withdrawn' })], '2024-11-20T08:00Z'],
  ])('is that of %s', (_, articles, expected) => {
    expect(build({ articles }).modifiedMs).toBe(Date.parse(expected));
  });
});

describe('getPosition', () => {
  it.each([1, 2, 3, 7, 8, 100])('finds each of %i stories, three of which share an instant, at its place', (count) => {
    const articles = makeList(count);
    expect(articles.map((article) => getPosition(articles, article))).toEqual([...articles.keys()]);
  });

  it.each([1, 2, 3, 8])('returns where each of %i missing stories would be', (count) => {
    const articles = makeList(count);
    articles.forEach((article, index) => {
      expect(getPosition(articles.toSpliced(index, 1), article)).toBe(index);
    });
  });

  it('has a place for a story in an empty list, before and behind all others', () => {
    const articles = makeList(5);
    expect(getPosition([], makeArticle())).toBe(0);
    expect(getPosition(articles, makeArticle({ published: { epochMs: 9e9, isDateOnly: false } }))).toBe(0);
    expect(getPosition(articles, makeArticle({ published: { epochMs: -1, isDateOnly: false } }))).toBe(5);
  });

  it('looks at no more stories than the logarithm of the list', () => {
    const articles = makeList(4096);
    let looks = 0;
    const counted = new Proxy(articles, {
      get(target, key, receiver) {
        if (typeof key === 'string' && /^\d+$/u.test(key)) looks += 1;
        return Reflect.get(target, key, receiver);
      },
    });
    for (const [index, article] of articles.entries()) {
      looks = 0;
      expect(getPosition(counted, article)).toBe(index);
      expect(looks).toBeLessThanOrEqual(13);
    }
  });
});
