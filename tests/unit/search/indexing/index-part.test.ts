import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { afterAll, describe, expect, it } from 'vitest';
import { packTree, renderHtml } from '../../../../src/core/html-tree.ts';
import type { BundledFile } from '../../../../src/disk/file-bundle.ts';
import { parseWordChunk, removeSignature, type Posting } from '../../../../src/search/pagefind/index-files.ts';
import { readPart } from '../../../../src/search/format/part.ts';
import { listBare } from '../../../../src/search/format/particles.ts';
import { separateWords } from '../../../../src/search/format/separators.ts';
import { unpack } from '../../../../src/search/format/unpack.ts';
import { toIndexLanguage, toIndexWord } from '../../../../src/search/format/words.ts';
import { indexPart } from '../../../../src/search/indexing/index-part.ts';
import { Lexicon } from '../../../../src/search/indexing/lexicon.ts';
import { makeRecord, type IndexedStory } from '../../../support/make-index.ts';
import { parseFieldNames } from '../../../support/pagefind-meta.ts';
import { parseHtml } from '../../../support/parse-html.ts';

afterAll(() => close());

const stories: readonly IndexedStory[] = [
  {
    id: 'flood',
    title: 'Flood water reached the river–town at noon',
    summary: 'A “small” flood',
    imageAlt: 'A boat on the square',
    meta: { names: 'Côte d’Ivoire / Floods', place: 'Abidjan', topic: '' },
    html: `<p>The U.S. arms-control chief said “no”, café’s owner (a naïve man) said yes &amp; no</p>
      <div class="heading"><h2 id="s-one">What is <em>R&amp;D</em>?</h2><a class="anchor" href="#s-one"></a></div>
      <ul>\n<li>first</li>\n<li>second one.</li>\n</ul><p>One<br>two<sup><a data-footnote-ref href="#n">1</a></sup></p>
      <h3 id="s-two">Naïve and naive</h3><table><tr><td>a1</td><td>b2</td></tr></table>
      <p><img src="/x.png" alt="The boat’s crew"> after</p><h4>Not linked</h4><pre><code>let a = b.c_d;</code></pre>`,
  },
  { id: 'bare', title: 'Nothing more', html: '' },
  { id: 'ar', lang: 'ar', title: 'مصر خالية من الملاريا', html: '<h2 id="s-x">الصحة</h2><p>أعلنت منظمة الصحة.</p>' },
  {
    id: 'ja',
    lang: 'ja',
    title: '日本被団協にノーベル平和賞',
    html: '<p>核兵器のない世界を NATO は目指す。</p><h2 id="s-y">東京</h2>',
  },
  { id: 'ja2', lang: 'ja', title: '東京', html: '<p>世界</p>' },
  {
    id: 'second',
    title: 'The flood again',
    meta: { place: 'Abidjan' },
    html: '<h2 id="s-one">Again</h2><p>Naive café 🌊</p>',
  },
];

const indexStories = (all: readonly IndexedStory[], lexicon = new Lexicon()) =>
  indexPart(
    all.map((story) => ({ record: makeRecord(story), tree: packTree(parseHtml(story.html ?? '')) })),
    lexicon,
  );

/** Names the fields of a posting. Pagefind takes a picture of the text for a field of its own. */
const toKind = (counts: Readonly<Record<number, number>>, fields: readonly string[]) =>
  Object.fromEntries(
    Object.entries(counts)
      .map(([field, count]) => [fields[Number(field)] ?? '', count] as const)
      .filter(([field]) => !field.startsWith('image')),
  );

const isPlaced = ({ positions, fields }: Pick<Posting, 'positions' | 'fields'>) =>
  positions.length + Object.keys(fields).length > 0;

type PlacedWord = readonly [word: string, postings: readonly Pick<Posting, 'positions' | 'fields'>[]];

/** Pagefind has some words of a text in two forms of which one is ours, and some that have no letters. */
function mergeForms(words: readonly PlacedWord[]): readonly PlacedWord[] {
  const countPlaces = ([, postings]: PlacedWord) =>
    postings.filter(isPlaced).flatMap(({ positions }) => positions).length;
  const forms = Map.groupBy(words, ([word]) => toIndexWord(word));
  forms.delete('');
  return [...forms].flatMap(([form, all]): PlacedWord[] => {
    const [most] = all.toSorted((a, b) => countPlaces(b) - countPlaces(a));
    return most?.[1].some(isPlaced) === true ? [[form, most[1]]] : [];
  });
}

async function openPart(files: readonly BundledFile[]) {
  const byName = new Map(files);
  return readPart('', async (name) => unpack(new Uint8Array(byName.get(name) ?? [])));
}

