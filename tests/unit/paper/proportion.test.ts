import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Article } from '../../../src/news/article.ts';
import { collectChanged, type ChangedStories } from '../../../src/news/changed.ts';
import { isFiledAlike, replaceAll, replaceStories } from '../../../src/news/edited.ts';
import { buildEdition } from '../../../src/news/edition.ts';
import type { Newsroom } from '../../../src/news/newsroom.ts';
import { describeCommon } from '../../../src/paper/kinds/inputs.ts';
import { collectIndexParts } from '../../../src/paper/search-records.ts';
import { createContext } from '../../../src/paper/site-context.ts';
import {
  collectPagePrints,
  listPages,
  pageKinds,
  planEdited,
  toPagePrints,
  type PagePrints,
} from '../../../src/paper/table.ts';
import type { Context } from '../../../src/views/context.ts';
import type { IndexPart } from '../../../src/search/indexing/build-index.ts';
import { makeArticle, makeNewsroom, makeStoryline, makeTimestamp } from '../../support/make-newsroom.ts';
import { site } from '../../support/make-site.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const startMs = Date.parse('2024-11-20T12:00Z');

/** A newsroom at an instant. */
interface Moment {
  readonly newsroom: Newsroom;
  readonly nowMs: number;
}

const pick = <Thing>(things: readonly Thing[], number: number): Thing => {
  const thing = things[number % things.length];
  if (thing === undefined) throw new Error('There is nothing to choose from.');
  return thing;
};

const places = ['RO', 'FR', 'BR', '150', 'friends', 'moon', '001'] as const;
const tags = ['Ports', 'ports', 'Trade', 'Rain', 'China'] as const;

function makeStory(which: number, how: number): Article {
  const published = startMs - (which % 900) * dayMs + (how % 5 === 0 ? 3 * dayMs : 0);
  return makeArticle({
    id: `${new Date(published).toISOString().slice(0, 7).replace('-', '/')}/story-${which}`,
    title: `Story ${which}, told ${how}`,
    published: { epochMs: published, isDateOnly: false },
    topic: pick(['world', 'climate'], how),
    regions: [pick(places, how), pick(places, which)],
    tags: [pick(tags, how), pick(tags, which + 1)],
    storylines: how % 3 === 0 ? [pick(['cop29', 'floods'], which)] : [],
    authors: [pick(['world-desk', 'ana'], which)],
    kind: pick(['report', 'opinion'], how),
  });
}

/** Changes one story, chosen by a number. */
function change(newsroom: Newsroom, which: number, part: Partial<Article>): Newsroom {
  const chosen = pick(newsroom.articles, which);
  return {
    ...newsroom,
    articles: newsroom.articles.map((article) => (article === chosen ? { ...article, ...part } : article)),
  };
}

function changeFirst<Thing>(things: readonly Thing[], which: number, part: Partial<Thing>): readonly Thing[] {
  return things.map((thing, index) => (index === which % things.length ? { ...thing, ...part } : thing));
}

