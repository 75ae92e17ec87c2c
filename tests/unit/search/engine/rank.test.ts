import { describe, expect, it } from 'vitest';
import { selectMatching } from '../../../../src/search/engine/answer.ts';
import { orderLikeFirst } from '../../../../src/search/engine/like-first.ts';
import type { IndexMatches } from '../../../../src/search/engine/matches.ts';
import type { StoryIndex } from '../../../../src/search/format/part.ts';
import { rankStories, type Hit } from '../../../../src/search/engine/rank.ts';
import { rankingWeights } from '../../../../src/search/engine/ranking-weights.ts';

const fields = ['title', 'summary', 'names'];

/** A story with a number of words: the positions of its words, and how often they appear in which field. */
interface Story {
  readonly words?: number;
  readonly month?: string;
  readonly text: Readonly<Record<string, readonly number[]>>;
  readonly fields?: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

const unused = () => Promise.reject(new Error('This test reads nothing.'));

function makeMatches(query: readonly string[], stories: readonly Story[], language = 'x-en'): IndexMatches {
  const index: StoryIndex = {
    language,
    manifest: {
      pages: stories.map(({ words = 300 }, page) => ({ hash: String(page), words })),
      chunks: [],
      everywhere: [],
      filters: new Map(),
      version: '',
      fields,
    },
    months: stories.map(({ month = '2024-11' }) => month),
    ranks: [...stories.keys()],
    readWords: unused,
    readWord: unused,
    readFilter: unused,
    readFragment: unused,
    readVocabulary: unused,
  };
  const words = [...new Set(query)].map((stem) => ({
    stem,
    times: query.filter((typed) => typed === stem).length,
    forms: [stem],
    postings: stories.flatMap((story, page) => {
      const own = story.fields?.[stem] ?? {};
      const numbers = Object.fromEntries(Object.entries(own).map(([field, count]) => [fields.indexOf(field), count]));
      const positions = story.text[stem] ?? [];
      return positions.length > 0 || (own !== undefined && Object.keys(own).length > 0)
        ? [{ page, mentions: positions.length, positions, headings: 0, fields: numbers }]
        : [];
    }),
  }));
  return { index, words, allowed: undefined };
}

const toScores = (hits: readonly Hit[]) => hits.map(({ score }) => Number(score.toFixed(9)));

const rank = (query: readonly string[], stories: readonly Story[]) =>
  rankStories([makeMatches(query, stories)]).map(({ page }) => page);

const others: readonly Story[] = Array.from({ length: 20 }, () => ({ text: { common: [5] } }));

const some = (word: string, count: number): readonly Story[] =>
  Array.from({ length: count }, () => ({ text: { [word]: [90] } }));

describe('rankStories', () => {
  it('lets a rare word count more than a common one', () => {
    expect(rank(['rare', 'common'], [{ text: { common: [1, 2, 3] } }, { text: { rare: [1] } }, ...others])[0]).toBe(1);
  });

  it('measures age among stories of the same language', () => {
    const english = makeMatches(['peace'], [{ text: { peace: [1] } }, { month: '2023-11', text: { peace: [1] } }]);
    const later = makeMatches(['peace'], [{ month: '2030-01', text: { peace: [1] } }], 'x-fr');
    const scores = (matches: readonly IndexMatches[]) =>
      toScores(rankStories(matches).filter(({ index }) => index === english.index));
    expect(scores([english, later])).toEqual(scores([english]));
  });

  it('counts each sign once where found words overlap, as in Chinese', () => {
    const stories = [{ text: { 脆弱: [1], 弱性: [1] } }, { text: { 脆弱: [4] } }, { text: { 脆弱性: [2] } }];
    const matches = makeMatches(['脆弱', '弱性', '脆弱性', '无'], stories, 'zh');
    const signs = [[0, 1], [1, 2], [0, 1, 2], [3]];
    const words = matches.words.map((word, at) => ({ ...word, signs: signs[at] }));
    const hits = rankStories([{ ...matches, words }]).toSorted((a, b) => a.page - b.page);
    expect(hits.map(({ coverage }) => Number(coverage.toFixed(3)))).toEqual([1, 0.667, 1]);
  });

  it('puts a story whose headline has the word before one that mentions it more often', () => {
    const headline = { text: { peace: [0] }, fields: { peace: { title: 1 } } };
    expect(rank(['peace'], [{ text: { peace: [50, 90] } }, headline, { text: {} }, { text: {} }])[0]).toBe(1);
  });

  it('counts a word twice that was typed twice', () => {
    const stories = [{ text: { library: [1] } }, { text: { user: [1] } }];
    expect(rank(['library', 'user', 'user'], stories)).toEqual([1, 0]);
    expect(rank(['library', 'library', 'user'], stories)).toEqual([0, 1]);
  });

  it('puts a headline with the whole query before one with half of it, mentioned more often', () => {
    const whole = { text: { port: [0], video: [1] }, fields: { port: { title: 1 }, video: { title: 1 } } };
    const half = { text: { port: [0, 40], video: [3] }, fields: { port: { title: 1 } } };
    expect(rank(['port', 'video'], [half, whole, ...others])[0]).toBe(1);
  });

  it('puts a story with all words in one passage before one that has them far apart', () => {
    const apart = { text: { port: [10], video: [400], link: [800] }, words: 900 };
    const together = { text: { port: [400], video: [440], link: [480] }, words: 900 };
    expect(rank(['port', 'video', 'link'], [apart, together, ...others])[0]).toBe(1);
  });

  it('puts a story with the word in its first sentences before one that has it later', () => {
    expect(rank(['rare'], [{ text: { rare: [40] } }, { text: { rare: [39] } }, ...others])).toEqual([1, 0]);
  });

  it('lets a rare word of a question decide more than common ones together', () => {
    const stories = [
      { text: { rare: [90] } },
      { text: { one: [90], two: [290] } },
      ...some('one', 7),
      ...some('two', 7),
    ];
    const matches = [makeMatches(['rare', 'one', 'two'], [...stories, ...some('other', 60)])];
    const first = (rarity: number) => rankStories(matches, { ...rankingWeights, passage: 0, rarity })[0]?.page;
    expect([first(1), first(1.5)]).toEqual([1, 0]);
  });

  it('finds a story by names that its text does not have', () => {
    expect(rank(['peru'], [{ text: {}, fields: { peru: { names: 1 } } }, { text: {} }])).toEqual([0]);
  });

  it('puts words next to each other before the same words far apart', () => {
    const query = ['north', 'korea'];
    expect(
      rank(query, [{ text: { north: [5], korea: [200] } }, { text: { north: [5], korea: [6] } }, ...others])[0],
    ).toBe(1);
  });

  it('expects more mentions of a longer story', () => {
    expect(
      rank(
        ['word'],
        [
          { words: 900, text: { word: [1, 2] } },
          { words: 200, text: { word: [1, 2] } },
        ],
      )[0],
    ).toBe(1);
  });

  it('prefers the newer of two stories that match alike, and no newer one to a clear match', () => {
    const old = { month: '2019-01', text: { peace: [1] } };
    const fresh = { month: '2024-11', text: { peace: [1] } };
    expect(rank(['peace'], [old, fresh])).toEqual([1, 0]);
    expect(rank(['peace'], [{ ...old, text: { peace: [1, 2] } }, fresh])).toEqual([0, 1]);
    expect(rankingWeights.recency).toBeLessThanOrEqual(0.05);
  });

  it('ranks parts as if they were one index', () => {
    const stories: readonly Story[] = [
      { text: { rare: [1] } },
      { text: { common: [1, 2, 3, 4] } },
      { text: { rare: [1], common: [7] } },
      ...others,
    ];
    const whole = rankStories([makeMatches(['rare', 'common'], stories)]);
    const cut = [
      makeMatches(['rare', 'common'], stories.slice(0, 2)),
      makeMatches(['rare', 'common'], stories.slice(2)),
    ];
    const merged = rankStories(cut).map((hit) => hit.page + (hit.index === cut[0]?.index ? 0 : 2));
    expect(merged.slice(0, 3)).toEqual(whole.slice(0, 3).map(({ page }) => page));
    expect(toScores(rankStories(cut))).toEqual(toScores(whole));
  });

  it('says how much of the query a story holds, rare words counting more', () => {
    const hits = rankStories([makeMatches(['rare', 'common'], [{ text: { rare: [1] } }, ...others])]);
    expect(hits.find(({ page }) => page === 0)?.coverage).toBeGreaterThan(0.9);
    expect(hits.find(({ page }) => page === 1)?.coverage).toBeLessThan(0.1);
  });

  it('returns nothing for an empty search', () => {
    expect(rankStories([])).toEqual([]);
    expect(rank(['absent'], [{ text: {} }])).toEqual([]);
  });
});

const hit = (coverage: number, score = 1) => ({ coverage, score }) as Hit;

const many = (count: number, coverage: number, score?: number) =>
  Array.from({ length: count }, () => hit(coverage, score));

describe('selectMatching', () => {
  it('keeps to stories that hold all words when there are enough of them', () => {
    expect(selectMatching([...many(10, 1), hit(0.9)])).toHaveLength(10);
  });

  it('adds the best of the others when there are few, and none of little worth', () => {
    expect(selectMatching([hit(1), hit(0.6, 0.5), hit(0.9, 0.04)])).toEqual([hit(1), hit(0.6, 0.5)]);
    expect(selectMatching([hit(1), hit(0.1, 0.01)])).toHaveLength(2);
    expect(selectMatching([...many(7, 1), ...many(100, 0.5)])).toHaveLength(37);
    expect(selectMatching(many(200, 0.5))).toHaveLength(100);
  });

  it('changes little when one story has one word less, and nothing when a story without all words has one more', () => {
    for (let whole = 1; whole <= 12; whole += 1) {
      const rest = many(300, 0.7, 0.5);
      const before = selectMatching([...many(whole, 1), ...rest]).length;
      const after = selectMatching([...many(whole - 1, 1), hit(0.999), ...rest]).length;
      expect(Math.abs(after - before)).toBeLessThanOrEqual(10);
      expect(selectMatching([...many(whole, 1), hit(0.2999, 0.5), ...rest])).toHaveLength(before);
      expect(selectMatching([...many(whole, 1), hit(0.3001, 0.5), ...rest])).toHaveLength(before);
    }
  });
});

const text = (score: number, words: string) => ({ score, words: new Map(words.split(' ').map((word) => [word, 1])) });

describe('orderLikeFirst', () => {
  it('lets a story rise that is like the first', () => {
    const stories = [text(10, 'flood river rain'), text(6, 'court judge law'), text(5.9, 'flood river dam')];
    expect(orderLikeFirst(stories, 1)).toEqual([0, 2, 1]);
  });

  it('takes the subject from the first three, so that one of another kind does not decide', () => {
    const stories = [text(10, 'court law'), text(9.9, 'flood rain'), text(9.8, 'flood dam'), text(6, 'court jury')];
    expect(orderLikeFirst([...stories, text(5.9, 'flood rain dam')], 1).indexOf(4)).toBeLessThan(
      orderLikeFirst([...stories, text(5.9, 'flood rain dam')], 1).indexOf(3),
    );
  });

  it('leaves two stories unchanged', () => {
    expect(orderLikeFirst([text(2, 'a'), text(1, 'a')], 1)).toEqual([0, 1]);
  });
});
