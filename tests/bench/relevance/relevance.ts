import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { formatTable } from '../../../src/desk/readme-parts.ts';
import { toRelevanceSentence, writeFigures } from '../figures.ts';
import { askAll, openCollection } from './ask-engine.ts';
import { readCollection } from './collection.ts';
import { indexCollection } from './index-collection.ts';
import { askLunr, askMiniSearch, askPagefind } from './peers.ts';
import { scoreRun, type EngineScores, type Run } from './score.ts';

/** A collection's folder and the language that it is written in. */
interface Measured {
  readonly name: string;
  readonly language: string;
  readonly folder: string;
}

/** The number of results that are scored. */
const depth = 100;

/**
 * Scores the search on test collections: `npm run bench:relevance -- FOLDER …`, with `docs.jsonl`, `queries.jsonl` and
 * `qrels.tsv` in each folder. `FOLDER:fr` is a collection in another language than English. Our search consists of the
 * modules that the search page ships. Node runs them over an index made by the build's own code, and reads files from
 * disk instead of the network. The same run also scores plain Pagefind with its own program, lunr and MiniSearch, each
 * with its defaults.
 *
 * `--write` writes the table into READMEs.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, write: { type: 'boolean', default: false } },
  });
  if (positionals.length === 0) throw new Error('Say which collections: npm run bench:relevance -- FOLDER …');
  const scored: EngineScores[] = [];
  for (const given of positionals) scored.push(...(await scoreCollection(parseFolder(given))));
  process.stdout.write(values.json ? `${JSON.stringify(scored, null, 2)}\n` : toTable(scored));
  if (values.write) await writeFigures('relevance', toTable(scored), toRelevanceSentence(scored));
}

function parseFolder(given: string): Measured {
  const [, folder = given, language = 'en'] = /^(.+?)(?::([a-z]{2,3}))?$/u.exec(given) ?? [];
  return { name: path.basename(folder), language, folder };
}

async function scoreCollection({ name, language, folder }: Measured): Promise<readonly EngineScores[]> {
  const collection = await readCollection(folder);
  process.stderr.write(`${name}: ${collection.docs.length} documents, ${collection.queries.length} questions.\n`);
  const place = await mkdtemp(path.join(tmpdir(), 'relevance-'));
  try {
    await indexCollection(collection, place, language);
    const engine = openCollection(place, collection.docs.length);
    const runs: readonly (readonly [string, Run])[] = [
      ['Gazetteer', await askAll(engine, collection.queries, depth)],
      ['lunr', askLunr(collection)],
      ['MiniSearch', askMiniSearch(collection)],
      ['Pagefind', await askPagefind(collection, path.join(place, 'plain'), language)],
    ];
    return runs.map(([engine, run]) => ({ collection: name, engine, ...scoreRun(run, collection) }));
  } finally {
    await rm(place, { recursive: true });
  }
}

/** Formats the scores of all collections as one table: a row a collection, the engines beside each other. */
function toTable(scored: readonly EngineScores[]): string {
  const rows = [...Map.groupBy(scored, ({ collection }) => collection)];
  const engines = [...new Set(scored.map(({ engine }) => engine))];
  return formatTable(
    ['collection', 'questions', ...engines.map((engine) => `${engine}: nDCG@10, MRR, unanswered`)],
    rows.map(([collection, own]) => [
      collection,
      own[0]?.queries ?? 0,
      ...own.map(({ ndcg10, mrr, unanswered }) => `${ndcg10.toFixed(3)}, ${mrr.toFixed(3)}, ${unanswered}`),
    ]),
  );
}

await main();
