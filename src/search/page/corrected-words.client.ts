import type { SearchProgress } from '../engine/engine.ts';
import { fill, type SearchSetup } from './setup.ts';
import { toQueryString, type SearchState } from '../engine/state.ts';

/**
 * Shows, in its own element, the words that no story contains and their replacements. The corrected words link to a
 * search of their own.
 */
export function showCorrections(
  element: HTMLElement,
  { words, locale }: SearchSetup,
  state: SearchState,
  { corrections, total }: Pick<SearchProgress, 'corrections' | 'total'>,
): void {
  element.hidden = corrections.length === 0 || total === 0;
  if (element.hidden) return;
  const meant = corrections.reduce(
    (text, correction) =>
      text.replace(
        new RegExp(`(?<![\\p{L}\\p{N}])${correction.typed}(?![\\p{L}\\p{N}])`, 'iu'),
        () => correction.meant,
      ),
    state.q,
  );
  const link = document.createElement('a');
  link.href = toQueryString({ ...state, q: meant });
  link.textContent = meant;
  const typed = corrections.map((correction) => fill(words.quoted, { word: correction.typed }));
  const list = new Intl.ListFormat(locale).format(typed);
  element.replaceChildren(`${fill(words.corrected, { typed: list })} `, link, words.correctedShown);
}