/** Everything that an editor, or time, may do to a newsroom. */
const edits = {
  add: ({ newsroom }, which, how) => {
    const added = makeStory(which, how);
    const others = newsroom.articles.filter(({ id }) => id !== added.id);
    return { newsroom: { ...newsroom, articles: [...others, added] } };
  },
  delete: ({ newsroom }, which) => {
    const gone = pick(newsroom.articles, which);
    return { newsroom: { ...newsroom, articles: newsroom.articles.filter((article) => article !== gone) } };
  },
  'edit the text': ({ newsroom }, which, how) => ({
    newsroom: change(newsroom, which, { textHash: `hash ${how}`, wordCount: how }),
  }),
  'edit the title': ({ newsroom }, which, how) => ({ newsroom: change(newsroom, which, { title: `Title ${how}` }) }),
  retag: ({ newsroom }, which, how) => ({ newsroom: change(newsroom, which, { tags: [pick(tags, how)] }) }),
  'move to other places': ({ newsroom }, which, how) => ({
    newsroom: change(newsroom, which, { regions: [pick(places, how)] }),
  }),
  'file from a city': ({ newsroom }, which, how) => ({
    newsroom: change(newsroom, which, { dateline: { place: 'Brasov', region: 'RO', at: [45.6 + (how % 2), 25.6] } }),
  }),
  'move to another topic': ({ newsroom }, which, how) => ({
    newsroom: change(newsroom, which, { topic: pick(['world', 'climate'], how) }),
  }),
  'sign by others': ({ newsroom }, which, how) => ({
    newsroom: change(newsroom, which, { authors: [pick(['world-desk', 'ana'], how)] }),
  }),
  'continue a storyline': ({ newsroom }, which, how) => ({
    newsroom: change(newsroom, which, { storylines: [pick(['cop29', 'floods'], how)] }),
  }),
  correct: ({ newsroom }, which, how) => ({
    newsroom: change(newsroom, which, {
      corrections: [
        { kind: pick(['correction', 'update'], how), date: makeTimestamp('2024-11-19'), text: `No ${how}` },
      ],
    }),
  }),
  withdraw: ({ newsroom }, which) => ({ newsroom: change(newsroom, which, { status: 'withdrawn' }) }),
  'make a draft of': ({ newsroom }, which) => ({ newsroom: change(newsroom, which, { status: 'draft' }) }),
  publish: ({ newsroom }, which) => ({ newsroom: change(newsroom, which, { status: 'published' }) }),
  'let expire': ({ newsroom }, which) => ({
    newsroom: change(newsroom, which, { expires: makeTimestamp('2024-11-21') }),
  }),
  'add an old address': ({ newsroom }, which) => ({
    newsroom: change(newsroom, which, { aliases: [`/old-${which}/`] }),
  }),
  'write in another language': ({ newsroom }, which, how) => ({
    newsroom: change(newsroom, which, { lang: pick(['ar', 'en', 'es'], how) }),
  }),
  'change the picture of': ({ newsroom }, which, how) => {
    const { id } = pick(newsroom.articles, which);
    const file = `articles/${id.slice(0, 7)}/bridge.jpg`;
    const picture = { file, width: 600 + (how % 3) * 400, height: 500, isAnimated: false };
    const image = { src: 'bridge.jpg', alt: 'A bridge', caption: 'The bridge.', credit: 'A. Photographer' };
    const pictures = [...newsroom.pictures.filter((other) => other.file !== file), picture];
    return { newsroom: { ...change(newsroom, which, how % 2 === 0 ? { image } : { media: [file] }), pictures } };
  },
  'change a topic': ({ newsroom }, which, how) => ({
    newsroom: { ...newsroom, topics: changeFirst(newsroom.topics, which, { title: `Topic ${how}` }) },
  }),
  'exchange the titles of topics': ({ newsroom }) => {
    const titles = newsroom.topics.map(({ title }) => title).reverse();
    const topics = newsroom.topics.map((topic, index) => ({ ...topic, title: titles[index] ?? '' }));
    return { newsroom: { ...newsroom, topics } };
  },
  'change an author': ({ newsroom }, which, how) => ({
    newsroom: {
      ...newsroom,
      authors: changeFirst(
        newsroom.authors,
        which,
        pick([{ name: `N ${how}` }, { bio: `B ${how}` }, { type: 'person' }], how),
      ),
    },
  }),
  'change a storyline': ({ newsroom }, which, how) => ({
    newsroom: {
      ...newsroom,
      storylines: changeFirst(
        newsroom.storylines,
        which,
        pick(
          [
            { title: `Line ${how}` },
            { summary: `Summary ${how}` },
            { textHash: `hash ${how}` },
            {
              milestones: [
                { date: makeTimestamp('2024-11-01'), text: 'A step', article: pick(newsroom.articles, how).id },
              ],
            },
          ],
          how,
        ),
      ),
    },
  }),
  'change the places': ({ newsroom }, _which, how) => ({
    newsroom: {
      ...newsroom,
      places: pick(
        [
          { ...newsroom.places, names: { FR: `France ${how}` } },
          { ...newsroom.places, groups: { friends: { title: 'Friends', members: pick([['FR'], ['RO', 'FR']], how) } } },
          { ...newsroom.places, aliases: { gaul: 'FR' } },
        ],
        how,
      ),
    },
  }),
  'write a policy': ({ newsroom }, which, how) => {
    const page = { id: pick(['about', 'sourcing'], which), title: `P ${how}`, summary: 'S', textHash: 'h' };
    const others = newsroom.pages.filter(({ id }) => id !== page.id);
    return { newsroom: { ...newsroom, pages: [...others, { ...page, file: `pages/${page.id}.md` }] } };
  },
  'choose the front page': ({ newsroom }, which, how) => ({
    newsroom: {
      ...newsroom,
      front: { lead: pick(newsroom.articles, which).id, seconds: [pick(newsroom.articles, how).id] },
    },
  }),
  wait: ({ nowMs }, which) => ({ nowMs: nowMs + pick([hourMs, 5 * hourMs, dayMs, 40 * dayMs, 300 * dayMs], which) }),
} satisfies Record<string, (moment: Moment, which: number, how: number) => Partial<Moment>>;

