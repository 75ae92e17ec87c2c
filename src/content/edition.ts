import { getCollection } from 'astro:content';
import type { Article } from '../news/article.ts';
import { buildEdition, type Edition, type EditionOptions } from '../news/edition.ts';
import { takeOver } from './handover.ts';
import { furnitureId, problemsId, type Furniture } from './collections.ts';

/**
 * Gives the edition that the build command has left, or builds one from Astro's content store. Throws with the report of all
 * errors, in the authoring server.
 */
export async function readEdition(options: EditionOptions): Promise<Edition> {
  const built = takeOver()?.edition;
  if (built) return built;
  // Our loaders alone fill the store, so the entries have the newsroom's types.
  const entries: { data: unknown }[] = await getCollection('articles');
  const others: { id: string; data: unknown }[] = await getCollection('furniture');
  const problems = others.find(({ id }) => id === problemsId);
  const furniture = others.find(({ id }) => id === furnitureId);
  if (problems) throw new Error((problems.data as { report: string }).report);
  if (!furniture) throw new Error('The content store holds no newsroom.');
  const articles = entries.map(({ data }) => data as Article);
  return buildEdition({ ...(furniture.data as Furniture), articles }, options);
}
