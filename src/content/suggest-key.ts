import { getNearest } from '../core/text.ts';

/** Finds the key of a schema that was meant by one that it does not have. */
export function suggestKey(key: string, keys: readonly string[]): string | undefined {
  return getNearest(commonKeys.get(key.toLowerCase()) ?? key, keys);
}

/** Words of other systems for ours. */
const commonKeys: ReadonlyMap<string, string> = new Map(
  Object.entries({
    date: 'published',
    pubdate: 'published',
    lastmod: 'updated',
    description: 'summary',
    standfirst: 'summary',
    category: 'topic',
    categories: 'topic',
    section: 'topic',
    author: 'authors',
    region: 'regions',
    places: 'regions',
    keywords: 'tags',
    language: 'lang',
    slug: 'aliases',
    draft: 'status',
  }),
);
