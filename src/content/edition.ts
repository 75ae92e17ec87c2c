import { getCollection, getEntry } from 'astro:content';
import type { Article } from '../news/article.ts';
import { buildEdition, type Edition, type EditionOptions } from '../news/edition.ts';
import { furnitureId, type Furniture } from './collections.ts';

/** Builds the edition from Astro's content store. */
export async function readEdition(options: EditionOptions): Promise<Edition> {
  // Our loaders alone fill the store, so the entries have the newsroom's types.
  const entries: { data: unknown }[] = await getCollection('articles');
  const furniture: { data: unknown } | undefined = await getEntry('furniture', furnitureId);
  if (!furniture) throw new Error('The content store holds no newsroom.');
  const articles = entries.map(({ data }) => data as Article);
  return buildEdition({ ...(furniture.data as Furniture), articles }, options);
}
