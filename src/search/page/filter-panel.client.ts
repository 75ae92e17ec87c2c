import type { FacetCounts } from '../engine/facets.ts';
import { selectFirstRows, toFilterRows, type FilterRow } from './filter-rows.ts';
import { fill, type SearchSetup } from './setup.ts';
import { searchFacets, type ChosenFacets, type SearchFacet } from '../engine/state.ts';

/** Shows the filters: checkboxes, each with the number of stories that it would leave. */
export class FilterPanel {
  readonly #root: HTMLElement;
  readonly #setup: SearchSetup;
  readonly #opened = new Set<SearchFacet>();
  readonly #names = new Map<string, string>();
  #counts: FacetCounts | undefined;
  #chosen: ChosenFacets = {};

  constructor(root: HTMLElement, setup: SearchSetup, signal: AbortSignal) {
    this.#root = root;
    this.#setup = setup;
    for (const facet of searchFacets) {
      for (const { id, text } of setup.values[facet] ?? []) this.#names.set(`${facet} ${id}`, text);
      this.#getParts(facet).button.addEventListener('click', () => this.#toggle(facet), { signal });
    }
  }

  /** The filters that show all of their values. */
  get opened(): readonly SearchFacet[] {
    return [...this.#opened];
  }

  set opened(facets: readonly SearchFacet[]) {
    this.#opened.clear();
    for (const facet of facets) this.#opened.add(facet);
  }

  /** Returns the name of a value for readers, if it is known by now. */
  getName(facet: SearchFacet, id: string): string {
    return this.#names.get(`${facet} ${id}`) ?? id.replaceAll('-', ' ');
  }

  /** Shows counts, or without them the values that the page knows. The focused checkbox keeps the focus. */
  show(counts: FacetCounts | undefined, chosen: ChosenFacets): void {
    [this.#counts, this.#chosen] = [counts, chosen];
    for (const facet of searchFacets) {
      for (const { id, label } of counts?.[facet] ?? []) if (label) this.#names.set(`${facet} ${id}`, label);
      this.#showFacet(facet);
    }
  }

  #toggle(facet: SearchFacet): void {
    if (!this.#opened.delete(facet)) this.#opened.add(facet);
    this.#showFacet(facet);
  }

  #showFacet(facet: SearchFacet): void {
    const { fieldset, list, button } = this.#getParts(facet);
    const chosen = this.#chosen[facet] ?? [];
    const getName = (id: string) => this.getName(facet, id);
    const rows = toFilterRows(this.#counts?.[facet], this.#setup.values[facet], getName);
    const first = selectFirstRows(rows, chosen);
    const isOpen = this.#opened.has(facet);
    const focused = list.contains(document.activeElement)
      ? (document.activeElement as HTMLInputElement).value
      : undefined;
    list.replaceChildren(
      ...(isOpen ? rows : first).map((row) => buildRow(facet, row, chosen.includes(row.id), this.#setup.locale)),
    );
    fieldset.hidden = rows.length === 0;
    button.hidden = first.length === rows.length;
    button.textContent = isOpen
      ? this.#setup.words.fewer
      : fill(this.#setup.words.all, {
          count: new Intl.NumberFormat(this.#setup.locale).format(rows.length),
        });
    button.setAttribute('aria-expanded', String(isOpen));
    if (focused !== undefined) {
      const again = [...list.querySelectorAll('input')].find(({ value }) => value === focused);
      (again ?? list.querySelector('input') ?? this.#root.querySelector('summary'))?.focus();
    }
  }

  #getParts(facet: SearchFacet) {
    const fieldset = this.#root.querySelector<HTMLFieldSetElement>(`[data-facet="${facet}"]`);
    const list = fieldset?.querySelector('ul');
    const button = fieldset?.querySelector('button');
    if (!fieldset || !list || !button) throw new Error(`The search page has no filter ${facet}.`);
    return { fieldset, list, button };
  }
}

function buildRow(
  facet: SearchFacet,
  { id, text, depth, count }: FilterRow,
  isChosen: boolean,
  locale: string,
): HTMLElement {
  const [item, label, box, name, number] = [
    document.createElement('li'),
    document.createElement('label'),
    document.createElement('input'),
    document.createElement('span'),
    document.createElement('span'),
  ];
  Object.assign(box, { type: 'checkbox', name: facet, value: id, checked: isChosen });
  box.setAttribute('form', 'search');
  item.dataset['depth'] = String(depth);
  name.textContent = text;
  number.textContent = count === undefined ? '' : new Intl.NumberFormat(locale).format(count);
  number.className = 'filter-count';
  label.append(box, name, number);
  item.append(label);
  return item;
}
