import { hasErrors } from '../core/issue.ts';
import type { Article } from '../news/article.ts';
import { isFiledAlike } from '../news/edited.ts';
import type { Newsroom } from '../news/newsroom.ts';
import type { PageReading } from './reading/page.ts';

/** Reads Markdown files of stories again and returns the result for each, in the same order. */
type StoriesReader = (files: readonly string[]) => Promise<readonly PageReading[]>;

/**
 * Reads stories of a newsroom again.
 *
 * @returns the stories that have changed, by what they were. Undefined if only reading the whole newsroom tells what the
 * changes mean: a file is not a story that was read before, it has errors now, or the story is filed differently
 */
export async function rereadStories(
  { articles }: Newsroom,
  files: readonly string[],
  read: StoriesReader,
): Promise<ReadonlyMap<Article, Article> | undefined> {
  const byFile = new Map(articles.map((article) => [article.file, article]));
  const before = files.flatMap((file) => byFile.get(file) ?? []);
  if (before.length < files.length) return undefined;
  const readings = await read(files);
  const edited = new Map<Article, Article>();
  for (const [index, old] of before.entries()) {
    const { value, issues } = (readings[index] ?? { issues: [] }) as PageReading<'articles'>;
    if (!value || hasErrors(issues)) return undefined;
    const now = { ...value, id: old.id, file: old.file };
    if (!isFiledAlike(old, now)) return undefined;
    if (JSON.stringify(old) !== JSON.stringify(now)) edited.set(old, now);
  }
  return edited;
}
