import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findRelative, splitUnknown } from '../../../../src/search/engine/relatives.ts';
import { openSearchEngine } from '../../../../src/search/engine/engine.ts';
import { idleState } from '../../../../src/search/engine/state.ts';
import { makeIndex, searchIds, searchWhole } from '../../../support/make-index.ts';

const toStem = (word: string) => word.replace(/n$/u, '');

describe('findRelative', () => {
  it.each([
    ['the longest shared beginning', 'septicemia', ['septuagenarian', 'septicemic', 'septic'], 'septicemic'],
    ['the shorter of two that share as much', 'chemists', ['chemistries', 'chemistry'], 'chemistry'],
    ['nothing below five shared letters', 'pasta', ['paste'], undefined],
    ['nothing that shares less than three quarters', 'treason', ['treasury', 'treadmill'], undefined],
    ['nothing that adds much to the word', 'metal', ['metallurgical'], undefined],
    ['nothing for numbers', '123456', ['123457'], undefined],
  ])('finds %s', (_what, typed, words, found) => {
    expect(findRelative(typed, words)).toBe(found);
  });
});

describe('splitUnknown', () => {
  const words = ['tourist', 'touristen', 'strecke', 'arbeit', 'platz', 'quelle', 'tag', 'recke'];

  it.each([
    ['the longest word at each end', 'touristenstrecken', ['touristen', 'strecke']],
    ['the words around a joining s', 'arbeitsplatz', ['arbeit', 'platz']],
    ['one end, if it is half of the word', 'fehlerquelle', ['quelle']],
    ['one beginning, if it is half of the word', 'platzangst', ['platz']],
    ['no end that is less than half of the word', 'wissenschaftsplatz', []],
    ['no short word', 'montag', []],
    ['nothing where neither end is a word', 'quedlinburg', []],
    ['nothing in numbers', '1platz5quelle', []],
  ])('finds %s', (_what, typed, parts) => {
    expect(splitUnknown(typed, words, toStem)).toEqual(parts);
  });
});

describe('a search of which no story has a word', () => {
  let index: Awaited<ReturnType<typeof makeIndex>>;
  beforeAll(async () => {
    index = await makeIndex([
      [
        { id: 'plague', html: '<p>The septicemic plague killed many in the town.</p>' },
        { id: 'rail', lang: 'de', html: '<p>Zwei Strecken dienen den Touristen. Die Quelle im Tal ist alt.</p>' },
        { id: 'bahn', lang: 'de', html: '<p>Eine Strecke bleibt zu, und Septikämie heilbar.</p>' },
      ],
      [
        { id: 'market', html: '<p>Bridget and her chemist opened the market.</p>' },
        { id: 'alt', lang: 'de', html: '<p>Was das alles ist, weiß niemand.</p>' },
      ],
    ]);
  });
  afterAll(() => rm(index.folder, { recursive: true }));

  const ask = async (q: string) => {
    const { corrections } = await searchWhole(index.engine, { q });
    return { ids: await searchIds(index.engine, { q }), corrections };
  };

  it('finds the stories with one of its family, and says so', async () => {
    expect(await ask('Was ist ein Septikämiker?')).toEqual({
      ids: ['bahn'],
      corrections: [{ typed: 'Septikämiker', meant: 'Septikämie', isApplied: true }],
    });
    expect((await ask('“Septikämiker”')).ids).toEqual(['bahn']);
  });

  it.each([
    ['septicemia', 'septicemic'],
    ['bridges', 'bridget'],
    ['chemistry', 'chemist'],
  ])('only offers another in a language with a list of words: %s', async (typed, meant) => {
    expect(await ask(typed)).toEqual({ ids: [], corrections: [{ typed, meant, isApplied: false }] });
  });

  it('finds the stories with the parts of a compound, and says so', async () => {
    expect(await ask('Welche Touristenstrecken?')).toEqual({
      ids: ['rail', 'bahn'],
      corrections: [{ typed: 'touristenstrecken', meant: 'touristen strecken', isApplied: true }],
    });
    expect((await ask('Fehlerquelle')).ids).toEqual(['rail']);
  });

  it('stays without an answer if there is nothing like it', async () => {
    expect(await ask('Sepsis')).toEqual({ ids: [], corrections: [] });
    expect(await ask('Hexenwerk -das')).toEqual({ ids: [], corrections: [] });
  });

  it('finds the stories with its stop words, the newest at first, and says so', async () => {
    const parts = ['part-0', 'part-1'].map((id) => ({ id, stories: 40_000 }));
    const engine = openSearchEngine(parts, index.read);
    const [, newest] = await Array.fromAsync(engine.search({ ...idleState, q: 'Was ist Sepsis?' }));
    expect([newest?.relaxed, newest?.isPaused, newest?.pending?.id]).toEqual(['commonOnly', true, 'part-1']);
    expect((await newest?.readResults(0, 10))?.map(({ url }) => url)).toEqual([expect.stringContaining('/rail/')]);
    expect(await ask('Was ist Sepsis?')).toEqual({ ids: ['alt', 'rail'], corrections: [] });
    expect((await searchWhole(index.engine, { q: 'Was ist eine Quelle?' })).relaxed).toBeUndefined();
  });

  it('leaves a word alone beside one that stories contain', async () => {
    const answer = await ask('septicemia town');
    expect(answer.corrections.filter(({ isApplied }) => isApplied)).toEqual([]);
    expect(answer.ids).toEqual(['plague']);
  });
});
