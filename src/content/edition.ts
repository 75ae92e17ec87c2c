import { getCollection } from 'astro:content';
import type { Issue } from '../core/issue.ts';
import type { Article } from '../news/article.ts';
import { buildEdition, type Edition, type EditionOptions } from '../news/edition.ts';
import { emptyNewsroom } from '../news/newsroom.ts';
import { newsroomDataId, problemsId, type NewsroomData } from './collections.ts';

/** An edition, and the errors in newer versions of its texts. */
export interface ReadEdition {
  readonly edition: Edition;
  readonly problems: readonly Issue[];
}

/** Builds the last edition without errors from Astro's content store, for the authoring server. */
export async function readEdition(options: EditionOptions): Promise<ReadEdition> {
  // Our loaders alone fill the store, so the entries have the newsroom's types.
  const entries: { data: unknown }[] = await getCollection('articles');
  const others: { id: string; data: unknown }[] = await getCollection('newsroom');
  const problems = others.find(({ id }) => id === problemsId)?.data as { issues: readonly Issue[] } | undefined;
  const newsroomData = (others.find(({ id }) => id === newsroomDataId)?.data ?? emptyNewsroom) as NewsroomData;
  const articles = entries.map(({ data }) => data as Article);
  return { edition: buildEdition({ ...newsroomData, articles }, options), problems: problems?.issues ?? [] };
}
