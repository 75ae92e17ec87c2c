import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildIndex, openIndexer } from '../../../../src/search/indexing/build-index.ts';
import { openSearchEngine, type FindPlaces } from '../../../../src/search/engine/engine.ts';
import { idleState } from '../../../../src/search/engine/state.ts';
import { readPart } from '../../../../src/search/format/part.ts';
import { toCompound } from '../../../../src/search/format/compounds.ts';
import type { SearchRecord } from '../../../../src/search/indexing/record.ts';
import { searchIds, searchWhole, makeIndex, makeRecord } from '../../../support/make-index.ts';

type Index = Awaited<ReturnType<typeof makeIndex>>;

const join = (pieces: readonly { text: string; isMatch: boolean }[]) =>
  pieces.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('');

describe('an index of several languages', () => {
  let index: Index;
  beforeAll(async () => {
    index = await makeIndex([
      [
        {
          id: 'en',
          html: '<p>The committee vaccinated thousands of children in Kenya’s north. Well-known doctors helped.</p>',
        },
        {
          id: 'fr',
          lang: 'fr',
          title: 'Élection présidentielle en Côte d’Ivoire',
          html: '<p>Les électeurs ont voté dans le calme, selon les observateurs.</p>',
        },
        {
          id: 'de',
          lang: 'de',
          title: 'Brücken über die Flüsse',
          html: '<p>Die Städte bauen größere Häuser und zählen die Brücken.</p>',
        },
        {
          id: 'ar',
          lang: 'ar',
          title: 'مصر خالية من الملاريا',
          html: '<p>أعلنت منظمة الصحة العالمية أن مصر خالية من الملاريا بعد جهود استمرت قرنا.</p>',
        },
        {
          id: 'zh',
          lang: 'zh',
          title: '联合国气候大会在巴库闭幕',
          html: '<p>各国同意每年提供三千亿美元的气候资金。</p>',
        },
        {
          id: 'ja',
          lang: 'ja',
          title: '日本被団協にノーベル平和賞',
          html: '<p>核兵器のない世界を目指す被爆者の団体が受賞した。</p>',
        },
        {
          id: 'ru',
          lang: 'ru',
          title: 'Договор вступил в силу',
          html: '<p>Стороны обменялись ратификационными грамотами в Москве.</p>',
        },
        { id: 'mixed', lang: 'zh', title: 'AI与IT', html: '<p>UK的AI公司和IT部门参加NATO会议。</p>' },
        { id: 'hant', lang: 'zh-Hant', title: '颱風登陸', html: '<p>颱風在臺灣登陸，學校停課。</p>' },
        { id: 'xx', lang: 'xh', title: 'Iindaba', html: '<p>Umphathi uthetha namhlanje.</p>' },
      ],
    ]);
  });
  afterAll(() => rm(index.folder, { recursive: true }));

  it.each([
    ['other forms of an English word', 'vaccination child', 'en'],
    ['a word with a curly apostrophe', 'kenya', 'en'],
    ['a part of a compound', 'known', 'en'],
    ['the beginning of a word', 'commit', 'en'],
    ['accents that were not typed', 'election presidentielle', 'fr'],
    ['accents that were typed', 'Élection', 'fr'],
    ['other forms of a French word', 'électeur', 'fr'],
    ['what stands behind a French article', 'ivoire', 'fr'],
    ['a German plural by its singular', 'brücke', 'de'],
    ['German umlauts without dots', 'stadte', 'de'],
    ['an Arabic word without its article', 'ملاريا', 'ar'],
    ['an Arabic word with its article', 'الملاريا', 'ar'],
    ['an Arabic word in the middle of a text', 'الصحة العالمية', 'ar'],
    ['Chinese words', '气候资金', 'zh'],
    ['traditional characters in simplified text', '氣候資金', 'zh'],
    ['a Chinese phrase in traditional characters', '"聯合國氣候大會"', 'zh'],
    ['simplified characters in traditional text', '台风登陆', 'hant'],
    ['traditional characters as they are written', '颱風登陸', 'hant'],
    ['a Chinese question', '联合国气候大会在哪里', 'zh'],
    ['Japanese words', '平和賞', 'ja'],
    ['a Japanese compound', '核兵器', 'ja'],
    ['Japanese kana with voiced sounds', 'ノーベル', 'ja'],
    ['a Russian word in another case', 'москва', 'ru'],
    ['a word of a language that nothing is known of', 'uthetha', 'xx'],
  ])('finds %s', async (_, q, id) => {
    expect((await searchIds(index.engine, { q }))[0]).toBe(id);
  });

  it.each(['Ukraine', 'Spain', 'email', 'kittens'])('takes no pieces of %s for words of Chinese', async (q) => {
    expect(await searchIds(index.engine, { q })).toEqual([]);
  });

  it('finds words of both kinds in a query without spaces', async () => {
    expect((await searchIds(index.engine, { q: 'NATO会议' }))[0]).toBe('mixed');
    expect(await searchIds(index.engine, { q: '"AI公司"' })).toEqual(['mixed']);
  });

  it('marks what was found, whatever its form', async () => {
    const [english] = await (await searchWhole(index.engine, { q: 'vaccination' })).readResults(0, 1);
    expect(join(english?.excerpt ?? [])).toContain('[vaccinated]');
    expect(new URL(english?.url ?? '', 'https://host').searchParams.get('highlight')).toBe('vaccinated');
    const [japanese] = await (await searchWhole(index.engine, { q: '平和賞' })).readResults(0, 1);
    expect(join(japanese?.title ?? [])).toMatch(/\[/u);
    expect(japanese?.language).toBe('ja');
    const [compound] = await (await searchWhole(index.engine, { q: '世界の団体' })).readResults(0, 1);
    expect(join(compound?.excerpt ?? [])).toBe('… 核兵器のない[世界]を目指す被爆者の[団体]が受賞した。');
    const [chinese] = await (await searchWhole(index.engine, { q: '台风' })).readResults(0, 1);
    expect(join(chinese?.title ?? [])).toContain('[颱風]登陸');
  });

  it('finds a phrase that is there, and none that is not', async () => {
    expect(await searchIds(index.engine, { q: '"thousands of children"' })).toEqual(['en']);
    expect(await searchIds(index.engine, { q: '"核兵器のない世界"' })).toEqual(['ja']);
  });

  it('ignores quotes around what no story has, and says so', async () => {
    const there = await searchWhole(index.engine, { q: '"thousands of children" Kenya' });
    expect([there.total, there.relaxed]).toEqual([1, undefined]);
    const missing = await searchWhole(index.engine, { q: '"children of thousands" Kenya' });
    expect([missing.total, missing.relaxed]).toEqual([1, 'unquoted']);
    expect((await searchWhole(index.engine, { q: '"zzzz qqqq"' })).total).toBe(0);
  });

  it('takes quotes in a long question for emphasis', async () => {
    const q =
      'how did the "children of thousands" come to doctors in the north where committee members vaccinated them';
    for await (const { total, relaxed } of index.engine.search({ ...idleState, q }))
      expect([total, relaxed]).toEqual([1, 'unquoted']);
  });

  it('lists stories of all languages by date', async () => {
    expect(await searchIds(index.engine, { order: 'newest' })).toEqual([
      'en',
      'fr',
      'de',
      'ar',
      'zh',
      'ja',
      'ru',
      'mixed',
      'hant',
      'xx',
    ]);
    expect((await searchIds(index.engine, { order: 'oldest' }))[0]).toBe('xx');
  });
});

describe('an index of parts', () => {
  let index: Index;
  beforeAll(async () => {
    index = await makeIndex([
      [
        {
          id: 'ceasefire-new',
          title: 'Ceasefire holds',
          month: '2024-12',
          html: '<p>Quiet days.</p>',
          filters: { region: ['asia'], tag: ['peace=Peace talks'] },
        },
        {
          id: 'weather',
          title: 'Rain',
          month: '2024-11',
          html: '<p>A ceasefire was mentioned in the rain.</p>',
          filters: { region: ['europe'] },
        },
      ],
      [
        {
          id: 'ceasefire-old',
          title: 'Ceasefire agreed: a ceasefire for a year',
          month: '2019-05',
          html: '<p>The ceasefire, the first ceasefire of the war.</p>',
          filters: { region: ['asia', 'africa'] },
        },
        {
          id: 'bread',
          title: 'Bread',
          month: '2019-04',
          html: '<p>Bakers at work.</p>',
          filters: { region: ['africa'] },
        },
      ],
    ]);
  });
  afterAll(() => rm(index.folder, { recursive: true }));

  it('is asked at once as far as nobody need ask for it', async () => {
    const seen: (string | undefined)[] = [];
    for await (const { total, pending } of index.engine.search({
      q: 'ceasefire',
      facets: {},
      from: '',
      to: '',
      order: 'relevance',
    }))
      seen.push(`${total} ${pending?.id ?? 'done'}`);
    expect(seen).toEqual(['3 done']);
  });

  it('ranks an old story that matches best first', async () => {
    expect(await searchIds(index.engine, { q: 'ceasefire' })).toEqual(['ceasefire-old', 'ceasefire-new', 'weather']);
  });

  it('orders by date across parts', async () => {
    expect(await searchIds(index.engine, { q: 'ceasefire', order: 'oldest' })).toEqual([
      'ceasefire-old',
      'weather',
      'ceasefire-new',
    ]);
  });

  it('narrows by filters and dates, and counts what each value would give', async () => {
    expect(await searchIds(index.engine, { facets: { region: ['africa'] } })).toEqual(['ceasefire-old', 'bread']);
    expect(await searchIds(index.engine, { from: '2019-05', to: '2024-11' })).toEqual(['weather', 'ceasefire-old']);
    const counts = await (
      await searchWhole(index.engine, { q: 'ceasefire', facets: { region: ['asia'] } })
    ).readCounts();
    const regions = Object.fromEntries(counts.region.map(({ id, count }) => [id, count]));
    expect(regions).toEqual({ asia: 2, europe: 1, africa: 1 });
    for (const [id, count] of Object.entries(regions))
      expect(await searchIds(index.engine, { q: 'ceasefire', facets: { region: [id] } })).toHaveLength(count);
    expect(counts.tag).toEqual([{ id: 'peace', label: 'Peace talks', count: 1 }]);
  });

  it('narrows by days where the page knows them, and else by the month of a day', async () => {
    const [newest, next] = await searchIds(index.engine, {});
    const days = [
      ['2024-11-13', 1],
      ['2024-11-12', 1],
    ] as const;
    const engine = openSearchEngine([{ id: 'part-0', stories: 2, days }], (file) => index.read(file));
    expect(await searchIds(engine, { from: '2024-11-13', to: '2024-11-13' })).toEqual([newest]);
    expect(await searchIds(engine, { to: '2024-11-12' })).toEqual([next]);
    expect(await searchIds(engine, { from: '2024-11', to: '2024-11' })).toEqual([newest, next]);
    expect(await searchIds(index.engine, { from: '2024-11-13', to: '2024-11-13' })).toEqual([next]);
  });

  it('looks for the word that was meant, and says so', async () => {
    const answer = await searchWhole(index.engine, { q: 'ceasfire' });
    expect(answer.corrections).toEqual([{ typed: 'ceasfire', meant: 'ceasefire', isApplied: true }]);
    expect(answer.total).toBe(3);
    expect((await searchWhole(index.engine, { q: 'zzzzqqqq' })).total).toBe(0);
    const quoted = await searchWhole(index.engine, { q: '"ceasfire holds"' });
    expect([quoted.total, quoted.relaxed, quoted.corrections.length]).toEqual([1, undefined, 1]);
    const apart = await searchWhole(index.engine, { q: '"bakers ceasfire"' });
    expect([apart.total, apart.relaxed, apart.corrections.length]).toEqual([4, 'unquoted', 1]);
  });

  it('only offers another word for one that the language has', async () => {
    const answer = await searchWhole(index.engine, { q: 'pain' });
    expect(answer.corrections).toEqual([{ typed: 'pain', meant: 'rain', isApplied: false }]);
    expect(answer.total).toBe(0);
    const mixed = await searchWhole(index.engine, { q: 'pain ceasfire' });
    expect(mixed.corrections.map(({ meant, isApplied }) => [meant, isApplied])).toEqual([
      ['rain', false],
      ['ceasefire', true],
    ]);
    expect(mixed.total).toBe(3);
  });

  it('leaves out what is excluded', async () => {
    expect(await searchIds(index.engine, { q: 'ceasefire -rain' })).toEqual(['ceasefire-old', 'ceasefire-new']);
  });

  it('finds all other stories, newest first, when there are only words to leave out', async () => {
    const all = await searchIds(index.engine, {});
    const dry = await searchIds(index.engine, { q: '-rain' });
    expect(dry).toEqual(all.filter((id) => id !== 'weather'));
    expect(await searchIds(index.engine, { q: '-rain', order: 'oldest' })).toEqual(dry.toReversed());
    expect(await searchIds(index.engine, { q: '-"no such words"' })).toEqual(all);
    expect(await searchIds(index.engine, { q: '??' })).toEqual([]);
  });

  it('is read again after a file could not be', async () => {
    let isBroken = true;
    const engine = openSearchEngine([{ id: 'part-0', stories: 2 }], (file) =>
      isBroken ? Promise.reject(new Error('offline')) : index.read(file),
    );
    await expect(searchIds(engine, { q: 'rain' })).rejects.toThrow('offline');
    isBroken = false;
    expect(await searchIds(engine, { q: 'rain' })).toEqual(['weather']);
  });
});

describe('a large archive', () => {
  it('is not searched to its end unasked, once there are answers', async () => {
    const stories = Array.from({ length: 12 }, (_, number) => ({ id: `s${number}`, html: '<p>peace</p>' }));
    const { engine, folder, read } = await makeIndex([
      stories,
      stories.map(({ id }) => ({ id: `old-${id}`, html: '<p>peace</p>' })),
    ]);
    const large = openSearchEngine(
      [
        { id: 'part-0', stories: 12_000 },
        { id: 'part-1', stories: 12_000 },
      ],
      read,
    );
    const state = { q: 'peace', facets: {}, from: '', to: '', order: 'relevance' } as const;
    const seen = [];
    for await (const { total, isPaused, pending } of large.search(state)) seen.push([total, isPaused, pending?.id]);
    expect(seen).toEqual([[12, true, 'part-1']]);
    expect((await searchWhole(large, state)).total).toBe(24);
    expect((await searchWhole(engine, state)).total).toBe(24);
    await rm(folder, { recursive: true });
  });

  it('is searched further while no story has all words, as far as a reader can bear', async () => {
    const { folder, read } = await makeIndex([
      [
        { id: 'walrus', html: '<p>A walrus slept.</p>' },
        { id: 'vote', html: '<p>A referendum passed.</p>' },
      ],
      [{ id: 'older', html: '<p>A referendum on the walrus.</p>' }],
      [{ id: 'oldest', html: '<p>A referendum on the walrus and the narwhal.</p>' }],
    ]);
    const large = openSearchEngine(
      [
        { id: 'part-0', stories: 12_000 },
        { id: 'part-1', stories: 24_000 },
        { id: 'part-2', stories: 12_000 },
      ],
      read,
    );
    const seen = async (q: string) => {
      const steps = [];
      for await (const { readResults, isPaused, pending, relaxed } of large.search({ ...idleState, q })) {
        const [first] = await readResults(0, 1);
        steps.push([first?.url.split('?')[0], isPaused, pending?.id, relaxed]);
      }
      return steps;
    };
    expect(await seen('walrus referendum')).toEqual([['/older/', true, 'part-2', undefined]]);
    expect(await seen('slept')).toEqual([['/walrus/', true, 'part-1', undefined]]);
    // Older ones may have all words, but nobody waits for all of them. The answer says so, and the reader may ask.
    for (const q of ['narwhal walrus', 'slept passed'])
      expect(await seen(q)).toEqual([[expect.stringMatching(/older|walrus|vote/u), true, 'part-2', 'notAll']]);
    expect((await searchIds(large, { q: 'narwhal walrus' }))[0]).toBe('oldest');
    await rm(folder, { recursive: true });
  });
});

describe('the files of a part', () => {
  it('are small, are named after their content, and contain no program', async () => {
    const words = Array.from({ length: 6000 }, (_, number) => `word${(number * 7919) % 6007}`).join(' ');
    const { folder } = await makeIndex([
      [
        { id: 'long', html: `<p>${words}</p>` },
        { id: 'other', html: `<p>${words}</p>` },
      ],
    ]);
    const part = path.join(folder, 'pagefind/part-0');
    const chunks = await readdir(path.join(part, 'index'));
    expect(chunks.length).toBeGreaterThan(3);
    for (const chunk of chunks) expect((await readFile(path.join(part, 'index', chunk))).length).toBeLessThan(16_000);
    const files = (await readdir(part, { recursive: true })).filter((file) => file.includes('.'));
    expect(files.filter((file) => !/\.pf_\w+$/u.test(file))).toEqual(['pagefind-entry.json']);
    await rm(folder, { recursive: true });
  });
});

describe('two builds of the same index', () => {
  it('work side by side', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'index-'));
    const options = {
      cacheDir: path.join(folder, 'cache'),
      program: 'test',
      threads: 1,
      isWhole: true,
      placed: {},
      outDir: path.join(folder, 'dist'),
      getTree: () => '[["p",{},["Water"]]]',
    };
    const parts = [{ id: 'part', inputs: '', records: [makeRecord({ id: 'story' })] }];
    const [one, other] = await Promise.all([buildIndex(parts, options), buildIndex(parts, options)]);
    expect(one).toEqual(other);
    const kept = (await readdir(options.cacheDir)).filter((name) => !name.startsWith('lexicon-'));
    expect(kept).toEqual([...one.values()].map(({ key }) => key));
    await rm(folder, { recursive: true });
  });
});

