import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { fillPart } from '../../../src/desk/readme-parts.ts';
import { formatMeasured } from '../../bench/build-tables.ts';
import { toBuildsSentence, toRelevanceSentence, toSearchSentence } from '../../bench/figures.ts';
import { estimateStories, formatHostTable } from '../../bench/host-table.ts';
import type { CaseName, Measured, Row } from '../../bench/results.ts';

const toRow = (tool: string, name: CaseName, seconds: number, more: Partial<Row> = {}): Row => ({
  stories: 10_000,
  tool,
  case: name,
  seconds,
  minSeconds: seconds,
  maxSeconds: seconds,
  cpuSeconds: seconds * 1.5,
  runs: 3,
  ...more,
});
const toSize = (files: number, bytes: number) => ({
  files,
  entries: files * 2,
  bytes,
  largestFileBytes: 1e6,
  largestFolderFiles: files / 10,
});
const rows = [
  toRow('gazetteer', 'first build', 41),
  toRow('gazetteer', 'cold', 40, { size: toSize(40_000, 4e8), peakBytes: 1.5e9, phases: { read: 9.9, pages: 12 } }),
  toRow('gazetteer', 'one story added', 5.21),
  toRow('gazetteer', 'one story saved, watched', 0.314),
  toRow('cards', 'cold', 80, { size: toSize(50_000, 8e8), peakBytes: 2e9 }),
  toRow('hugo', 'cold', 28.7, { size: toSize(20_000, 2e8), peakBytes: 3.7e9 }),
  toRow('hugo', 'one story added', 30),
  toRow('eleventy', 'cold', 31.6, { size: toSize(20_000, 2e8), peakBytes: 3.7e9 }),
];
const toMeasured = (some: readonly Row[]): readonly Measured[] => [
  { stories: 10_000, isDemo: false, about: 'Measured today; medians of 3 runs', rows: [...some], notes: ['Left out.'] },
];

describe('figures that benches write into READMEs', () => {
  it('say how quickly a story is published, from the rows of 10,000 stories', () => {
    expect(toBuildsSentence(toMeasured(rows))).toBe(
      '**5.2 s**: the time to publish one new story in an archive of 10,000, 0.18 of what Hugo and Pagefind need for the whole site.',
    );
  });

  it.each(['gazetteer', 'hugo'])('say nothing of a bench without %s', (tool) => {
    expect(toBuildsSentence(toMeasured(rows.filter((row) => row.tool !== tool)))).toBeUndefined();
  });

  it('have the times of each archive, ours with ratios to cold builds of the peers, and what builds need and make', () => {
    const squeezed = formatMeasured(toMeasured(rows)).replace(/ +/gu, ' ').replace(/-+/gu, '-');
    expect(squeezed).toBe(`Measured today; medians of 3 runs.

| 10,000 stories | Gazetteer | to Hugo | to Eleventy | Gazetteer with cards | to Hugo | to Eleventy | Hugo + Pagefind | Eleventy + Pagefind |
| - | - | - | - | - | - | - | - | - |
| first build | 41.0 s (61.5) | 1.43 (1.43) | 1.30 (1.30) | | | | | |
| cold | 40.0 s (60.0) | 1.39 (1.39) | 1.27 (1.27) | 80.0 s (120.0) | 2.79 (2.79) | 2.53 (2.53) | 28.7 s (43.0) | 31.6 s (47.4) |
| one story added | 5.21 s (7.81) | 0.18 (0.18) | 0.16 (0.16) | | | | 30.0 s (45.0) | |
| one story saved, watched | 0.31 s (0.47) | 0.01 (0.01) | 0.01 (0.01) | | | | | |

Steps of our cold build, some beside others: read 9.9 s, pages 12.0 s.

| stories | tool | files | output | a story | peak memory |
| - | - | - | - | - | - |
| 10,000 | Gazetteer | 40,000 | 400 MB | 40 kB | 1.5 GB |
| 10,000 | Gazetteer with cards | 50,000 | 800 MB | 80 kB | 2.0 GB |
| 10,000 | Hugo + Pagefind | 20,000 | 200 MB | 20 kB | 3.7 GB |
| 10,000 | Eleventy + Pagefind | 20,000 | 200 MB | 20 kB | 3.7 GB |

Left out.`);
  });

  it('say how many stories a host takes, between the measured archives and beyond them', () => {
    const points = [
      { stories: 2_000, size: toSize(10_000, 1e8) },
      { stories: 10_000, size: toSize(26_000, 5e8) },
    ];
    expect(estimateStories({ files: 5_000 }, points)).toBe(1_000);
    expect(estimateStories({ files: 18_000 }, points)).toBe(6_000);
    expect(estimateStories({ bytes: 1e9 }, points)).toBe(20_000);
    expect(estimateStories({ bytes: 1e9, files: 18_000 }, points)).toBe(6_000);
    const table = formatHostTable(toMeasured(rows)).replace(/ +/gu, ' ');
    expect(table).toContain('| 20,000 files of at most 25 MiB | 5,000 | 4,000 |');
    expect(table).toContain('| 1 GB | 25,000 | 12,000 |');
  });

  it('say what a search costs and how good it is', () => {
    expect(toSearchSentence(121_499)).toContain(
      '**121 kB**: what a reader loads to see the first ten answers of a search in 10,000 stories',
    );
    const score = { queries: 1, mrr: 0, map: 0, recall10: 0, unanswered: 0 };
    const scored = [
      { collection: 'cranfield', engine: 'Gazetteer', ndcg10: 0.4351, ...score },
      { collection: 'cranfield', engine: 'lunr', ndcg10: 0.4, ...score },
      { collection: 'med', engine: 'Gazetteer', ndcg10: 0.75, ...score },
      { collection: 'med', engine: 'lunr', ndcg10: 0.7, ...score },
    ];
    expect(toRelevanceSentence(scored)).toBe(
      '**0.593**: the quality of the ranking (nDCG@10, mean of 2 test collections); lunr 0.550.',
    );
  });

  it.each(['tests/bench/README.md', 'README.md'])('have their parts in %s', async (file) => {
    const readme = await readFile(file, 'utf8');
    for (const name of ['builds', 'search', 'relevance']) expect(fillPart(readme, name, '')).not.toBe(readme);
  });

  it('have their part in the README of hosts', async () => {
    const readme = await readFile('src/hosts/README.md', 'utf8');
    expect(fillPart(readme, 'host-limits', '')).not.toBe(readme);
  });
});
