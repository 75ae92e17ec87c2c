import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import process from 'node:process';
import { fillPart } from '../../src/desk/readme-parts.ts';
import type { CaseName, Measured } from './results.ts';
import { hugo } from './peers.ts';
import { gazetteer } from './gazetteer.ts';
import { formatCount, formatMeasured } from './build-tables.ts';
import { formatHostTable } from './host-table.ts';
import type { EngineScores } from './relevance/score.ts';

const benchReadme = 'tests/bench/README.md';
const hostsReadme = 'src/hosts/README.md';

/** The sizes and collections whose figures READMEs show. Others are only printed. */
export const heldStories = 10_000;

/**
 * Writes a measurement into the part of tests/bench/README.md that has its name, below the day and the machine, and one
 * sentence of it into the front README.
 */
export async function writeFigures(name: string, figures: string, sentence: string): Promise<void> {
  await rewrite(benchReadme, name, `${describeMachine()}.\n\n${figures}`);
  await rewrite('README.md', name, sentence);
  process.stdout.write(`Written into ${benchReadme} and README.md: ${name}.\n`);
}

/**
 * Writes the measurements of builds into READMEs, and what follows from them for hosts. Does nothing while a case is
 * missing that the sentence in the front README needs.
 */
export async function writeBuildFigures(measured: readonly Measured[]): Promise<void> {
  const sentence = toBuildsSentence(measured);
  if (sentence === undefined) return;
  await rewrite(benchReadme, 'builds', formatMeasured(measured));
  await rewrite('README.md', 'builds', sentence);
  await rewrite(hostsReadme, 'host-limits', formatHostTable(measured));
  process.stdout.write(`Written into ${benchReadme}, README.md and ${hostsReadme}: builds.\n`);
}

async function rewrite(file: string, name: string, text: string): Promise<void> {
  await writeFile(file, fillPart(await readFile(file, 'utf8'), name, text));
}

/** Says when and on what something is measured, as the beginning of a sentence. */
export function describeMachine(): string {
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date());
  return `Measured on ${day}, ${availableParallelism()} cores, Node ${process.versions.node}`;
}

/** Says how quickly one new story is published. Undefined if the bench left out a case that this needs. */
export function toBuildsSentence(measured: readonly Measured[]): string | undefined {
  const rows = measured.flatMap((archive) => archive.rows);
  const find = (tool: string, name: CaseName) =>
    rows.find((row) => row.stories === heldStories && row.tool === tool && row.case === name)?.seconds;
  const [added, cold] = [find(gazetteer.id, 'one story added'), find(hugo.id, 'cold')];
  if (added === undefined || cold === undefined) return undefined;
  const ratio = (added / cold).toFixed(2);
  return `**${added.toFixed(1)} s**: the time to publish one new story in an archive of ${formatCount(heldStories)}, ${ratio} of what Hugo and Pagefind need for the whole site.`;
}

/** Says what a search costs a reader. */
export function toSearchSentence(medianBytes: number): string {
  return `**${(medianBytes / 1000).toFixed(0)} kB**: what a reader loads to see the first ten answers of a search in ${formatCount(heldStories)} stories (median; page and index included).`;
}

/** Says how well stories are ranked compared with other engines, on average over the collections. */
export function toRelevanceSentence(scored: readonly EngineScores[]): string {
  const collections = new Set(scored.map(({ collection }) => collection)).size;
  const [own, ...others] = [...Map.groupBy(scored, ({ engine }) => engine)].map(([engine, scores]) => ({
    engine,
    score: (scores.reduce((sum, { ndcg10 }) => sum + ndcg10, 0) / scores.length).toFixed(3),
  }));
  const beside = others.map(({ engine, score }) => `${engine} ${score}`).join(', ');
  return `**${own?.score ?? ''}**: the quality of the ranking (nDCG@10, mean of ${collections} test collections); ${beside}.`;
}
