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
import { scoreRun, type Run, type Scores } from './score.ts';

/**
 * Scores the search on a test collection: `npm run bench:relevance -- FOLDER`, with `docs.jsonl`, `queries.jsonl` and
 * `qrels.tsv` in the folder. Our search consists of the modules that the search page ships. Node runs them over an
 * index made by the build's own code, and reads files from disk instead of the network. The same run also scores plain
 * Pagefind with its own program, lunr and MiniSearch, each with its defaults.
 *
 * `--language fr` for a collection in another language than English; `--write` writes the figures into READMEs, which
 * hold those of Cranfield.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      language: { type: 'string', default: 'en' },
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  const [folder] = positionals;
  if (folder === undefined) throw new Error('Say which collection: npm run bench:relevance -- FOLDER');
  const collection = await readCollection(folder);
  process.stderr.write(`${collection.docs.length} documents, ${collection.queries.length} questions.\n`);
  const place = await mkdtemp(path.join(tmpdir(), 'relevance-'));
  try {
    await indexCollection(collection, place, values.language);
    const engine = openCollection(place, collection.docs.length);
    const runs: readonly (readonly [string, Run])[] = [
      ['Gazetteer', await askAll(engine, collection.queries, 1000)],
      ['lunr', askLunr(collection)],
      ['MiniSearch', askMiniSearch(collection)],
      ['Pagefind', await askPagefind(collection, path.join(place, 'plain'), values.language)],
    ];
    const scored = runs.map(([name, run]) => ({ name, ...scoreRun(run, collection) }));
    process.stdout.write(values.json ? `${JSON.stringify(scored, null, 2)}\n` : toTable(scored));
    if (values.write) await writeFigures('relevance', toTable(scored), toRelevanceSentence(scored));
  } finally {
    await rm(place, { recursive: true });
  }
}

function toTable(rows: readonly (Scores & { readonly name: string })[]): string {
  return formatTable(
    ['engine', 'nDCG@10', 'MRR', 'MAP', 'recall@10', 'unanswered'],
    rows.map(({ name, ndcg10, mrr, map, recall10, unanswered }) => [
      name,
      ...[ndcg10, mrr, map, recall10].map((value) => value.toFixed(3)),
      unanswered,
    ]),
  );
}

await main();
