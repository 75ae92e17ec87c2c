import { toFieldPlace, toTextPlace, type Place } from '../pagefind/places.ts';
import type { ReadStory } from './read-stories.ts';

/** The places of tokens in stories, by the token's number, in ascending order. */
export class TokenPlaces {
  readonly #places: Float64Array;
  readonly #ends: Uint32Array;

  /** @param lengths the number of words of each token, by its number */
  constructor(stories: readonly ReadStory[], lengths: Uint32Array) {
    const counts = new Uint32Array(lengths.length);
    eachPlace(stories, lengths, (token) => (counts[token] = (counts[token] ?? 0) + 1));
    let total = 0;
    const ends = counts.map((count) => (total += count) - count);
    const places = new Float64Array(total);
    eachPlace(stories, lengths, (token, place) => {
      const at = ends[token] ?? 0;
      places[at] = place;
      ends[token] = at + 1;
    });
    [this.#places, this.#ends] = [places, ends];
  }

  /** Returns the places of a token. */
  get(token: number): Float64Array {
    return this.#places.subarray(this.#ends[token - 1] ?? 0, this.#ends[token]);
  }
}

function eachPlace(
  stories: readonly ReadStory[],
  lengths: Uint32Array,
  onPlace: (token: number, place: Place) => void,
): void {
  for (const [story, { text, fields }] of stories.entries()) {
    let at = 0;
    for (const token of text) {
      onPlace(token, toTextPlace(story, at));
      at += lengths[token] ?? 0;
    }
    for (const [field, tokens] of fields.entries()) {
      for (const [number, token] of tokens.entries()) onPlace(token, toFieldPlace(story, field, number));
    }
  }
}