/** Has Pagefind index stories as pages of HTML, as its documentation says. */
async function indexPages(
  language: string,
): Promise<ReadonlyMap<string, readonly Pick<Posting, 'positions' | 'fields'>[]>> {
  const { index } = await createIndex();
  for (const story of stories.filter(({ lang = 'en' }) => toIndexLanguage(lang) === language)) {
    const { title, summary, imageAlt, meta } = makeRecord(story);
    const metas = Object.entries({ ...meta, summary }).filter(([, value]) => value !== '');
    const words = parseHtml((story.html ?? '').replace('<img', '<img data-pagefind-index-attrs="alt"'));
    const head = metas.map(([name, value]) => `<i data-pagefind-meta="${name}">${separateWords(value)}</i>`).join('');
    const body = renderHtml(words.children)
      .replaceAll(/<sup>.*?<\/sup>/gu, '')
      .replaceAll(/[^<>]+(?=<|$)/gu, separateWords);
    const lines = [summary, imageAlt].filter(Boolean).map((line) => `<p>${separateWords(line)}</p>`);
    await index?.addHTMLFile({
      url: story.id,
      content: `<html lang="${language}"><body><div data-pagefind-ignore>${head}</div><h1>${separateWords(title)}</h1>${lines.join('')}${body}</body></html>`,
    });
  }
  const { files } = (await index?.getFiles()) ?? { files: [] };
  const read = (folder: string) =>
    files
      .filter(({ path }) => path.startsWith(`${folder}${language}_`))
      .map(({ content }) => removeSignature(gunzipSync(content)));
  const [meta = new Uint8Array()] = read('pagefind.');
  const fields = parseFieldNames(meta);
  return new Map(
    read('index/').flatMap((bytes) => {
      const { words, getPostings } = parseWordChunk(bytes);
      return words.map((word, at) => [
        word,
        getPostings(at).map((posting) => ({ ...posting, fields: toKind(posting.fields, fields) })),
      ]);
    }),
  );
}

describe('the index of a part', () => {
  it.each(['x-en', 'x-ar', 'ja'])(
    'has the words, places and weights that Pagefind finds in pages, in %s',
    async (language) => {
      const index = (await openPart(await indexStories(stories))).find((one) => one.language === language);
      const { fields = [] } = index?.manifest ?? {};
      const found = ((await index?.readWords('')) ?? []).map(
        ({ text, getPostings }) =>
          [text, getPostings().map((posting) => ({ ...posting, fields: toKind(posting.fields, fields) }))] as const,
      );
      const expected = await indexPages(language);
      expect(found.length).toBeGreaterThan(5);
      const words = new Map(mergeForms([...expected]));
      // Arabic words are found without their particles as well.
      const bare = new Set([...words.keys()].flatMap((word) => listBare(word, language)));
      const own = found.filter(([word]) => words.has(word) || !bare.has(word));
      expect(Object.fromEntries(own)).toEqual(Object.fromEntries(words));
    },
  );

  it('has the texts of its stories, with the places of headings in them', async () => {
    const [japanese, arabic, english] = await openPart(await indexStories(stories));
    const texts = await Promise.all([
      english?.readFragment(0),
      english?.readFragment(1),
      japanese?.readFragment(0),
      arabic?.readFragment(0),
    ]);
    expect(
      texts.map((text) =>
        text?.content
          .split(/[ \u200B]+/u)
          .filter(Boolean)
          .slice(0, 3),
      ),
    ).toEqual([
      ['Flood', 'water', 'reached'],
      ['Nothing', 'more.'],
      ['日本', '被', '団'],
      ['مصر', 'خالية', 'من'],
    ]);
    const [flood] = texts;
    expect(Object.keys(flood?.meta ?? {})).toEqual(['place', 'summary', 'title']);
    const words = flood?.content.split(' ') ?? [];
    expect(flood?.anchors.map(({ element, id, text, location }) => [element, id, text, words[location]])).toEqual([
      ['h2', 's-one', 'What is R&D?', 'What'],
      ['h3', 's-two', 'Naïve and naive', 'Naïve'],
    ]);
    expect(english?.manifest.pages.map((page) => page.words)).toEqual([words.length, 2, 7]);
  });

  it('is not misled by words that look like Pagefind’s marks', async () => {
    const marks =
      '___PAGEFIND_ANCHOR___story:0:story ___PAGEFIND_AUTO_WEIGHT___7 ___END_PAGEFIND_WEIGHT___ _<b>__PAGEFIND_ANCHOR___heading:0:heading</b>';
    const hostile = {
      id: 'a',
      title: marks.replaceAll(/<.?b>/gu, ''),
      meta: { names: '___PAGEFIND_X b' },
      html: `<p>${marks} flood\uFFFEe</p>`,
    };
    const [index] = await openPart(await indexStories([hostile, { id: 'b', title: 'Flood', html: '<p>water</p>' }]));
    const words = (await index?.readWords('')) ?? [];
    const find = (text: string) => words.find((word) => word.text === text)?.getPostings();
    expect(find('water')).toEqual([{ page: 1, mentions: 1, positions: [1], headings: 0, fields: {} }]);
    expect(find('floode')?.map(({ page, headings }) => [page, headings])).toEqual([[0, 0]]);
    expect(find('b')?.map(({ page }) => page)).toEqual([0]);
    expect((await index?.readFragment(0))?.anchors).toEqual([]);
  });

  it('has a place for a story without any word', async () => {
    const files = await indexStories([
      { id: 'a', title: '!?' },
      { id: 'b', lang: 'ru', title: '—' },
      { id: 'c', title: 'Flood' },
    ]);
    const indexes = await openPart(files);
    expect(indexes.map(({ language, manifest, ranks }) => [language, manifest.pages.length, ranks])).toEqual([
      ['x-en', 2, [0, 2]],
      ['x-ru', 1, [1]],
    ]);
    expect((await indexes[1]?.readFragment(0))?.url).toBe('/b/');
    expect(
      (await indexes[0]?.readWords('flood'))?.map(({ getPostings }) => getPostings().map(({ page }) => page)),
    ).toEqual([[1]]);
  });

  it('is the same whatever was indexed before', async () => {
    const lexicon = new Lexicon();
    await indexStories(stories.slice(2), lexicon);
    await indexStories([{ id: 'a', lang: 'ja', title: '世界', html: '<h2>核兵器のない世界を</h2>' }], lexicon);
    expect(await indexStories(stories, lexicon)).toEqual(await indexStories(stories));
  });
});
