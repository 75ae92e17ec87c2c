import { describe, expect, it } from 'vitest';
import { readNewsroom } from '../../../src/content/reader.ts';
import { createSchemas } from '../../../src/content/schema/schema.ts';
import { checkDraft, composeDraft, suggestSlug, type DraftInput } from '../../../src/desk/draft.ts';
import { askAnswers, answerFromOptions } from '../../../src/desk/new.ts';
import { toStory, toStoryline, writeNewsroom } from '../../support/write-newsroom.ts';

/** A newsroom with a storyline and a story that has an old address. */
const files = {
  'storylines/flood.md': toStoryline(),
  'articles/2024/11/other.md': toStory({ title: 'Other', storylines: '[flood]', aliases: '[/2024/11/taken/]' }),
};

async function openOptions() {
  const contentDir = await writeNewsroom(files);
  const { newsroom } = await readNewsroom({ contentDir, timeZone: 'Europe/Bucharest', language: 'en' });
  const schemas = createSchemas({ timeZone: 'Europe/Bucharest', language: 'en' });
  const context = { newsroom, schemas, timeZone: 'Europe/Bucharest' };
  return { context, language: 'en', nowMs: Date.parse('2024-11-30T22:30:00Z') };
}

const enough = { title: 'Rain again', topic: 'health', regions: 'RO, US' };

const input: DraftInput = {
  title: 'Rain again',
  slug: 'rain-again',
  summary: '',
  published: '2024-11-13',
  topic: 'health',
  regions: ['RO'],
  authors: ['world-desk'],
  tags: [],
  storylines: [],
  lang: '',
};

describe('suggestSlug', () => {
  it.each([
    ['US & allies: what now?', 'us-allies-what-now'],
    ['Überschwemmung in Köln', 'uberschwemmung-in-koln'],
    ['Côte d’Ivoire votes', 'cote-divoire-votes'],
    ['Наводнение в старом городе', 'navodnenie-v-starom-gorode'],
    ['北京发生洪水', 'bei-jing-fa-sheng-hong-shui'],
    ['東京で洪水', 'dong-jing-dehong-shui'],
    ['서울 홍수', 'seoul-hongsu'],
    ['فيضانات في المدينة', 'fydnt-fy-lmdyn'],
    ['ÉCOLES', 'ecoles'],
    ['🌊🌊', ''],
    ['Water '.repeat(20), 'water-water-water-water-water-water-water-water-water-water'],
    ['a'.repeat(110), 'a'.repeat(60)],
  ])('makes %s %s', (title, slug) => {
    expect(suggestSlug(title)).toBe(slug);
  });
});

describe('a draft', () => {
  it.each([
    ['a title that YAML would take apart', { title: 'Floods: "the" #1 river, it’s \\ said - [no]' }],
    ['a title like a list', { title: '- [a, b]' }],
    ['a title like a number', { title: '2024' }],
    ['lines', { title: 'Rain\nagain' }],
    ['Norway', { regions: ['NO'] }],
    ['a region by its number', { regions: ['005'] }],
    ['tags with marks', { tags: ['a, b', 'c: d', '[e]'] }],
    ['another language', { title: 'فيضانات', lang: 'ar' }],
  ])('is right with %s', async (_of, change) => {
    const { context } = await openOptions();
    expect(checkDraft(composeDraft({ ...input, ...change }, 'UTC'), context)).toEqual([]);
  });

  it.each([
    ['a title that is too long', { title: 'a'.repeat(301) }, 'too-long'],
    ['a control character', { title: 'a\u0007' }, 'forbidden-character'],
    ['an address of a page', { slug: '404' }, 'reserved-name'],
    ['an address in capitals', { slug: 'Rain' }, 'invalid-slug'],
    ['a way out of the folder', { slug: '../../rain' }, 'invalid-slug'],
    ['the address of another story', { slug: 'flood' }, 'duplicate-address'],
    ['an old address of another story', { slug: 'taken' }, 'duplicate-address'],
    ['a place in the wrong form', { regions: ['Romania'] }, 'unknown-region'],
    ['a storyline that is not there', { storylines: ['floods'] }, 'unknown-storyline'],
  ])('is wrong with %s', async (_of, change, code) => {
    const { context } = await openOptions();
    expect(checkDraft(composeDraft({ ...input, ...change }, 'UTC'), context).map((issue) => issue.code)).toEqual([
      code,
    ]);
  });
});

describe('answerFromOptions', () => {
  it('takes the given values and the defaults: now in the site’s zone, the only author', async () => {
    expect(answerFromOptions(enough, await openOptions())).toEqual({
      ...input,
      published: '2024-12-01T00:30+02:00',
      regions: ['RO', 'US'],
    });
  });

  it('names everything that is missing or wrong, with the nearest values', async () => {
    const given = { topic: 'helth', regions: 'Romenia', published: '2024-02-30', authors: 'word-desk', lang: 'x_y' };
    expect(answerFromOptions(given, await openOptions())).toBe(
      [
        '`--title` is missing: Title.',
        '--published: `published`: `2024-02-30` is not a valid date or time. Write `2024-02-29` or `2024-03-01`, whichever you mean.',
        '--topic: `helth` is not in topics.yaml. Did you mean `health`?',
        '--regions: `Romenia` is not a country code (ISO 3166), a UN region code (M49) or a group from places.yaml. Did you mean `RO` (Romania)?',
        '--authors: `word-desk` is not in authors.yaml. Did you mean `world-desk`?',
        '--lang: `lang`: `x_y` is not a language tag. Write a BCP 47 tag such as `en`, `ar` or `pt-BR`.',
      ].join('\n'),
    );
  });

  it('asks for an address if none can be made from the title', async () => {
    expect(answerFromOptions({ ...enough, title: '🌊' }, await openOptions())).toBe(
      '`--slug` is missing: Last part of the address.',
    );
  });
});

describe('askAnswers', () => {
  it('asks for the rest, again after a mistake, and offers what is usual', async () => {
    const lines = [
      'Flood',
      '2024-11-20',
      '',
      'rain-again',
      '',
      'helth',
      'health',
      '',
      'RO,XX',
      'RO',
      '',
      'a, b',
      '',
      '',
    ];
    const prompts: string[] = [];
    const told: string[] = [];
    const answers = await askAnswers({ lang: 'ro' }, await openOptions(), {
      ask: (prompt) => {
        prompts.push(prompt);
        return Promise.resolve(lines.shift() ?? 'too many questions');
      },
      tell: (text) => told.push(text),
    });
    expect(answers).toEqual({ ...input, title: 'Flood', published: '2024-11-20', tags: ['a', 'b'], lang: 'ro' });
    expect(prompts.slice(0, 4)).toEqual([
      'Title: ',
      'Published [2024-12-01T00:30+02:00]: ',
      'Last part of the address [flood]: ',
      'Last part of the address [flood]: ',
    ]);
    expect(told).toEqual([
      '--slug: articles/2024/11/flood.md already has this address. Choose another one.\n',
      '--topic: `helth` is not in topics.yaml. Did you mean `health`?\n',
      expect.stringContaining('--regions: `XX` is not a country code (ISO 3166)'),
    ]);
  });
});
