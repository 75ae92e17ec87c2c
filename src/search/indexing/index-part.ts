import type { BundledFile } from '../../disk/file-bundle.ts';
import type { PartEntry } from '../format/part.ts';
import { toIndexLanguage } from '../format/words.ts';
import { buildLanguageIndex } from './language-index.ts';
import type { Lexicon } from './lexicon.ts';
import { renderLanguage } from './part-files.ts';
import { readStories, type IndexedStory } from './read-stories.ts';

/**
 * Makes the files of a part of the index. Pagefind is asked about every token of the stories that the lexicon does not
 * know.
 *
 * @param stories the part's stories, newest first
 */
export async function indexPart(stories: readonly IndexedStory[], lexicon: Lexicon): Promise<readonly BundledFile[]> {
  const groups = Map.groupBy(stories, ({ record }) => toIndexLanguage(record.lang));
  const read = [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map((group) => readStories(...group));
  await lexicon.learn(new Map(read.map(({ language, list }) => [language, list.tokens])));
  const rendered = read.map((group) => renderLanguage(buildLanguageIndex(group, lexicon)));
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
