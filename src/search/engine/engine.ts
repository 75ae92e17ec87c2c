import { buildAnswer, type SearchAnswer } from './answer.ts';
import type { OtherQuery, WordCorrection } from './corrections.ts';
import { readLanguageTools, type LanguageTools } from './languages.ts';
import { findMatches, listBeginnings, listKnown, type IndexMatches } from './matches.ts';
import { readPart, type ReadIndexFile, type StoryIndex } from '../format/part.ts';
import { hasBindingQuotes, noPlaces, parseQuery, removeQuotes, type PlacesByWord, type Query } from './query.ts';
import { rankingWeights } from './ranking-weights.ts';
import type { SearchState } from './state.ts';

/** A part of the archive. */
export interface SearchPart {
  /** Name of its folder. */
  readonly id: string;
  readonly stories: number;
  /** The days of the newest stories, with the number of stories of each, newest first. The index knows only months. */
  readonly days?: readonly (readonly [day: string, stories: number])[];
}

/** The results of a search so far. */
export interface SearchProgress extends SearchAnswer {
  /** Words that no story contains, with the words that were searched for instead, or that may be meant. */
  readonly corrections: readonly WordCorrection[];
  /**
   * Relaxation of the search without which there were no stories. `unquoted`: quotes were ignored, because no story has
   * the words in them in that order, or because they emphasise. `commonOnly`: stories have none of the words but stop words.
   * `notAll`: none has all words, but a story in a part that was not searched may.
   */
  readonly relaxed?: 'unquoted' | 'commonOnly' | 'notAll' | undefined;
  /** The part that comes next. Undefined if all have been searched. */
  readonly pending: SearchPart | undefined;
  /** Whether the next part is searched only on the reader's request (`isWhole`). */
  readonly isPaused: boolean;
}

/** The search index, which is loaded on the first search. */
export interface SearchEngine {
  /** Starts loading what every search needs, on the first sign that a reader wants to search. */
  warm(): void;
  /**
   * Searches the newest parts together, more of them if no story has all words, and yields the results, whose order is
   * final unless the reader asks for older parts, which come one by one, newest first. A search without results goes on
   * until there are some. An empty search finds every story.
   *
   * @param isWhole all parts are asked
   * @param isTyping the last word may be the beginning of one that is being typed
   */
  search(state: SearchState, isWhole?: boolean, isTyping?: boolean): AsyncGenerator<SearchProgress>;
}

/**
 * Finds the places that the words of a query name, or that unknown ones name in another language, also together with
 * inexact ones, which stories contain in other forms only.
 */
export type FindPlaces = (
  typed: string,
  unknown?: readonly string[],
  inexact?: readonly string[],
) => Promise<PlacesByWord>;

/** The number of stories searched without a further request. Beyond them a reader would load megabytes for one word. */
const unasked = 12_000;

/** The same while no story has all words of a query. Two words cost a reader 12 kB for every 5,000 stories. */
const unaskedInVain = 36_000;

/** Milliseconds between the results of further parts. */
const quietMs = 120;

/**
 * Opens the index of a site.
 *
 * @param parts newest first
 * @param read reads a file of the index by its path in the index's folder
 * @param reader the language of the reader, whose spelling is tried first
 */
