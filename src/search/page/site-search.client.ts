import { ChosenFilters } from './chosen-filters.client.ts';
import type { SearchEngine, SearchProgress } from '../engine/engine.ts';
import { FilterPanel } from './filter-panel.client.ts';
import { createAnnouncer } from './live-region.client.ts';
import { showCorrections } from './corrected-words.client.ts';
import { createIndexReader } from './read-index.client.ts';
import { listenForKeys } from './result-keys.client.ts';
import { buildResults } from './result-list.client.ts';
import type { SearchResult } from '../engine/result.ts';
import { untilPainted } from './until-painted.client.ts';
import { createGlobes, fill, toCount, type SearchSetup } from './setup.ts';
import {
  countFilters,
  idleState,
  isIdle,
  parseSearchState,
  searchFacets,
  toQueryString,
  type SearchFacet,
  type SearchState,
} from '../engine/state.ts';

const pageSize = 10;

/** Keys that are pressed this soon after one another are one change. */
const typingPauseMs = 10;

/** Brings the search page to life: `<site-search>` around the form, the filters and the list of results. */
class SiteSearch extends HTMLElement {
  #controller = new AbortController();
  readonly #setup: SearchSetup = JSON.parse(this.#get('[data-setup]').textContent ?? '{}');
  readonly #getGlobe = createGlobes(this.#setup);
  readonly #form = this.#get<HTMLFormElement>('form');
  readonly #field = this.#get<HTMLInputElement>('input[name="q"]');
  readonly #results = this.#get('[data-results]');
  readonly #status = this.#get('[data-status]');
  readonly #more = this.#get<HTMLButtonElement>('[data-more]');
  readonly #older = this.#get<HTMLButtonElement>('[data-older]');
  readonly #retry = this.#get<HTMLButtonElement>('[data-retry]');
  readonly #corrected = this.#get('[data-corrected]');
  readonly #filters = this.#get<HTMLDetailsElement>('.search-filters');
  readonly #announce = createAnnouncer(this.#get('[data-live]'));
  readonly #chosen = new ChosenFilters(this, this.#setup, {
    getName: (facet, id) => this.#panel?.getName(facet, id) ?? id,
    onRemove: (without) => {
      this.#go(without);
      this.#field.focus();
    },
  });
  #panel: FilterPanel | undefined;
  #engine: Promise<SearchEngine> | undefined;
  #answer: SearchProgress | undefined;
  #state: SearchState = idleState;
  /** The reader has pointed at the search or typed: until then nothing of the index is loaded. */
  #hasIntent = false;
  /** Rises with every search, so that late answers to old ones are dropped. */
  #request = 0;
  #shown = 0;
  /** Ends when the results that were asked for last are shown. */
  #growing = Promise.resolve();
  #typing: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const { signal } = (this.#controller = new AbortController());
    this.#panel = new FilterPanel(this.#filters, this.#setup, signal);
    const warm = () => {
      void this.#open().then(
        (engine) => engine.warm(),
        () => undefined,
      );
      this.#hasIntent = true;
      if (isIdle(this.#state)) void this.#search(this.#state);
    };
    this.addEventListener('focusin', warm, { signal, once: true });
    this.addEventListener('pointerover', warm, { signal, once: true });
    // Fields of the filters belong to the form without lying in it.
    this.addEventListener('input', (event) => this.#handleInput(event), { signal });
    this.#form.addEventListener('submit', (event) => this.#handleSubmit(event), { signal });
    this.#more.addEventListener('click', () => this.#showMore(), { signal });
    this.#older.addEventListener('click', () => void this.#search(this.#state, true), { signal });
    this.#retry.addEventListener('click', () => void this.#search(this.#readForm()), { signal });
    this.#get('[data-clear]').addEventListener('click', () => this.#clear(), { signal });
    this.#filters.addEventListener('toggle', () => void this.#showCounts(), { signal });
    window.addEventListener('popstate', () => this.#openAddress(), { signal });
    listenForKeys(this, this.#field, this.#results, signal);
    // Where there is room for them beside the results, filters stand open.
    this.#filters.open = matchMedia('(min-width: 62rem)').matches;
    this.#openAddress();
    if (location.hash === '#q') this.#field.focus();
  }

  disconnectedCallback(): void {
    this.#controller.abort();
    clearTimeout(this.#typing);
  }

  #get<Found extends HTMLElement>(selector: string): Found {
    const found = this.querySelector<Found>(selector);
    if (!found) throw new Error(`<site-search> has no ${selector}.`);
    return found;
  }

  /** Loads what searches, when it is first needed; what failed to load is tried again the next time. */
  #open(): Promise<SearchEngine> {
    this.#engine ??= import('../engine/engine.ts').then(({ openSearchEngine }) =>
      openSearchEngine(this.#setup.parts, createIndexReader(this.#setup.base)),
    );
    this.#engine.catch(() => (this.#engine = undefined));
    return this.#engine;
  }

  /** Words wait for a pause in typing and replace the address; a choice is a step that Back undoes. */
  #handleInput({ target }: Event): void {
    clearTimeout(this.#typing);
    if (target !== this.#field) return this.#go(this.#readForm());
    this.#typing = setTimeout(() => {
      const state = this.#readForm();
      history.replaceState(null, '', toQueryString(state) || location.pathname);
      void this.#search(state);
    }, typingPauseMs);
  }

  #handleSubmit(event: Event): void {
    event.preventDefault();
    clearTimeout(this.#typing);
    this.#go(this.#readForm());
  }

  #go(state: SearchState): void {
    const query = toQueryString(state);
    if (query !== location.search) history.pushState(null, '', query || location.pathname);
    this.#writeForm(state);
    void this.#search(state);
  }

  #clear(): void {
    this.#go({ ...idleState, q: this.#state.q, order: this.#state.order });
    this.#field.focus();
  }

  #openAddress(): void {
    const state = parseSearchState(location.search);
    this.#writeForm(state);
    void this.#search(state);
  }

  /** What is chosen and has no box (counts are not known yet, or the address names something else) stays chosen. */
  #readForm(): SearchState {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(this.#form)) query.append(name, String(value));
    for (const facet of searchFacets) {
      const boxes = [...this.#filters.querySelectorAll<HTMLInputElement>(`input[name="${facet}"]`)];
      for (const id of this.#state.facets[facet] ?? [])
        if (!boxes.some(({ value }) => value === id)) query.append(facet, id);
    }
    return parseSearchState(query.toString());
  }

  #writeForm({ q, facets, from, to, order }: SearchState): void {
    const values: Readonly<Record<string, string>> = { q, from, to, sort: order };
    for (const [name, value] of Object.entries(values)) {
      const field = this.querySelector<HTMLInputElement | HTMLSelectElement>(`#${name}`);
      if (field && field.value !== value) field.value = value;
    }
    for (const box of this.#filters.querySelectorAll<HTMLInputElement>('input[type="checkbox"]'))
      box.checked = facets[box.name as SearchFacet]?.includes(box.value) ?? false;
  }

  async #search(state: SearchState, isWhole = false): Promise<void> {
    const request = ++this.#request;
    this.#state = state;
    this.#retry.hidden = true;
    this.toggleAttribute('data-failed', false);
    this.#chosen.show(this.#state);
    if (isIdle(state)) this.#showNothing(this.#setup.words.idle);
    else this.#status.textContent ||= this.#setup.words.loading;
    if (isIdle(state) && !this.#hasIntent) return;
    try {
      const engine = await this.#open();
      for await (const answer of engine.ask(state, isWhole)) {
        if (request !== this.#request) return;
        this.#answer = answer;
        if (isIdle(state)) continue;
        const first = await answer.readResults(0, pageSize);
        if (request !== this.#request) return;
        this.#showAnswer(answer, this.#build(first), first.map(({ url }) => url).join(' '));
        await untilPainted();
        if (request !== this.#request) return;
      }
      if (request === this.#request) await this.#showCounts();
    } catch (error) {
      if (request !== this.#request) return;
      this.#showNothing(this.#setup.words.failed);
      this.#retry.hidden = false;
      this.toggleAttribute('data-failed', true);
      // The reader has the message and the button; this is for whoever looks into it.
      reportError(error);
    }
  }

  #build(results: readonly SearchResult[]): readonly Node[] {
    return buildResults(this.#get('template'), results, this.#getGlobe);
  }

  /** Shows what is known; while older parts answer, the list stays as it is if its first results do, or if it is in use. */
  #showAnswer(answer: SearchProgress, first: readonly Node[], addresses: string): void {
    const query = toQueryString(this.#state);
    const isInUse = this.#results.contains(document.activeElement) && this.#results.dataset['query'] === query;
    if (this.#results.dataset['shown'] !== addresses && !isInUse) {
      this.#results.replaceChildren(...first);
      this.#shown = first.length;
      this.#results.dataset['shown'] = addresses;
    }
    this.#results.dataset['query'] = query;
    this.#more.hidden = this.#shown >= answer.total;
    this.#say(this.#sayAnswer(answer));
    showCorrections(this.#corrected, this.#setup, this.#state, answer);
    const month = this.#getLastMonth(answer);
    this.#older.hidden = !answer.isPaused;
    this.#older.textContent = fill(this.#setup.words.olderNow, { month });
  }

  #getLastMonth({ pending }: SearchProgress): string {
    return this.#setup.parts.find(({ id }) => id === pending?.id)?.lastMonth ?? '';
  }

  #sayAnswer(answer: SearchProgress): string {
    const { words } = this.#setup;
    const total = toCount(answer.total, words.results, this.#setup.locale);
    const pending = answer.pending
      ? fill(answer.isPaused ? words.newest : words.older, { month: this.#getLastMonth(answer) })
      : '';
    if (answer.total > 0) return `${total}. ${pending}`.trim();
    if (answer.pending && !answer.isPaused) return pending;
    const { q } = this.#state;
    const none = countFilters(this.#state) > 0 ? words.noneFiltered : fill(words.none, { query: q });
    return `${none} ${words.noneHelp}`;
  }

  /** What stands on the page already, as it does before anything is asked, is not read out again. */
  #say(message: string): void {
    if (this.#status.textContent === message) return;
    this.#status.textContent = message;
    this.#announce(message);
  }

  #showNothing(message: string): void {
    this.#results.replaceChildren();
    delete this.#results.dataset['shown'];
    this.#answer = undefined;
    for (const element of [this.#more, this.#older, this.#corrected]) element.hidden = true;
    this.#say(message);
  }

  /** Counts take files of their own: they are loaded when the filters are open, after the answer. */
  async #showCounts(): Promise<void> {
    const [request, answer] = [this.#request, this.#answer];
    if (!this.#filters.open || !answer) return;
    const counts = await answer.readCounts();
    if (request !== this.#request) return;
    this.#panel?.show(counts, this.#state.facets);
    this.#chosen.show(this.#state);
  }

  /** Each press of the button waits for the one before it, which would read the same results. */
  #showMore(): void {
    const request = this.#request;
    this.#growing = this.#growing.then(() => this.#grow(request)).catch(reportError);
  }

  async #grow(request: number): Promise<void> {
    const at = this.#shown;
    const more = await this.#answer?.readResults(at, pageSize);
    if (!more || request !== this.#request) return;
    this.#results.append(...this.#build(more));
    this.#shown += more.length;
    this.#more.hidden = this.#shown >= (this.#answer?.total ?? 0);
    this.#results.children[at]?.querySelector('a')?.focus();
  }
}

customElements.define('site-search', SiteSearch);
