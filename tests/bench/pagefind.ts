import path from 'node:path';
import process from 'node:process';
import type { ArchiveMonths } from './archive.ts';
import type { Command } from './process-tree.ts';

/**
 * Returns the commands that make the search index of a built site: one, or one for every part of a large archive, whose
 * index Pagefind could not hold in memory as a whole.
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
 * Returns the glob pattern of the pages in some months. Pagefind only enters folders that may match, but walks the
 * whole site if alternatives contain a slash. So they are used only for parts of several years, which cannot be written
 * otherwise.
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
