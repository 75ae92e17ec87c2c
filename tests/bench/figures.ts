import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import process from 'node:process';
import { fillPart } from '../../src/desk/readme-parts.ts';
import type { Row } from './results.ts';
import { eleventy, hugo } from './peers.ts';
import { gazetteer } from './gazetteer.ts';
import type { Scores } from './relevance/score.ts';

const benchReadme = 'tests/bench/README.md';

/** The sizes and collections whose figures READMEs show. Others are only printed. */
export const heldStories = 10_000;

/**
 * Writes a measurement into the part of tests/bench/README.md that has its name, below the day and the machine, and one
 * sentence of it into the front README.
 */
export async function writeFigures(name: string, figures: string, sentence: string): Promise<void> {
  await rewrite(benchReadme, name, `${describeMachine()}\n\n${figures}`);
  await rewrite('README.md', name, sentence);
  process.stdout.write(`Written into ${benchReadme} and README.md: ${name}.\n`);
}

async function rewrite(file: string, name: string, text: string): Promise<void> {
  await writeFile(file, fillPart(await readFile(file, 'utf8'), name, text));
}

function describeMachine(): string {
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date());
  return `Measured on ${day}, ${availableParallelism()} cores, Node ${process.versions.node}.`;
}

/** Says how quickly one new story is published. Undefined if the bench left out a case that this needs. */
export function toBuildsSentence(rows: readonly Row[]): string | undefined {
  const find = (tool: string, name: string) =>
    rows.find((row) => row.stories === heldStories && row.tool === tool && row.case === name)?.seconds;
  const [added, cold] = [find(gazetteer.name, 'one story added'), find(hugo.name, 'cold')];
  if (added === undefined || cold === undefined || find(eleventy.name, 'cold') === undefined) return undefined;
  const ratio = (added / cold).toFixed(2);
  return `**${added.toFixed(1)} s**: the time to publish one new story in an archive of ${formatCount(heldStories)}, ${ratio} of what Hugo and Pagefind need for the whole site.`;
}

/** Says what a search costs a reader. */
export function toSearchSentence(medianBytes: number): string {
  return `**${(medianBytes / 1000).toFixed(0)} kB**: what a reader loads to see the first ten answers of a search in ${formatCount(heldStories)} stories (median; page and index included).`;
}

/** Says how well stories are ranked compared with other engines. */
export function toRelevanceSentence(scored: readonly (Scores & { readonly name: string })[]): string {
  const [own, ...others] = scored.map(({ name, ndcg10 }) => ({ name, score: ndcg10.toFixed(3) }));
  const beside = others.map(({ name, score }) => `${name} ${score}`).join(', ');
  return `**${own?.score ?? ''}**: the quality of the ranking (nDCG@10, Cranfield collection); ${beside}.`;
}

function formatCount(count: number): string {
  return count.toLocaleString('en-GB');
}
