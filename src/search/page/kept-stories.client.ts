import { readKeptStory } from '../../reader/kept-story.ts';
import { readKeptPages } from '../../reader/read-kept.client.ts';
import type { ShownAnswer } from './answer-list.client.ts';
import { findKept } from './find-kept.ts';

/**
 * Searches the stories that the service worker has saved on this device, for when the index cannot be reached.
 *
 * @param name the name of the cache
 * @returns undefined if no story is saved
 */
export async function searchKeptStories(name: string, typed: string): Promise<ShownAnswer | undefined> {
  const stories = (await readKeptPages(name)).flatMap(({ url, html }) => readKeptStory(url, html) ?? []);
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
