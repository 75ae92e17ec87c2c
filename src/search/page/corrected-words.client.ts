import type { SearchProgress } from '../engine/engine.ts';
import { fill, type SearchSetup } from './setup.ts';
import { toQueryString, type SearchState } from '../engine/state.ts';

type Corrections = SearchProgress['corrections'];

/**
 * Shows, in its own element, the words that no story contains, first those that were replaced, then those for which
 * another is only offered. The corrected words link to a search of their own.
 */
export function showCorrections(
  element: HTMLElement,
  setup: SearchSetup,
  state: SearchState,
  { corrections, total }: Pick<SearchProgress, 'corrections' | 'total'>,
): void {
  const applied = total > 0 ? corrections.filter(({ isApplied }) => isApplied) : [];
  const offered = corrections.filter(({ isApplied }) => !isApplied);
  const { correctedShown, offeredEnd } = setup.words;
  element.replaceChildren(
    ...ask(applied, applied, correctedShown, setup, state),
    applied.length > 0 && offered.length > 0 ? ' ' : '',
    ...ask(offered, corrections, offeredEnd, setup, state),
  );
  element.hidden = applied.length + offered.length === 0;
}

/** Asks about some words, with a link to a search for all that may be meant. */
function ask(
  asked: Corrections,
  meant: Corrections,
  end: string,
  { words, locale }: SearchSetup,
  state: SearchState,
): readonly (Node | string)[] {
  if (asked.length === 0) return [];
  const link = document.createElement('a');
  link.textContent = meant.reduce(replaceTyped, state.q);
  link.href = toQueryString({ ...state, q: link.textContent });
  const typed = asked.map((correction) => fill(words.quoted, { word: correction.typed }));
  return [`${fill(words.corrected, { typed: new Intl.ListFormat(locale).format(typed) })} `, link, end];
}

function replaceTyped(text: string, { typed, meant }: Corrections[number]): string {
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${typed}(?![\\p{L}\\p{N}])`, 'iu'), () => meant);
}