/** Returns the files of a folder with their bytes. */
async function readAll(folder: string): Promise<readonly (readonly string[])[]> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.includes('.')).sort();
  return Promise.all(files.map(async (file) => [file, (await readFile(path.join(folder, file))).toString('hex')]));
}

describe('an indexer', () => {
  it('makes the same files with new workers and with those of the last build, and from the cache', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'index-'));
    const indexer = openIndexer();
    const parts = ['a', 'b'].map((id) => ({ id, inputs: '', records: [makeRecord({ id, title: `Flood ${id}` })] }));
    const build = async (name: string, cache: string, threads: number, by = indexer.build) => {
      const outDir = path.join(folder, name);
      const cacheDir = path.join(folder, cache);
      const options = { cacheDir, program: 'test', threads, isWhole: true, placed: {}, outDir };
      await by(parts, { ...options, getTree: () => '[["p",{},["Water"]]]' });
      return readAll(outDir);
    };
    const first = await build('one', 'cache-1', 1);
    expect(first.length).toBe(12);
    expect(await build('two', 'cache-2', 2)).toEqual(first);
    expect(await build('three', 'cache-2', 1)).toEqual(first);
    await indexer.close();
    expect(await build('four', 'cache-3', 1, buildIndex)).toEqual(first);
    await rm(folder, { recursive: true });
  });
});

