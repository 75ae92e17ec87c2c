import type { ShownAnswer } from './answer-list.client.ts';
import { findKept, readKeptStory, type KeptStory } from './kept-story.ts';

/**
 * Searches the stories that the service worker has saved on this device, for when the index cannot be reached.
 *
 * @param name the name of the cache
 * @returns undefined if no story is saved
 */
export async function searchKeptStories(name: string, typed: string): Promise<ShownAnswer | undefined> {
  const stories = await readKeptStories(name);
  if (stories.length === 0) return undefined;
  const found = findKept(stories, typed);
  return {
    total: found.length,
    readResults: async (start, count) => found.slice(start, start + count),
    corrections: [],
    pending: undefined,
    isPaused: false,
  };
}

async function readKeptStories(name: string): Promise<readonly KeptStory[]> {
  if (!('caches' in window) || !(await caches.has(name))) return [];
  const cache = await caches.open(name);
  const stories = await Promise.all(
    (await cache.keys()).map(async ({ url }) => readKeptStory(url, (await (await cache.match(url))?.text()) ?? '')),
  );
  // The last read comes first.
  return stories.flatMap((story) => story ?? []).reverse();
}
