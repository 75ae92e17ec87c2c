import { parseSearchState, searchFacets, type SearchFacet, type SearchState } from '../engine/state.ts';

/**
 * Reads the search from the form. A choice without a checkbox or a line in a menu (counts are not known yet, or the
 * address names something else) stays chosen.
 *
 * @param root the element around the form and the checkboxes of its filters, which are beside it
 */
export function readForm(root: HTMLElement, form: HTMLFormElement, state: SearchState): SearchState {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) query.append(name, String(value));
  for (const name of ['from', 'to'] as const) {
    const menu = root.querySelector<HTMLSelectElement>(`#${name}`);
    if (menu?.selectedIndex === -1) query.set(name, state[name]);
  }
  for (const facet of searchFacets) {
    const boxes = [...root.querySelectorAll<HTMLInputElement>(`input[name="${facet}"]`)];
    for (const id of state.facets[facet] ?? []) if (!boxes.some(({ value }) => value === id)) query.append(facet, id);
  }
  return parseSearchState(query.toString());
}

/** Shows a search in the fields and checkboxes. */
export function writeForm(root: HTMLElement, { q, facets, from, to, order }: SearchState): void {
  const values: Readonly<Record<string, string>> = { q, from, to, sort: order };
  for (const [name, value] of Object.entries(values)) {
    const field = root.querySelector<HTMLInputElement | HTMLSelectElement>(`#${name}`);
    if (field && field.value !== value) field.value = value;
  }
  for (const box of root.querySelectorAll<HTMLInputElement>('input[type="checkbox"]'))
    box.checked = facets[box.name as SearchFacet]?.includes(box.value) ?? false;
}
