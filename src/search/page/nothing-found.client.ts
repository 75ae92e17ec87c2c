import { countFilters, idleState, toQueryString, type SearchState } from '../engine/state.ts';
import { findNearNames } from './near-names.ts';
import { fill, type SearchSetup } from './setup.ts';

/**
 * Shows, in its own element, where else to look when nothing was found: the same words without filters, and places and
 * topics with similar names.
 */
export function showOtherWays(element: HTMLElement, { words, values }: SearchSetup, state: SearchState): void {
  const { q } = state;
  const unfiltered =
    q !== '' && countFilters(state) > 0 ? [buildLink(fill(words.unfiltered, { query: q }), { ...idleState, q })] : [];
  const near = findNearNames(q, values).map(({ facet, id, text }) =>
    buildLink(text, { ...idleState, facets: { [facet]: [id] } }),
  );
  const items = [...unfiltered, ...(near.length > 0 ? [words.near, ...near] : [])];
  element.hidden = items.length === 0;
  element.replaceChildren(
    ...items.map((content) => {
      const item = document.createElement('li');
      item.append(content);
      return item;
    }),
  );
}

function buildLink(text: string, state: SearchState): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = toQueryString(state);
  link.textContent = text;
  return link;
}
