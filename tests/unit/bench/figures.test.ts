import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { fillPart } from '../../../src/desk/readme-parts.ts';
import { toBuildsSentence, toRelevanceSentence, toSearchSentence } from '../../bench/figures.ts';
import type { Row } from '../../bench/results.ts';

const toRow = (tool: string, name: string, seconds: number, stories = 10_000): Row => ({
  stories,
  tool,
  case: name,
  seconds,
  minSeconds: seconds,
  maxSeconds: seconds,
  cpuSeconds: seconds,
  peakBytes: 1,
  pages: 1,
  bytes: 1,
  phases: {},
  runs: 1,
});
const rows = [
  toRow('Gazetteer', 'one story added', 9, 1_000),
  toRow('Gazetteer', 'cold', 40),
  toRow('Gazetteer', 'one story added', 5.21),
  toRow('Hugo + Pagefind', 'cold', 28.7),
  toRow('Eleventy + Pagefind', 'cold', 31.6),
];

describe('figures that benches write into READMEs', () => {
  it('say how quickly a story is published, from the rows of 10,000 stories', () => {
    expect(toBuildsSentence(rows)).toBe(
      '**5.2 s**: the time to publish one new story in an archive of 10,000, 0.18 of what Hugo and Pagefind need for the whole site.',
    );
  });

  it.each([1, 2, 3, 4])('say nothing of a bench that left something out', (last) => {
    expect(toBuildsSentence(rows.slice(0, last))).toBeUndefined();
  });

  it('say what a search costs and how good it is', () => {
    expect(toSearchSentence(121_499)).toContain(
      '**121 kB**: what a reader loads to see the first ten answers of a search in 10,000 stories',
    );
    const score = { queries: 1, mrr: 0, map: 0, recall10: 0, unanswered: 0 };
    const scored = [
      { name: 'Gazetteer', ndcg10: 0.4351, ...score },
      { name: 'lunr', ndcg10: 0.4, ...score },
    ];
    expect(toRelevanceSentence(scored)).toBe(
      '**0.435**: the quality of the ranking (nDCG@10, Cranfield collection); lunr 0.400.',
    );
  });

  it.each(['tests/bench/README.md', 'README.md'])('have their parts in %s', async (file) => {
    const readme = await readFile(file, 'utf8');
    for (const name of ['builds', 'search', 'relevance']) expect(fillPart(readme, name, '')).not.toBe(readme);
  });
});
