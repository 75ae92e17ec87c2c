import { toGlobePath } from '../../news/urls.ts';
import type { SearchPart } from '../engine/engine.ts';
import type { SearchFacet } from '../engine/state.ts';

/** The settings and words that the server writes into the search page for its custom element. */
export interface SearchSetup {
  /** Base path of the site. */
  readonly base: string;
  /** Parts of the index, newest first. */
  readonly parts: readonly (SearchPart & { readonly lastMonth: string })[];
  /** Periods that readers can name, such as “last week”, with their first and last day or month. `|` separates forms. */
  readonly periods: readonly { readonly words: string; readonly from: string; readonly to: string }[];
  /** Values of filters whose names the page knows, in display order. */
  readonly values: Readonly<Partial<Record<SearchFacet, readonly KnownValue[]>>>;
  /** Site path of the file with the names of places, topics and so on. */
  readonly entities: string;
  /** The names of the filters. */
  readonly facetNames: Readonly<Record<SearchFacet, string>>;
  readonly words: SearchWords;
  /** BCP 47 tag of the locale for numbers and lists. */
  readonly locale: string;
}

/** A value of a filter. Places are a tree, and `depth` is the level in it. */
export interface KnownValue {
  readonly id: string;
  readonly text: string;
  readonly depth: number;
  readonly isBeyond?: true;
}

/** Words in the language of the interface. Names in braces are placeholders. */
interface SearchWords {
  readonly loading: string;
  /** With `{month}`. */
  readonly older: string;
  /** With `{month}`. */
  readonly newest: string;
  /** With `{month}`. */
  readonly olderNow: string;
  /** With `{query}`. */
  readonly none: string;
  readonly noneFiltered: string;
  readonly noneHelp: string;
  readonly noneFilteredHelp: string;
  /** With `{query}`. */
  readonly unfiltered: string;
  /** Stands before names. */
  readonly near: string;
  /** With `{count}`, by plural form. */
  readonly results: Readonly<Record<string, string>>;
  /** With `{count}`, by plural form: how many places and topics are offered. */
  readonly entityForms: Readonly<Record<string, string>>;
  /** With `{count}`, by plural form. */
  readonly storyForms: Readonly<Record<string, string>>;
  /** With `{word}`. */
  readonly quoted: string;
  /** With `{typed}`: a list of quoted words. */
  readonly corrected: string;
  /** Follows the corrected word. */
  readonly correctedShown: string;
  /** Follows a word that is only offered. */
  readonly offeredEnd: string;
  readonly unquoted: string;
  readonly commonOnly: string;
  readonly notAll: string;
  /** With `{count}`. */
  readonly all: string;
  readonly fewer: string;
  /** With `{name}`. */
  readonly remove: string;
  readonly failed: string;
  readonly keptOnly: string;
  readonly keptUnfiltered: string;
}

/**
 * Returns a function from a place's name to the address of its globe.
 *
 * @returns undefined for places that no globe shows
 */
export function createGlobes({ base, values }: SearchSetup): (place: string) => string | undefined {
  const ids = new Map(values.region?.filter(({ isBeyond }) => !isBeyond).map(({ id, text }) => [text, id]));
  return (place) => {
    const id = ids.get(place);
    return id === undefined ? undefined : `${base.replace(/\/$/u, '')}${toGlobePath(id)}`;
  };
}

/**
 * Fills values into the placeholders of a text.
 *
 * @example fill('Nothing found for “{query}”.', { query: 'x' }) // 'Nothing found for “x”.'
 */
export function fill(words: string, values: Readonly<Record<string, string>>): string {
  return words.replace(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole);
}

/** Writes a count with its noun, in the plural form of the locale. */
export function toCount(count: number, forms: Readonly<Record<string, string>>, locale: string): string {
  const form = forms[new Intl.PluralRules(locale).select(count)] ?? forms['other'] ?? '{count}';
  return fill(form, { count: new Intl.NumberFormat(locale).format(count) });
}
