import type { BundledFile } from '../../disk/file-bundle.ts';
import type { PartEntry } from '../format/part.ts';
import { toIndexLanguage } from '../format/words.ts';
import { askPagefind } from './ask-pagefind.ts';
import { joinStories, splitJoined, type IndexedStory } from './joined-stories.ts';
import { renderLanguage } from './part-files.ts';

/**
 * Makes the files of a part of the index. Pagefind is handed all stories of a language as one text, with a mark before
 * each story and each heading. By the positions of the marks, what it finds is split into stories again.
 *
 * @param stories the part's stories, newest first
 */
export async function indexPart(stories: readonly IndexedStory[]): Promise<readonly BundledFile[]> {
  const groups = Map.groupBy(stories, ({ record }) => toIndexLanguage(record.lang));
  const batches = [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map((group) => joinStories(...group));
  const indexes = await askPagefind(batches.map(({ joined }) => joined));
  const rendered = indexes.flatMap((index, at) => {
    const batch = batches[at];
    return batch ? [renderLanguage(splitJoined(batch, index))] : [];
  });
  const languages = Object.fromEntries(rendered.map(({ language, entry }) => [language, entry]));
  const entry = new TextEncoder().encode(JSON.stringify({ languages, stories: toRuns(stories) }));
  return [...rendered.flatMap(({ files }) => files), ['pagefind-entry.json', entry]];
}

/** Counts consecutive stories of one month and language. */
function toRuns(stories: readonly IndexedStory[]): PartEntry['stories'] {
  const runs: [string, string, number][] = [];
  for (const {
    record: { month, lang },
  } of stories) {
    const [language, last] = [toIndexLanguage(lang), runs.at(-1)];
    if (last && last[0] === month && last[1] === language) last[2] += 1;
    else runs.push([month, language, 1]);
  }
  return runs;
}