describe('a part that the site has', () => {
  const options = {
    cacheDir: '',
    program: 'test',
    threads: 1,
    isWhole: false,
    outDir: '',
    getTree: () => '[["p",{},["Water"]]]',
  };
  const records = [makeRecord({ id: 'story' })];

  it('is not looked at while its inputs are the same', async () => {
    const part = {
      id: 'part',
      inputs: 'same',
      get records(): readonly SearchRecord[] {
        throw new Error('The records are not needed.');
      },
    };
    const placed = { part: { key: 'key', inputs: 'same' } };
    expect([...(await buildIndex([part], { ...options, placed }))]).toEqual(Object.entries(placed));
  });

  it('keeps its key if its records are the same all the same', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'index-'));
    const own = { ...options, cacheDir: path.join(folder, 'cache'), outDir: path.join(folder, 'dist') };
    const first = await buildIndex([{ id: 'part', inputs: 'one', records }], { ...own, placed: {} });
    const placed = Object.fromEntries(first);
    const second = await buildIndex([{ id: 'part', inputs: 'other', records }], { ...options, placed });
    expect(second.get('part')).toEqual({ key: placed['part']?.key, inputs: 'other' });
    await rm(folder, { recursive: true });
  });
});

describe('an index that cannot be built', () => {
  it('fails the build', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'index-'));
    const options = { cacheDir: folder, program: 'test', threads: 1, isWhole: true, placed: {}, outDir: folder };
    const records = [makeRecord({ id: 'story' })];
    // The worker is given no text at all, as when the store of texts has lost one.
    const building = buildIndex([{ id: 'part', inputs: '', records }], {
      ...options,
      getTree: () => undefined as never,
    });
    await expect(building).rejects.toThrow('not valid JSON');
    expect(await readdir(folder)).toEqual([]);
    await rm(folder, { recursive: true });
  });
});