/** The edits of a story that leave it filed where it is. */
const ownEdits: Readonly<Record<string, (how: number) => Partial<Article>>> = {
  title: (how) => ({ title: `Title ${how}` }),
  summary: (how) => ({ summary: `Summary ${how}` }),
  text: (how) => ({ textHash: `text ${how}`, wordCount: how }),
  'key points': (how) => ({ keyPoints: [{ text: `Point ${how}` }] }),
  sources: (how) => ({ sources: [{ title: `Source ${how}`, publisher: 'A body' }] }),
  credit: (how) => ({ credit: `Agency ${how}` }),
};

function makeStart(stories: number): Moment {
  const newsroom = makeNewsroom({
    articles: [],
    topics: [
      { id: 'world', title: 'World', description: 'All of it.' },
      { id: 'climate', title: 'Climate', description: 'The air.' },
    ],
    authors: [
      { id: 'world-desk', name: 'World desk', type: 'desk', languages: ['en'] },
      { id: 'ana', name: 'Ana', type: 'person', languages: ['en'] },
    ],
    storylines: [makeStoryline(), makeStoryline({ id: 'floods', file: 'storylines/floods.md', title: 'Floods' })],
    places: {
      names: {},
      groups: { friends: { title: 'Friends', members: ['RO', 'BR'] } },
      beyond: { moon: { title: 'The Moon' } },
    },
  });
  const articles = Array.from({ length: stories }, (_, index) => makeStory(index * 17, index * 7));
  return { newsroom: { ...newsroom, articles }, nowMs: startMs };
}

function toContext({ newsroom, nowMs }: Moment, isPreview: boolean): Context {
  const own = { ...site, pageSize: 3, feedSize: 4, partSize: 8, hasCards: true, isPreview };
  return createContext(buildEdition(newsroom, { ...own, nowMs }), own);
}

function findDifferences(found: PagePrints, wanted: PagePrints): readonly string[] {
  const pages = new Set([...found.keys(), ...wanted.keys()]);
  return [...pages].filter((page) => found.get(page)?.key !== wanted.get(page)?.key);
}

/** Returns the stories that differ between two moments. Undefined if anything else does. */
function collectDifference(
  old: Moment,
  now: Moment,
  { edition, site: { timeZone } }: Context,
): ChangedStories | undefined {
  const toOthers = ({ newsroom, nowMs }: Moment) => JSON.stringify([{ ...newsroom, articles: [] }, nowMs]);
  if (toOthers(old) !== toOthers(now)) return undefined;
  const [before, after] = [old, now].map(
    ({ newsroom }) => new Map(newsroom.articles.map((story) => [story.id, story])),
  );
  const ids = new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])]);
  const changes = [...ids].map((id) => ({ before: before?.get(id), now: after?.get(id) }));
  return collectChanged(
    edition,
    changes.filter((change) => change.before !== change.now),
    timeZone,
  );
}

const toInputs = ({ id, inputs }: IndexPart) => [id, { inputs }] as const;

