import path from 'node:path';
import process from 'node:process';
import type { ArchiveMonths } from './archive.ts';
import type { Command } from './process-tree.ts';

/**
 * Gives what makes the search index of a built site: one call, or one for every part of a large archive, whose index Pagefind
 * could not hold in memory as a whole.
 */
export function toPagefindCommands(outDir: string, parts: readonly ArchiveMonths[] | undefined): readonly Command[] {
  const toCommand = (...args: readonly string[]): Command => ({
    file: path.resolve('node_modules/.bin/pagefind'),
    args: ['--site', outDir, ...args],
    cwd: process.cwd(),
  });
  if (!parts) return [toCommand()];
  return parts.map(({ id, months }) =>
    toCommand('--glob', toGlob(months), '--output-path', path.join(outDir, 'pagefind', id)),
  );
}

/**
 * Writes the pattern of the pages in some months. Pagefind walks into folders that may match only, but walks the whole site
 * where a choice reaches over a slash: so this is done for parts of several years only, which cannot be written otherwise.
 *
 * @example toGlob(['2011/11', '2011/12']) // '2011/{11,12}/**\/*.html'
 * @example toGlob(['2011/12', '2012/01']) // '{2011/{12},2012/{01}}/**\/*.html'
 */
function toGlob(months: readonly string[]): string {
  const years = Map.groupBy(months, (month) => month.slice(0, '2011'.length));
  const choices = [...years].map(
    ([year, all]) => `${year}/{${all.map((month) => month.slice('2011/'.length)).join()}}`,
  );
  return `${choices.length === 1 ? choices.join() : `{${choices.join()}}`}/**/*.html`;
}