describe('an amount', () => {
  let index: Index;
  beforeAll(async () => {
    index = await makeIndex([
      [
        { id: 'deal', html: '<p>At least 300 billion dollars a year, and 1.5 million trees.</p>' },
        { id: 'other', html: '<p>Page 300, and a billion stars. A fund of 40bn dollars.</p>' },
      ],
    ]);
  });
  afterAll(() => rm(index.folder, { recursive: true }));

  it.each([
    ['$300bn', '300bn', '300 billion', ['deal', 'other']],
    ['1.5mn trees', '1.5mn', '1.5 million', ['deal']],
  ])('finds stories that spell its unit, and says so: %s', async (q, typed, meant, ids) => {
    const { corrections } = await searchWhole(index.engine, { q });
    expect(corrections).toEqual([{ typed, meant, isApplied: true }]);
    expect(await searchIds(index.engine, { q })).toEqual(ids);
  });

  it('stays as it is where a story has it', async () => {
    expect((await searchWhole(index.engine, { q: '40bn' })).corrections).toEqual([]);
  });
});

describe('words that stand for places', () => {
  let index: Index;
  beforeAll(async () => {
    index = await makeIndex([
      [
        { id: 'says', html: '<p>A Kazakh village by the lake.</p>' },
        { id: 'about', html: '<p>A vote on nuclear power.</p>', filters: { region: ['kazakhstan', 'central-asia'] } },
        {
          id: 'ja',
          lang: 'ja',
          title: 'カザフスタンの原発',
          html: '<p>投票が行われた。</p>',
          filters: { region: ['kazakhstan'] },
        },
      ],
      [
        { id: 'uzbek', html: '<p>Cotton.</p>', filters: { region: ['uzbekistan', 'central-asia'] } },
        { id: 'other', html: '<p>Central banks in Asia and nuclear power.</p>', filters: { region: ['japan'] } },
      ],
    ]);
  });
  afterAll(() => rm(index.folder, { recursive: true }));

  const open = (places: Readonly<Record<string, readonly string[]>>) =>
    openSearchEngine(
      [
        { id: 'part-0', stories: 3 },
        { id: 'part-1', stories: 2 },
      ],
      index.read,
      undefined,
      '',
      async () => new Map(Object.entries(places)),
    );

  it('find the stories that say them, then those about the place', async () => {
    const engine = open({ kazakh: ['kazakhstan'] });
    expect(await searchIds(engine, { q: 'kazakh' })).toEqual(['says', 'about', 'ja']);
    expect(await searchIds(engine, { q: 'kazakh nuclear' })).toEqual(expect.arrayContaining(['about', 'says']));
    expect((await searchIds(engine, { q: 'kazakh nuclear' }))[0]).toBe('about');
    expect((await searchWhole(engine, { q: 'kazakh' })).corrections).toEqual([]);
  });

  it('in another language find the stories about the place, and are no mistakes', async () => {
    const asked: (readonly (readonly string[])[])[] = [];
    const engine = openSearchEngine(
      [{ id: 'part-0', stories: 3 }],
      index.read,
      undefined,
      'en',
      async (_typed, unknown, inexact = []) => {
        asked.push(unknown ? [unknown, inexact] : []);
        return new Map(unknown?.includes('kasachstan') ? [['kasachstan', ['kazakhstan']]] : []);
      },
    );
    const answer = await searchWhole(engine, { q: 'kasachstan village' });
    expect(asked).toEqual([[], [['kasachstan'], ['kasachstan']]]);
    expect([answer.total, answer.corrections.length]).toEqual([3, 0]);
    await searchWhole(engine, { q: 'the village' });
    expect(asked.slice(2)).toEqual([[]]);
  });

  it('in another language may be words that stories have in another form only', async () => {
    const asked: unknown[] = [];
    const findPlaces: FindPlaces = async (_typed, ...words) => {
      if (words.length === 0) return new Map([['asia', ['japan']]]);
      asked.push(words);
      return new Map(['asia', 'bank'].map((word) => [word, ['uzbekistan']]));
    };
    const engine = openSearchEngine([{ id: 'part-1', stories: 2 }], index.read, undefined, 'en', findPlaces);
    expect(await searchIds(engine, { q: 'the asia bank' })).toEqual(['other', 'uzbek']);
    expect(asked).toEqual([[[], ['bank']]]);
    await searchIds(engine, { q: 'asia' });
    expect(asked).toHaveLength(1);
  });

  it('find the same stories of the place by any of its names, in every part', async () => {
    const engine = open({ central: ['central-asia'], asia: ['central-asia'], kz: ['kazakhstan'] });
    const found = await searchIds(engine, { q: 'central asia' });
    expect(found.toSorted()).toEqual(['about', 'other', 'uzbek']);
    expect(await searchIds(engine, { q: 'kz' })).toEqual(['about', 'ja']);
  });

  it('leave alone what is excluded, and a query that names no place', async () => {
    expect(await searchIds(open({ kazakh: ['kazakhstan'] }), { q: 'nuclear -kazakh' })).toEqual(['about', 'other']);
    expect(await searchIds(open({}), { q: 'kazakh' })).toEqual(['says']);
  });

  it('are in the index under a word of their own, which no query can type', async () => {
    const [, english] = await readPart('part-0/', index.read);
    const words = (await english?.readWords('@')) ?? [];
    expect(words.map(({ text }) => text)).toEqual(['@central-asia', '@kazakhstan']);
    expect(toCompound('@kazakhstan').whole).toBe('kazakhstan');
  });
});