export function openSearchEngine(
  parts: readonly SearchPart[],
  read: ReadIndexFile,
  weights = rankingWeights,
  reader = '',
  findPlaces: FindPlaces = async () => noPlaces,
): SearchEngine {
  const [newest, wider] = [selectNewest(parts, unasked), selectNewest(parts, unaskedInVain)];
  const open = cacheByKey(
    (part: SearchPart) => part.id,
    async (part) => (await readPart(`${part.id}/`, read)).map((index) => addDays(index, part)),
  );
  const openAll = async (some: readonly SearchPart[]) => (await Promise.all(some.map(open))).flat();
  const getTools = cacheByKey(
    (language: string) => language,
    async (language) => {
      const indexes = (await openAll(newest)).filter((index) => index.language === language);
      return readLanguageTools(language.replace(/^x-/u, ''), listEverywhere(indexes));
    },
  );
  const askIndexes = (query: Query, indexes: readonly StoryIndex[]) =>
    Promise.all(indexes.map(async (index) => findMatches(query, index, await getTools(index.language))));
  const ask = async (query: Query, some: readonly SearchPart[]) => askIndexes(query, await openAll(some));

  return {
    warm: () => {
      for (const part of newest)
        open(part).then(
          (indexes) => indexes.map(({ language }) => getTools(language)),
          () => undefined,
        );
    },
    async *search(state, isWhole = false, isTyping = false) {
      const typed = parseQuery(state.q, await findPlaces(state.q));
      let query = hasBindingQuotes(typed) ? typed : removeQuotes(typed);
      let matches = await ask(query, newest);
      const { unknown, inexact } = await sortOut(query, matches, getTools);
      const typing = isTyping ? parseQuery(/\S*$/u.exec(state.q)?.[0] ?? '').words : [];
      const begun = listBeginnings(query, matches).filter((word) => !typing.includes(word));
      const spelling = unknown.length + begun.length > 0 ? await import('./corrections.ts') : undefined;
      const [abroad, suggested, offered] = await Promise.all([
        unknown.length + inexact.length > 0 ? findPlaces(state.q, unknown, inexact) : noPlaces,
        spelling?.correctWords(unknown, matches, reader) ?? [],
        spelling?.offerWords(begun, matches, reader) ?? [],
      ]);
      let corrections: readonly WordCorrection[] = [...suggested, ...offered].filter(({ typed }) => !abroad.has(typed));
      let [asked, shownMs] = [newest.length, -Infinity];
      let other: OtherQuery | undefined;
      const askAgain = async (changed: Query) => {
        const indexes = matches.map(({ index }) => index);
        [query, matches] = [changed, await askIndexes(changed, indexes)];
      };
      const askMore = async (more: readonly SearchPart[]) => {
        matches = [...matches, ...(await ask(query, more))];
        asked += more.length;
      };
      if (abroad.size > 0 || corrections.some(({ isApplied }) => isApplied)) {
        const places = new Map([...query.places, ...abroad]);
        const named = { ...query, words: [...new Set([...query.words, ...abroad.keys()])], places };
        await askAgain(spelling?.replaceWords(named, corrections) ?? named);
      }
      for (;;) {
        const answer = await buildAnswer(matches, state, getTools, weights);
        if (!answer.isFull && !isWhole && asked < wider.length) {
          await askMore(wider.slice(asked));
          continue;
        }
        const pending = parts[asked];
        if (answer.total === 0 && pending === undefined && query.phrases.length > 0) {
          await askAgain(removeQuotes(query));
          continue;
        }
        if (spelling && !other && pending === undefined && listKnown(matches).size === 0) {
          other = await spelling.findOther(query, { unknown, corrections, reader }, matches, getTools);
          corrections = other.corrections;
          if (other.query !== query) {
            [query, matches, asked] = [other.query, await ask(other.query, newest), newest.length];
            continue;
          }
        }
        const isPaused = pending !== undefined && !isWhole && answer.total > 0;
        const isSoon = pending !== undefined && !isPaused && performance.now() - shownMs < quietMs;
        if (!isSoon) {
          const isUnquoted = query.phrases.length < typed.phrases.length;
          const relaxed =
            other?.relaxed ?? (isUnquoted ? 'unquoted' : isPaused && !answer.isFull ? 'notAll' : undefined);
          const told = (await spelling?.toWritten(corrections, state.q, answer)) ?? [];
          yield { ...answer, corrections: told, relaxed, pending, isPaused };
          shownMs = performance.now();
        }
        if (pending === undefined || isPaused) return;
        await askMore([pending]);
      }
    },
  };
}

/** Replaces the months of the newest stories by their days. */
function addDays(index: StoryIndex, { days = [] }: SearchPart): StoryIndex {
  const known = days.flatMap(([day, stories]) => Array.from({ length: stories }, () => day));
  return { ...index, months: index.months.map((month, page) => known[index.ranks[page] ?? -1] ?? month) };
}

/** Returns the parts with the newest stories, at least one. */
function selectNewest(parts: readonly SearchPart[], maxStories: number): readonly SearchPart[] {
  let stories = 0;
  return parts.filter((part, at) => (stories += part.stories) <= maxStories || at === 0);
}

/** Lists words that are everywhere in most of the stories of one language. */
function listEverywhere(indexes: readonly StoryIndex[]): ReadonlySet<string> {
  const held = new Map<string, number>();
  for (const { manifest } of indexes)
    for (const word of manifest.everywhere) held.set(word, (held.get(word) ?? 0) + manifest.pages.length);
  const stories = indexes.reduce((sum, { manifest }) => sum + manifest.pages.length, 0);
  return new Set([...held].filter(([, own]) => 2 * own > stories).map(([word]) => word));
}

/** Caches what was read. A failed read is tried again the next time. */
function cacheByKey<Key, Value>(
  toId: (key: Key) => string,
  read: (key: Key) => Promise<Value>,
): (key: Key) => Promise<Value> {
  const known = new Map<string, Promise<Value>>();
  return (key) => {
    const id = toId(key);
    const reading = known.get(id) ?? read(key);
    known.set(id, reading);
    reading.catch(() => known.delete(id));
    return reading;
  };
}

/** Lists the words of a query that no story contains in any form, and those that stories contain in other forms only. */
async function sortOut(
  { words, compounds, places }: Query,
  matches: readonly IndexMatches[],
  getTools: (language: string) => Promise<LanguageTools>,
): Promise<{ readonly unknown: readonly string[]; readonly inexact: readonly string[] }> {
  const tools = await Promise.all([...new Set(matches.map(({ index }) => index.language))].map(getTools));
  const known = listKnown(matches);
  const exact = new Set(matches.flatMap((entry) => entry.words.flatMap(({ forms }) => forms)));
  const inexact = words.filter(
    (word) => !compounds.has(word) && !exact.has(word) && !tools.some(({ stopWords }) => stopWords.has(word)),
  );
  const unknown = inexact.filter((word) => !known.has(word) && !tools.some(({ toStem }) => known.has(toStem(word))));
  return { unknown, inexact: inexact.filter((word) => !places.has(word)) };
}
