import type { Fragment } from '../format/part.ts';
import { placeField, toPlaceWord } from '../format/place-word.ts';
import { isSegmented } from '../format/words.ts';
import { listFields, toFieldPlace, toShift } from '../pagefind/places.ts';
import { joinTokens, joinWords } from '../pagefind/word-list.ts';
import { toWordBytes } from '../pagefind/write-files.ts';
import { encodePostings } from './encode-postings.ts';
import { joinNeighbours, type Source, type TermPlaces } from './join-neighbours.ts';
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
  const terms = collectTerms(words, new TokenPlaces(stories, lengths));
  if (!isSegmented(language)) {
    const single = words.map(([word]) => word);
    joinNeighbours(terms, single, stories);
  }
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
      ...terms.map(({ text, sources }) => toWordEntry(text, joinPlaces(sources))),
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

function collectTerms(words: readonly (readonly TokenWord[])[], places: TokenPlaces): readonly TermPlaces[] {
  const all = new Map<string, Source[]>();
  for (const [token, own] of words.entries()) {
    for (const [at, { terms }] of own.entries()) {
      for (const { text, weight } of terms) {
        const source = { places: places.get(token), shift: toShift(weight, at) };
        const known = all.get(text);
        if (known) known.push(source);
        else all.set(text, [source]);
      }
    }
  }
  return [...all].map(([text, sources]) => ({ text, sources })).sort((a, b) => (a.text < b.text ? -1 : 1));
}

function toWordEntry(text: string, places: Float64Array): WordEntry {
  return { text, bytes: toWordBytes(text, places), fields: listFields(places), ...encodePostings(places) };
}

/** Lists the words that stand for places, each with the stories about the place or one within it. */
function listPlaceWords(stories: readonly ReadStory[], field: number): readonly WordEntry[] {
  const found = Map.groupBy(
    stories.flatMap(({ record }, story) => (record.filters['region'] ?? []).map((id) => ({ id, story }))),
    ({ id }) => id,
  );
  return [...found].map(([id, entries]) =>
    toWordEntry(
      toPlaceWord(id),
      Float64Array.from(entries, ({ story }) => toFieldPlace(story, field, 0)),
    ),
  );
}

/** Joins the places of a term's sources, in ascending order. */
function joinPlaces(sources: readonly Source[]): Float64Array {
  const all = new Float64Array(sources.reduce((sum, { places }) => sum + places.length, 0));
  let end = 0;
  for (const { places, shift } of sources) {
    for (const place of places) {
      all[end] = place + shift;
      end += 1;
    }
  }
  return sources.length > 1 ? all.sort() : all;
}
