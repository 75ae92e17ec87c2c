import type { Fragment } from '../format/part.ts';
import { placeField, toPlaceWord } from '../format/place-word.ts';
import { isSegmented } from '../format/words.ts';
import { listFields, toFieldPlace, toShift } from '../pagefind/places.ts';
import { joinTokens, joinWords } from '../pagefind/word-list.ts';
import { toWordBytes } from '../pagefind/write-files.ts';
import { encodePostings } from './encode-postings.ts';
import type { Lexicon } from './lexicon.ts';
import type { LanguageIndex, StoryEntry, WordEntry } from './part-files.ts';
import type { ReadStories, ReadStory } from './read-stories.ts';
import { TokenPlaces } from './token-places.ts';
import type { TokenWord } from './token-words.ts';

/** Builds the index of stories whose tokens the lexicon has learnt. */
export function buildLanguageIndex({ language, stories, fields, list }: ReadStories, lexicon: Lexicon): LanguageIndex {
  const words = list.tokens.map((token) => lexicon.getWords(language, token));
  const texts = words.map((own) => joinWords(own.map(({ text }) => text)));
  const lengths = Uint32Array.from(words, ({ length }) => length);
  const places = new TokenPlaces(stories, lengths);
  return {
    language,
    fields: [...fields, placeField],
    stories: stories.map((story) =>
      toEntry(
        story,
        joinTokens(
          story.text.map((token) => texts[token] ?? ''),
          isSegmented(language),
        ),
        lengths,
      ),
    ),
    words: [
      ...[...collectTerms(words)].map(([text, sources]) => toWordEntry(text, sources, places)),
      ...listPlaceWords(stories, fields.length),
    ].sort((a, b) => (a.text < b.text ? -1 : 1)),
  };
}

function toEntry({ record, meta, text, headings }: ReadStory, content: string, lengths: Uint32Array): StoryEntry {
  // Names can be searched but are not shown.
  const { names: _, ...shown } = meta;
  const countWords = (tokens: readonly number[]) => tokens.reduce((sum, token) => sum + (lengths[token] ?? 0), 0);
  const fragment: Fragment = {
    url: record.url,
    content,
    meta: shown,
    anchors: headings.map(({ heading, at }) => ({ ...heading, location: countWords(text.slice(0, at)) })),
  };
  return { fragment, words: countWords(text), filters: record.filters };
}

/** A token in which a term is found, and how much its places there are shifted. */
interface Source {
  readonly token: number;
  readonly shift: number;
}

function collectTerms(words: readonly (readonly TokenWord[])[]): ReadonlyMap<string, readonly Source[]> {
  const all = new Map<string, Source[]>();
  for (const [token, own] of words.entries()) {
    for (const [at, { terms }] of own.entries()) {
      for (const { text, weight } of terms) {
        const source = { token, shift: toShift(weight, at) };
        const known = all.get(text);
        if (known) known.push(source);
        else all.set(text, [source]);
      }
    }
  }
  return all;
}

function toWordEntry(text: string, sources: readonly Source[], places: TokenPlaces): WordEntry {
  return writeEntry(text, joinPlaces(sources, places));
}

function writeEntry(text: string, places: Float64Array): WordEntry {
  return { text, bytes: toWordBytes(text, places), fields: listFields(places), ...encodePostings(places) };
}

/** Lists the words that stand for places, each with the stories about the place or one within it. */
function listPlaceWords(stories: readonly ReadStory[], field: number): readonly WordEntry[] {
  const found = Map.groupBy(
    stories.flatMap(({ record }, story) => (record.filters['region'] ?? []).map((id) => ({ id, story }))),
    ({ id }) => id,
  );
  return [...found].map(([id, entries]) =>
    writeEntry(
      toPlaceWord(id),
      Float64Array.from(entries, ({ story }) => toFieldPlace(story, field, 0)),
    ),
  );
}

/** Joins the places of a term's sources, in ascending order. */
function joinPlaces(sources: readonly Source[], places: TokenPlaces): Float64Array {
  const lists = sources.map(({ token }) => places.get(token));
  const all = new Float64Array(lists.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const [at, list] of lists.entries()) {
    const shift = sources[at]?.shift ?? 0;
    for (const place of list) {
      all[end] = place + shift;
      end += 1;
    }
  }
  return lists.length > 1 ? all.sort() : all;
}
