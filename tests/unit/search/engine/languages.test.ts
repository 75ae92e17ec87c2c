import * as fc from 'fast-check';
import { close } from 'pagefind';
import { afterAll, describe, expect, it } from 'vitest';
import { packTree } from '../../../../src/core/html-tree.ts';
import { openSearchEngine } from '../../../../src/search/engine/engine.ts';
import { unpack } from '../../../../src/search/format/unpack.ts';
import { indexPart } from '../../../../src/search/indexing/index-part.ts';
import { Lexicon } from '../../../../src/search/indexing/lexicon.ts';
import { makeRecord, searchIds, searchWhole, type IndexedStory } from '../../../support/make-index.ts';
import { parseHtml } from '../../../support/parse-html.ts';

afterAll(() => close());

const lexicon = new Lexicon();

/** Indexes stories in this process, and opens the index. */
async function openStories(stories: readonly IndexedStory[], reader = '') {
  const read = stories.map((story) => ({ record: makeRecord(story), tree: packTree(parseHtml(story.html ?? '')) }));
  const files = new Map((await indexPart(read, lexicon)).map(([name, bytes]) => [`all/${name}`, bytes]));
  const parts = [{ id: 'all', stories: stories.length }];
  return openSearchEngine(parts, async (file) => unpack(new Uint8Array(files.get(file) ?? [])), undefined, reader);
}

/** Words that news in these languages share, and others. */
const words: Readonly<Record<string, readonly string[]>> = {
  en: ['AI', 'NATO', 'election', 'president', 'flood', 'talks', 'water', 'city'],
  fr: ['AI', 'NATO', 'élection', 'président', 'crue', 'eau', 'ville'],
  ko: ['AI', 'NATO', '대통령', '선거', '홍수', '도시'],
  zh: ['AI', 'NATO', '总统', '选举', '洪水', '城市'],
};

const month = fc.integer({ min: 1, max: 9 }).map((number) => `2024-0${number}`);

const story = (lang: string) =>
  fc
    .record({ month, text: fc.array(fc.constantFrom(...(words[lang] ?? [])), { minLength: 1, maxLength: 12 }) })
    .map((made) => ({ lang, ...made }));

const anyStory = fc.constantFrom(...Object.keys(words)).chain(story);

/** One story of each language has all of its words, so that none is taken for a mistake. */
const complete = Object.entries(words).map(([lang, text]) => ({ lang, month: '2024-05', text }));

const number = (
  stories: readonly { readonly lang: string; readonly month: string; readonly text: readonly string[] }[],
) =>
  stories
    .map(({ lang, month: of, text }, at) => ({
      id: `${lang}-${at}`,
      lang,
      month: of,
      html: `<p>${text.join(' ')}</p>`,
    }))
    .sort((a, b) => (a.month < b.month ? 1 : -1));

describe('a story in one language', () => {
  it('changes nothing about the order of stories in others', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyStory, { minLength: 4, maxLength: 30 }),
        anyStory,
        fc.array(fc.constantFrom(...new Set(Object.values(words).flat())), { minLength: 1, maxLength: 7 }),
        async (some, added, query) => {
          const all = [...complete, ...some];
          const q = query.join(' ');
          const [before, after] = await Promise.all(
            [all, [...all, added]].map(async (stories) => searchIds(await openStories(number(stories)), { q })),
          );
          const others = (ids: readonly string[] = []) => ids.filter((id) => !id.startsWith(added.lang));
          expect(others(after)).toEqual(others(before));
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('spelling', () => {
  const languages = ['ar', 'de', 'es', 'fi', 'ja'].map((lang) => ({ id: lang, lang, title: 'Hafen Wasserstand' }));
  const english = { id: 'en', title: 'Harbour water', html: '<p>The ministry spoke.</p>' };

  it('is corrected in every language, however many come before it', async () => {
    const engine = await openStories([...languages, english, { ...english, id: 'en2' }]);
    for (const [q, meant] of [
      ['harbuor', 'harbour'],
      ['ministri', 'ministry'],
    ] as const) {
      const { corrections } = await searchWhole(engine, { q });
      expect(corrections).toEqual([{ typed: q, meant, isApplied: true }]);
    }
  });

  it('is corrected without asking where one letter is wrong, and else offered', async () => {
    const stories = [
      {
        id: 'es',
        lang: 'es',
        title: 'Inundaciones en Valencia',
        html: '<p>El gobierno declaró tres días de luto.</p>',
      },
      {
        id: 'de',
        lang: 'de',
        title: 'Abstimmung über Kernkraftwerk',
        html: '<p>Die Regierung stellt das Ergebnis vor.</p>',
      },
      { id: 'ar', lang: 'ar', title: 'انتخابات الرئاسة في موزمبيق', html: '<p>أعلنت الحكومة النتائج.</p>' },
      { id: 'en', title: 'Malaria vaccine for two states' },
    ];
    const engine = await openStories(stories, 'en');
    const asked = [
      'inundacione valencai',
      'gobeirno',
      'abstimung',
      'kernkraftwekr',
      'regirung',
      'موزمببق',
      'الرئساة',
      'malarria',
    ];
    const found = await Promise.all(asked.map(async (q) => (await searchIds(engine, { q }))[0]));
    expect(found).toEqual(['es', 'es', 'de', 'de', 'de', 'ar', 'ar', 'en']);
    const offered = await searchWhole(engine, { q: 'abstmmug' });
    expect(offered.corrections).toEqual([{ typed: 'abstmmug', meant: 'abstimmung', isApplied: false }]);
    expect(offered.total).toBe(0);
  });

  it('is that of the reader’s language first', async () => {
    const stories = [
      { id: 'de', lang: 'de', title: 'Wasser' },
      { id: 'en', title: 'Wassex' },
    ];
    const correct = async (reader: string) =>
      (await searchWhole(await openStories(stories, reader), { q: 'wasseq' })).corrections.map(({ meant }) => meant);
    expect(await correct('de-AT')).toEqual(['wasser']);
    expect(await correct('en')).toEqual(['wassex']);
  });
});