describe('planning in proportion', () => {
  it('finds the same pages and parts of the index as building all of them, whatever was edited, told or not', () => {
    const edit = fc.record({
      name: fc.constantFrom(...Object.keys(edits).map((name) => name as keyof typeof edits)),
      which: fc.nat(5_000),
      how: fc.nat(1_000),
    });
    let told = 0;
    fc.assert(
      fc.property(fc.array(edit, { minLength: 16, maxLength: 16 }), fc.boolean(), (day, isPreview) => {
        let moment = makeStart(30);
        let context = toContext(moment, isPreview);
        let before = collectPagePrints(context);
        let parts = Object.fromEntries(collectIndexParts(context).map(toInputs));
        const known = new Map<string, string>();
        for (const { name, which, how } of day) {
          const now = { ...moment, ...edits[name](moment, which, how) };
          if (now.newsroom.articles.length === 0) continue;
          const [old, common] = [moment, describeCommon(context)];
          [moment, context] = [now, toContext(now, isPreview)];
          const changed = common === describeCommon(context) ? collectDifference(old, moment, context) : undefined;
          const all = collectPagePrints(context);
          const untold = collectPagePrints(context, before);
          expect([name, findDifferences(untold, all)]).toEqual([name, []]);
          // What is told of a build is known to the next one.
          before = changed ? collectPagePrints(context, before, changed) : untold;
          expect([name, findDifferences(before, all)]).toEqual([name, []]);
          const wanted = collectIndexParts(context);
          for (const { id, inputs, records } of wanted) {
            const [part, shown] = [`${id} ${inputs}`, JSON.stringify(records)];
            expect([name, known.get(part) ?? shown]).toEqual([name, shown]);
            known.set(part, shown);
          }
          const found = collectIndexParts(context, parts, changed).map(toInputs);
          expect([name, found]).toEqual([name, wanted.map(toInputs)]);
          parts = Object.fromEntries(found);
          if (changed) told += 1;
        }
      }),
      { numRuns: 5, seed: 17, endOnFailure: true },
    );
    expect(told).toBeGreaterThan(30);
  }, 120_000);

  it('finds the same pages when stories are replaced in an edition, whatever was edited in them', () => {
    const edit = fc.record({
      field: fc.constantFrom(...Object.keys(ownEdits)),
      which: fc.nat(5_000),
      how: fc.nat(1_000),
    });
    const name = fc.constantFrom(...Object.keys(edits).map((key) => key as keyof typeof edits));
    fc.assert(
      fc.property(fc.array(name, { maxLength: 6 }), fc.array(edit, { minLength: 8, maxLength: 8 }), (day, own) => {
        let moment = day.reduce<Moment>(
          (now, key, index) => ({ ...now, ...edits[key](now, index * 7, index) }),
          makeStart(20),
        );
        let context = toContext(moment, false);
        let before = collectPagePrints(context);
        const entries = listPages(context);
        for (const { field, which, how } of own) {
          const old = pick(moment.newsroom.articles, which);
          const now = { ...old, ...ownEdits[field]?.(how) };
          expect(isFiledAlike(old, now)).toBe(true);
          const edited = new Map([[old, now]]);
          const { newsroom } = moment;
          moment = { ...moment, newsroom: { ...newsroom, articles: replaceAll(newsroom.articles, edited) } };
          const edition = replaceStories(context.edition, edited, moment.nowMs);
          context = { ...context, edition };
          before = toPagePrints(planEdited(context, entries, before, [now]));
          expect([field, findDifferences(before, collectPagePrints(toContext(moment, false)))]).toEqual([field, []]);
        }
      }),
      { numRuns: 12, seed: 17, endOnFailure: true },
    );
  }, 120_000);

  it('takes any other edit of a story for one that files it elsewhere', () => {
    const story = makeStory(1, 1);
    const others: readonly Partial<Article>[] = [
      { updated: makeTimestamp('2024-11-14') },
      { tags: ['Rain'] },
      { media: ['articles/2024/11/table.csv'] },
      { status: 'withdrawn' },
    ];
    expect(others.filter((other) => isFiledAlike(story, { ...story, ...other }))).toEqual([]);
  });

  it('builds no more than the pages that one story may be on', () => {
    const start = makeStart(400);
    const before = collectPagePrints(toContext(start, false));
    const { newsroom } = edits.add(start, 2, 1);
    const spies = pageKinds.map((kind) => vi.spyOn(kind, 'build'));
    const after = collectPagePrints(toContext({ ...start, newsroom }, false), before);
    const built = spies.reduce((sum, { mock }) => sum + mock.calls.length, 0);
    vi.restoreAllMocks();
    expect(findDifferences(before, after).length).toBeGreaterThan(50);
    expect(after.size).toBeGreaterThan(2_500);
    expect(built).toBeLessThan(1_000);
  });
});
