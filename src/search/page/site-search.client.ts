import type { SearchProgress } from '../engine/engine.ts';
import { countFilters, idleState, isIdle, parseSearchState, toQueryString, type SearchState } from '../engine/state.ts';
import { AnswerList, pageSize } from './answer-list.client.ts';
import { ChosenFilters } from './chosen-filters.client.ts';
import type { DateWords } from './date-words.ts';
import { FilterCounts } from './filter-counts.client.ts';
import { isUnfinished } from './input-method.client.ts';
import { LateParts, loadKept } from './late-parts.client.ts';
import { PlaceKeeper } from './place-keeper.client.ts';
import { readForm, writeForm } from './search-form.client.ts';
import { parsePlace, type SearchPlace } from './search-place.ts';
import type { SearchSetup } from './setup.ts';
import { untilPainted } from './until-painted.client.ts';

/** Milliseconds within which keys count as one change. */
const typingPauseMs = 10;

/**
 * Runs the search page: `<site-search>` wraps the form, the filters and the list of results. It holds the current
 * search, also in the address, queries the engine and drops late results. Its parts read and show.
 */
class SiteSearch extends HTMLElement {
  #controller = new AbortController();
  readonly #setup: SearchSetup = JSON.parse(this.#get('[data-setup]').textContent ?? '{}');
  readonly #field = this.#get<HTMLInputElement>('input[name="q"]');
  readonly #retry = this.#get<HTMLButtonElement>('[data-retry]');
  readonly #filters = this.#get<HTMLDetailsElement>('.search-filters');
  readonly #form = this.#get<HTMLFormElement>('form');
  readonly #list = new AnswerList(
    (selector) => this.#get(selector),
    this.#setup,
    () => this.#late?.entities?.message ?? '',
  );
  readonly #chosen = new ChosenFilters(this, this.#setup, {
    getName: (facet, id) => this.#late?.panel?.getName(facet, id) ?? id,
    onRemove: (without) => {
      this.#go(without);
      this.#field.focus();
    },
  });
  #late: LateParts | undefined;
  #counts: FilterCounts | undefined;
  #place: PlaceKeeper | undefined;
  #answer: SearchProgress | undefined;
  #state: SearchState = idleState;
  /** Whether the reader has pointed at the search or typed. Until then nothing of the index is loaded. */
  #hasIntent = false;
  /** Increases with every search, so that late results of old ones are dropped. */
  #request = 0;
  #typing: ReturnType<typeof setTimeout> | undefined;
  /** Whether the last word may be the beginning of one that the reader is typing. */
  #isTyping = false;
  #isWhole = false;
  /** The date that the words of the search name. */
  #named: DateWords | undefined;

  connectedCallback(): void {
    const { signal } = (this.#controller = new AbortController());
    const late = (this.#late = new LateParts({
      root: this,
      field: this.#field,
      filters: this.#filters,
      setup: this.#setup,
      signal,
      get: (selector) => this.#get(selector),
    }));
    // Before anything listens: a reader who has only opened the page has not searched yet.
    if (location.hash === '#q' || isIdle(parseSearchState(location.search))) this.#field.focus();
    const warm = () => {
      void late.openEngine().then(
        (engine) => engine.warm(),
        () => undefined,
      );
      this.#hasIntent = true;
      if (isIdle(this.#state)) void this.#search(this.#state);
    };
    this.addEventListener('focusin', warm, { signal, once: true });
    this.addEventListener('pointerover', warm, { signal, once: true });
    // Fields of the filters belong to the form without being inside it.
    for (const type of ['input', 'compositionend'])
      this.addEventListener(type, (event) => this.#handleInput(event), { signal });
    this.#form.addEventListener('submit', (event) => this.#handleSubmit(event), { signal });
    this.#get('[data-more]').addEventListener('click', () => this.#showMore(), { signal });
    this.#get('[data-older]').addEventListener('click', () => void this.#search(this.#state, true), { signal });
    this.#retry.addEventListener('click', () => void this.#search(this.#readForm()), { signal });
    this.#get('[data-clear]').addEventListener('click', () => this.#clear(), { signal });
    this.#counts = new FilterCounts(this.#filters, this.#setup, signal, () => void this.#showCounts());
    window.addEventListener('online', () => this.#retry.hidden || this.#retry.click(), { signal });
    window.addEventListener('popstate', () => this.#openAddress(), { signal });
    this.#place = new PlaceKeeper((target) => this.#readPlace(target), signal);
    this.#filters.addEventListener('toggle', () => this.#place?.keep(), { signal });
    // If there is room beside the results, the filters are open.
    this.#filters.open = matchMedia('(min-width: 62rem)').matches;
    history.scrollRestoration = 'manual';
    this.#openAddress();
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

  /** Words wait for a pause in typing and replace the address. A choice is a step that Back undoes. */
  #handleInput(event: Event): void {
    clearTimeout(this.#typing);
    if (event.target !== this.#field) return this.#go(this.#readForm());
    if (isUnfinished(event)) return;
    this.#typing = setTimeout(() => {
      const state = this.#readForm();
      history.replaceState(null, '', toQueryString(state) || location.pathname);
      this.#isTyping = /\S$/u.test(this.#field.value);
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
    this.#isTyping = false;
    this.#place?.keep();
    if (query !== location.search) history.pushState(null, '', query || location.pathname);
    writeForm(this, state);
    void this.#search(state);
  }

  #clear(): void {
    this.#go({ ...idleState, q: this.#state.q, order: this.#state.order });
    this.#field.focus();
  }

  #openAddress(): void {
    const state = parseSearchState(location.search || (this.dataset['start'] ?? ''));
    const place = parsePlace(history.state);
    this.#isTyping = false;
    this.#place?.cancel();
    if (place) this.#filters.open = place.hasOpenFilters;
    if (place && this.#late) this.#late.whole = place.whole;
    writeForm(this, state);
    void this.#search(state, place?.isWhole, place);
  }

  #readPlace(target: Element | null): SearchPlace {
    return {
      shown: this.#list.shown,
      top: scrollY,
      at: this.#list.findResult(target),
      isWhole: this.#isWhole,
      hasOpenFilters: this.#filters.open,
      whole: this.#late?.whole ?? [],
    };
  }

  #readForm(): SearchState {
    return readForm(this, this.#form, this.#state);
  }

  /** @param place where the reader was when this search was last on the page */
  async #search(state: SearchState, isWhole = false, place?: SearchPlace): Promise<void> {
    const late = this.#late;
    if (!late) return;
    const request = ++this.#request;
    const isWanted = () => request === this.#request;
    this.#state = state;
    this.#isWhole = isWhole;
    this.#retry.hidden = true;
    this.toggleAttribute('data-unanswered', false);
    this.#named = undefined;
    // The panel knows the names of filters.
    if (late.panel) this.#chosen.show(state);
    this.toggleAttribute('data-idle', isIdle(state));
    if (isIdle(state)) this.#showNothing('');
    else this.#list.showLoading();
    if (isIdle(state) && !this.#hasIntent) {
      if (place) this.#returnTo(place);
      return;
    }
    try {
      const [engine, entities, { findDateWords }] = await Promise.all([
        late.openEngine(),
        late.openEntities(),
        late.load(),
        // Only the panel knows the names of what is chosen.
        countFilters(state) > 0 ? late.openPanel() : undefined,
      ]);
      if (request !== this.#request) return;
      // Dates that are chosen come before those in words.
      const named = state.from || state.to ? undefined : findDateWords(state.q, this.#setup);
      const asked = named ? { ...state, q: named.rest, from: named.from, to: named.to } : state;
      this.#named = named;
      this.#chosen.show(state, named);
      await entities.show(asked.q, isWanted);
      for await (const answer of engine.search(asked, isWhole, this.#isTyping)) {
        if (request !== this.#request) return;
        this.#answer = answer;
        if (isIdle(state)) continue;
        const [first, corrected] = await Promise.all([
          answer.readResults(0, Math.max(pageSize, place?.shown ?? 0)),
          answer.corrections.length > 0 ? import('./corrected-words.client.ts') : undefined,
        ]);
        if (request !== this.#request) return;
        this.#list.show(answer, state, first, { asked, showCorrected: corrected?.showCorrections });
        await untilPainted();
        if (request !== this.#request) return;
      }
      this.toggleAttribute('data-unanswered', this.#answer?.total === 0);
      await this.#showFurtherEntities(isWanted);
      if (isWanted()) await this.#showCounts();
      if (isWanted() && place) this.#returnTo(place);
    } catch (error) {
      if (request !== this.#request) return;
      // The reader has a message and the button; this is for debugging.
      reportError(error);
      this.#chosen.show(state);
      await this.#searchKept(state, place);
    }
  }

  /** Searches what is saved on the device when the index cannot be reached, and says so. */
  async #searchKept(state: SearchState, place: SearchPlace | undefined): Promise<void> {
    const request = this.#request;
    const kept = isIdle(state)
      ? undefined
      : await (await loadKept())?.searchKeptStories(this.dataset['store'] ?? '', state.q);
    const first = (await kept?.readResults(0, Math.max(pageSize, place?.shown ?? 0))) ?? [];
    if (request !== this.#request) return;
    this.#retry.hidden = false;
    this.toggleAttribute('data-unanswered', first.length === 0);
    this.#showNothing(kept ? '' : this.#setup.words.failed);
    if (!kept) return;
    const { keptOnly, keptUnfiltered } = this.#setup.words;
    const note = countFilters(state) > 0 ? `${keptOnly} ${keptUnfiltered}` : keptOnly;
    this.#list.show(kept, { ...idleState, q: state.q }, first, { note });
    if (place) this.#returnTo(place);
  }

  #returnTo({ at, top }: SearchPlace): void {
    this.#list.focusResult(at);
    scrollTo({ top, behavior: 'instant' });
    this.#place?.keep();
  }

  async #showFurtherEntities(isWanted: () => boolean): Promise<void> {
    const { total = 0, corrections = [] } = this.#answer ?? {};
    await this.#late?.entities?.showFurther(total === 0 || corrections.length > 0, isWanted);
    if (isWanted()) this.#list.announce();
  }

  #showNothing(message: string): void {
    this.#answer = undefined;
    this.#list.showNothing(message);
  }

  async #showCounts(): Promise<void> {
    const [request, answer, late] = [this.#request, this.#answer, this.#late];
    const read = answer && late && (await this.#counts?.read(answer, this.#state, late));
    if (!read || request !== this.#request) return;
    read.panel.show(read.counts, this.#state.facets);
    if (read.counts) this.#chosen.show(this.#state, this.#named);
  }

  #showMore(): void {
    const request = this.#request;
    void this.#list.showMore(() => request === this.#request).then(() => this.#place?.keep());
  }
}

customElements.define('site-search', SiteSearch);
