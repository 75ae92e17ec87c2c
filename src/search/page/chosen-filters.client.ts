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

  /** Shows the chosen filters of a search, and their number on the button of the filters. */
  show(state: SearchState): void {
    const { facets, from, to } = state;
    const count = countFilters(state);
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
    const dates = from || to ? [this.#buildItem(this.#formatDates(), () => ({ ...state, from: '', to: '' }))] : [];
    group.querySelector('ul')?.replaceChildren(...values, ...dates);
  }

  /** Names the chosen months the way the menus do: “November 2024 – December 2024”, “– December 2024”. */
  #formatDates(): string {
    const [from, to] = ['from', 'to'].map((id) => {
      const menu = this.#root.querySelector<HTMLSelectElement>(`#${id}`);
      return menu?.value ? (menu.selectedOptions[0]?.textContent ?? '') : '';
    });
    return from === to ? `${from}` : `${from} – ${to}`.trim();
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
