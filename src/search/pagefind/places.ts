import type { CborWriter } from './cbor-writer.ts';
import { plainWeight } from './index-files.ts';

/**
 * A place of a word in the stories of a part, as one number that can be sorted. The greatest share is the number of the
 * story. Whether the word is in a meta field comes next, then its weight or the number of the field, and last the number
 * of the word there.
 */
export type Place = number;

/** The shares of a place. A text has fewer than 16 million words. */
const [storyUnit, fieldUnit, codeUnit] = [2 ** 33, 2 ** 32, 2 ** 24];

/** Makes a place in the text of a story, without its weight. */
export function toTextPlace(story: number, at: number): Place {
  return story * storyUnit + at;
}

/** Makes a place in a meta field of a story. */
export function toFieldPlace(story: number, field: number, at: number): Place {
  return story * storyUnit + fieldUnit + field * codeUnit + at;
}

/** Returns how much greater a place is that has a weight and is some words further on. */
export function toShift(weight: number, words: number): number {
  return weight * codeUnit + words;
}

/** Lists the stories of sorted places, each once. */
function listStories(places: Float64Array): readonly number[] {
  const stories: number[] = [];
  let last = -1;
  for (const place of places) {
    const story = toStory(place);
    if (story !== last) stories.push(story);
    last = story;
  }
  return stories;
}

/** Lists the meta fields of places, some more than once. */
export function listFields(places: Float64Array): readonly number[] {
  const fields: number[] = [];
  for (const place of places) if (isInField(place)) fields.push(toCode(place));
  return fields;
}

/** Returns the number of the story. */
export function toStory(place: Place): number {
  return Math.floor(place / storyUnit);
}

/** Returns whether a place is in a meta field. */
export function isInField(place: Place): boolean {
  return Math.floor(place / fieldUnit) % 2 === 1;
}

/** Returns the weight, or the number of the field. */
export function toCode(place: Place): number {
  return (place >>> 0) >>> 24;
}

/** Returns the number of the word in its text or field. */
export function toPosition(place: Place): number {
  return place & (codeUnit - 1);
}

/** The weight with which Pagefind begins every list of places (`pagefind/src/index/mod.rs`). */
const firstWeight = plainWeight + 1;

/** Writes sorted places by story, as Pagefind does. */
export function writePlaces(writer: CborWriter, places: Float64Array): void {
  writer.writeArray(listStories(places).length);
  for (let [at, last] = [0, 0]; at < places.length;) {
    const story = toStory(places[at] ?? 0);
    writer.writeArray(3);
    writer.writeNumber(story - last);
    const fieldsAt = findEnd(places, at, story * storyUnit + fieldUnit);
    const end = findEnd(places, fieldsAt, (story + 1) * storyUnit);
    writer.writeNumbers(toDifferences(places, at, fieldsAt, firstWeight));
    writer.writeNumbers(toDifferences(places, fieldsAt, end, -1));
    [at, last] = [end, story];
  }
}

/** Returns the number of the first place that is not below a limit. */
function findEnd(places: Float64Array, from: number, limit: Place): number {
  let end = from;
  while (end < places.length && (places[end] ?? 0) < limit) end += 1;
  return end;
}

const differences: number[] = [];

/** Returns differences between places. Negative numbers are changes of weight or field, and restart the count. */
function toDifferences(places: Float64Array, from: number, to: number, firstCode: number): readonly number[] {
  differences.length = 0;
  let [code, last] = [firstCode, 0];
  for (let number = from; number < to; number += 1) {
    const place = places[number] ?? 0;
    const at = toPosition(place);
    if (toCode(place) !== code) {
      [code, last] = [toCode(place), 0];
      differences.push(-1 - code);
    }
    differences.push(at - last);
    last = at;
  }
  return differences;
}
