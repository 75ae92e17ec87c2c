import type { DateWords } from './date-words.ts';
import { formatDates } from './format-dates.ts';
import { fill, type SearchSetup } from './setup.ts';
import { countFilters, searchFacets, toggleFacet, type SearchFacet, type SearchState } from '../engine/state.ts';

/** The callbacks of the list of chosen filters. */
export interface ChosenFiltersHost {
  /** Returns the name of a facet's value. */
  getName(facet: SearchFacet, id: string): string;
  /** Called with the remaining search when a filter is removed. */
  onRemove(without: SearchState): void;
}

/** The chosen filters above the results, each with a button that removes it. */
export class ChosenFilters {
  readonly #root: HTMLElement;
  readonly #setup: SearchSetup;
  readonly #host: ChosenFiltersHost;

  constructor(root: HTMLElement, setup: SearchSetup, host: ChosenFiltersHost) {
    this.#root = root;
    this.#setup = setup;
    this.#host = host;
  }

  /**
   * Shows the chosen filters of a search, and their number on the button of the filters.
   *
   * @param named the date that the query names, which is a filter as well
   */
  show(state: SearchState, named?: DateWords): void {
    const { facets, from, to } = state;
    const count = countFilters(state) + (named ? 1 : 0);
    const group = this.#root.querySelector<HTMLElement>('[data-chosen]');
    const counter = this.#root.querySelector('[data-filter-count]');
    if (!group || !counter) return;
    group.hidden = count === 0;
    counter.textContent = count > 0 ? `(${new Intl.NumberFormat(this.#setup.locale).format(count)})` : '';
    const values = searchFacets.flatMap((facet) =>
      (facets[facet] ?? []).map((id) =>
        this.#buildItem(this.#host.getName(facet, id), () => toggleFacet(state, facet, id)),
      ),
    );
    const removeDates = () => (named ? { ...state, q: named.rest } : { ...state, from: '', to: '' });
    const [first, last] = named ? [named.from, named.to] : [from, to];
    const dates = first || last ? [this.#buildItem(formatDates(first, last, this.#setup.locale), removeDates)] : [];
    group.querySelector('ul')?.replaceChildren(...values, ...dates);
  }

  #buildItem(name: string, toWithout: () => SearchState): HTMLElement {
    const [item, button] = [document.createElement('li'), document.createElement('button')];
    Object.assign(button, { type: 'button', className: 'link-button', textContent: `${name} ×` });
    button.setAttribute('aria-label', fill(this.#setup.words.remove, { name }));
    button.addEventListener('click', () => this.#host.onRemove(toWithout()));
    item.append(button);
    return item;
  }
}
