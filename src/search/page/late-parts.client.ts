import type { SearchEngine } from '../engine/engine.ts';
import type { SearchFacet } from '../engine/state.ts';
import type { EntityList } from './entity-list.client.ts';
import type { FilterPanel } from './filter-panel.client.ts';
import { createIndexReader } from './read-index.client.ts';
import type { SearchSetup } from './setup.ts';

/** The search page, as far as its late parts need it. */
interface SearchPage {
  readonly root: HTMLElement;
  readonly field: HTMLInputElement;
  readonly filters: HTMLElement;
  readonly setup: SearchSetup;
  /** Aborted when the page is left. */
  readonly signal: AbortSignal;
  /** Finds an element of the page by its selector. */
  get(selector: string): HTMLElement;
}

/** The parts of the search page that load when a reader begins to search. */
export class LateParts {
  readonly #page: SearchPage;
  #engine: Promise<SearchEngine> | undefined;
  #entities: EntityList | undefined;
  #panel: FilterPanel | undefined;
  #whole: readonly SearchFacet[] = [];
  #hasKeys = false;

  constructor(page: SearchPage) {
    this.#page = page;
  }

  /** The list of places and topics. Undefined until it has been loaded. */
  get entities(): EntityList | undefined {
    return this.#entities;
  }

  /** The filters. Undefined until they have been loaded. */
  get panel(): FilterPanel | undefined {
    return this.#panel;
  }

  /** The filters that show all of their values. */
  get whole(): readonly SearchFacet[] {
    return this.#panel?.opened ?? this.#whole;
  }

  set whole(facets: readonly SearchFacet[]) {
    this.#whole = facets;
    if (this.#panel) this.#panel.opened = facets;
  }

  /** Loads the search engine when it is first needed. A failed load is tried again the next time. */
  openEngine(): Promise<SearchEngine> {
    const { setup } = this.#page;
    void this.openEntities().then(
      (entities) => entities.warm(),
      () => undefined,
    );
    this.#engine ??= this.load().then(({ openSearchEngine }) =>
      openSearchEngine(
        setup.parts,
        createIndexReader(setup.base),
        undefined,
        document.documentElement.lang,
        async (...query) => (await this.openEntities()).findPlaces(...query),
      ),
    );
    this.#engine.catch(() => (this.#engine = undefined));
    return this.#engine;
  }

  async openEntities(): Promise<EntityList> {
    const { EntityList } = await this.load();
    return (this.#entities ??= new EntityList(this.#page.get('[data-entities]'), this.#page.setup));
  }

  /** Loads the code of every search. There is nothing to walk over with the arrow keys before the first answer. */
  async load() {
    const { root, field, get, signal } = this.#page;
    const { everySearch } = await import('./every-search.client.ts');
    if (!this.#hasKeys) everySearch.listenForKeys(root, field, get('.search-answers'), signal);
    this.#hasKeys = true;
    // Loaded now, it is at hand when there is no network.
    void loadKept();
    return everySearch;
  }

  async openPanel(): Promise<FilterPanel> {
    const { filters, setup, signal } = this.#page;
    const { FilterPanel } = await import('./filter-panel.client.ts');
    if (!this.#panel) {
      this.#panel = new FilterPanel(filters, setup, signal);
      this.#panel.opened = this.#whole;
    }
    return this.#panel;
  }
}

/** Loads what searches the saved stories. Undefined without a network, if it was never loaded. */
export async function loadKept() {
  return import('./kept-stories.client.ts').catch(() => undefined);
}
