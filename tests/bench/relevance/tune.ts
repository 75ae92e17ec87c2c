import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { rankingWeights, type RankingWeights } from '../../../src/search/engine/ranking-weights.ts';
import { createRandom } from '../../support/random.ts';
import { askAll, openCollection } from './ask-engine.ts';
import { readCollection, type Collection } from './collection.ts';
import { indexCollection } from './index-collection.ts';
import { scoreRun } from './score.ts';

/**
 * Looks for better ranking weights: `node tests/bench/relevance/tune.ts FOLDER`. Two kinds of queries weigh the same:
 * the collection's questions (nDCG@10), and headlines that somebody half remembers (MRR), as news readers type them. A
 * value is worth taking only if it wins on questions that had no say in choosing it: five folds, each judged by the
 * value that was best on the four others.
 */
const grid: Partial<Record<keyof RankingWeights, readonly number[]>> = {
  saturation: [1.2, 1.4, 1.6, 2],
  length: [0.55, 0.65, 0.75],
  rarity: [1, 1.15, 1.3],
  lead: [0, 0.15, 0.3],
  title: [0, 0.2, 0.4],
  headline: [0, 0.5, 1],
  pair: [0, 0.1, 0.2],
  passage: [0, 0.5, 1],
  likeness: [0, 1, 2, 3],
};

const folds = 5;

async function main(): Promise<void> {
  const folder = process.argv[2];
  if (folder === undefined) throw new Error('Say which collection: node tests/bench/relevance/tune.ts FOLDER');
  const collection = await readCollection(folder);
  const headlines = makeHeadlines(collection);
  const place = await mkdtemp(path.join(tmpdir(), 'tune-'));
  try {
    await indexCollection(collection, place, 'en');
    const measure = async (weights: RankingWeights) => {
      const engine = openCollection(place, collection.docs.length, weights);
      const questions = await askAll(engine, collection.queries, 10);
      const remembered = await askAll(engine, headlines.queries, 10);
      return Array.from({ length: folds }, (_, fold) => {
        const own = <Item>(items: readonly Item[]) => items.filter((__, number) => number % folds === fold);
        const { ndcg10 } = scoreRun(questions, { ...collection, queries: own(collection.queries) });
        const { mrr } = scoreRun(remembered, { ...headlines, queries: own(headlines.queries) });
        return { ndcg10, mrr };
      });
    };
    await compare(measure);
  } finally {
    await rm(place, { recursive: true });
  }
}

type Measure = (weights: RankingWeights) => Promise<readonly { readonly ndcg10: number; readonly mrr: number }[]>;

async function compare(measure: Measure): Promise<void> {
  for (const [name, values] of Object.entries(grid)) {
    const rows: { readonly value: number; readonly scores: Awaited<ReturnType<Measure>> }[] = [];
    for (const value of values) rows.push({ value, scores: await measure({ ...rankingWeights, [name]: value }) });
    const total = (row: (typeof rows)[number], isCounted: (fold: number) => boolean) =>
      mean(row.scores.filter((_, fold) => isCounted(fold)).map(({ ndcg10, mrr }) => ndcg10 + mrr));
    const heldOut = Array.from({ length: folds }, (_, fold) => {
      const best = rows.toSorted(
        (a, b) => total(b, (other) => other !== fold) - total(a, (other) => other !== fold),
      )[0];
      return best ? total(best, (own) => own === fold) : 0;
    });
    process.stdout.write(`${name} (held out ${mean(heldOut).toFixed(4)})\n`);
    for (const { value, scores } of rows) {
      const [ndcg10, mrr] = [mean(scores.map((score) => score.ndcg10)), mean(scores.map((score) => score.mrr))];
      const mark = value === rankingWeights[name as keyof RankingWeights] ? ' ←' : '';
      process.stdout.write(
        `  ${String(value).padStart(5)}  questions ${ndcg10.toFixed(4)}  headlines ${mrr.toFixed(4)}${mark}\n`,
      );
    }
  }
}

/** Makes queries from every third headline: each word is kept with a probability of six in ten, in its place. */
function makeHeadlines({ docs }: Collection): Pick<Collection, 'queries' | 'relevant'> {
  const chosen = docs.filter(({ title }, number) => number % 3 === 0 && title.split(' ').length > 6);
  const queries = chosen.map(({ id, title }, number) => {
    const random = createRandom(number + 1);
    return {
      id,
      text: title
        .split(' ')
        .filter(() => random() < 0.6)
        .join(' '),
    };
  });
  return { queries, relevant: new Map(chosen.map(({ id }) => [id, new Set([id])])) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

await main();
