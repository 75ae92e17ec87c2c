import { getCollection, type CollectionKey } from 'astro:content';
import { buildEdition, type Edition, type EditionOptions } from '../news/edition.ts';
import type { Newsroom } from '../news/newsroom.ts';

/** Builds the edition from Astro's content store. */
export async function readEdition(options: EditionOptions): Promise<Edition> {
  const [places, front] = await Promise.all([readCollection('places'), readCollection('front')]);
  return buildEdition(
    {
      articles: await readCollection('articles'),
      storylines: await readCollection('storylines'),
      topics: await readCollection('topics'),
      authors: await readCollection('authors'),
      pages: await readCollection('pages'),
      places: places[0] ?? { names: {}, groups: {} },
      front: front[0] ?? { seconds: [] },
    },
    options,
  );
}

type Entry<Name extends keyof Newsroom> = Newsroom[Name] extends readonly (infer Thing)[] ? Thing : Newsroom[Name];

/** Our loaders put nothing else into the store, so the entries have the newsroom's types. */
async function readCollection<Name extends keyof Newsroom & CollectionKey>(name: Name): Promise<Entry<Name>[]> {
  const entries: { data: unknown }[] = await getCollection(name);
  return entries.map(({ data }) => data as Entry<Name>);
}
