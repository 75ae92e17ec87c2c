import { openSearchEngine, type SearchAnswer, type SearchPart } from './engine.client.ts';
import { toPieces } from './excerpt.ts';
import type { FacetCounts } from './merge.ts';
import type { PagefindResult, PagefindSection } from './pagefind.ts';
import { isIdle, parseSearchState, searchFacets, toQueryString, type SearchState } from './state.ts';

const pageSize = 10;
const typingPauseMs = 180;
const sectionsShown = 3;

/** Words that the server wrote into the element, in the language of the interface. */
interface Words {
  readonly idle: string;
  readonly loading: string;
  /** With `{month}`. */
  readonly older: string;
  readonly failed: string;
  /** With `{query}`. */
  readonly none: string;
  readonly noneHelp: string;
  /** With `{count}`, by plural form. */
  readonly results: Readonly<Record<string, string>>;
}

/** Brings the search page to life: `<site-search>` around the form, the status line and the list of results. */
class SiteSearch extends HTMLElement {
  #controller = new AbortController();
  #engine = openSearchEngine(this.dataset['base'] ?? '/', this.#parts);
  #answer: SearchAnswer | undefined;
  /** Rises with every search, so that late answers to old ones are dropped. */
  #request = 0;
  #shown = 0;
  #typing: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const { signal } = (this.#controller = new AbortController());
    const warm = () => this.#engine.warm();
    this.#form.addEventListener('focusin', warm, { signal, once: true });
    this.#form.addEventListener('pointerover', warm, { signal, once: true });
    this.#form.addEventListener('input', (event) => this.#handleInput(event), { signal });
    this.#form.addEventListener('submit', (event) => this.#handleSubmit(event), { signal });
    this.#more.addEventListener('click', () => void this.#showMore(), { signal });
    this.#retry.addEventListener('click', () => void this.#search(this.#readForm()), { signal });
    this.#clear.addEventListener('click', () => this.#go({ q: '', facets: {}, order: 'relevance' }), { signal });
    window.addEventListener('popstate', () => this.#openAddress(), { signal });
    this.#openAddress();
  }

  disconnectedCallback(): void {
    this.#controller.abort();
    clearTimeout(this.#typing);
  }

  get #form(): HTMLFormElement {
    return this.#get('form');
  }
  get #results(): HTMLElement {
    return this.#get('[data-results]');
  }
  get #status(): HTMLElement {
    return this.#get('[data-status]');
  }
  get #more(): HTMLButtonElement {
    return this.#get('[data-more]');
  }
  get #retry(): HTMLButtonElement {
    return this.#get('[data-retry]');
  }
  get #clear(): HTMLButtonElement {
    return this.#get('[data-clear]');
  }
  get #parts(): readonly SearchPart[] {
    return JSON.parse(this.dataset['parts'] ?? '[]');
  }
  get #words(): Words {
    return JSON.parse(this.#get('[data-words]').textContent ?? '{}');
  }

  #get<Found extends HTMLElement>(selector: string, within: ParentNode = this): Found {
    const found = within.querySelector<Found>(selector);
    if (!found) throw new Error(`<site-search> has no ${selector}.`);
    return found;
  }

  /** Words wait for a pause in typing and replace the address; a choice is a step that Back undoes. */
  #handleInput(event: Event): void {
    clearTimeout(this.#typing);
    if (event.target instanceof HTMLSelectElement) return this.#go(this.#readForm());
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

  #openAddress(): void {
    const state = parseSearchState(location.search);
    this.#writeForm(state);
    void this.#search(state);
  }

  /** The form has no fields for tag, kind and month: those of the address stay until they are cleared. */
  #readForm(): SearchState {
    const query = new URLSearchParams(location.search);
    for (const [name, value] of new FormData(this.#form)) query.set(name, String(value));
    return parseSearchState(query.toString());
  }

  #writeForm({ q, facets, order }: SearchState): void {
    const values: Readonly<Record<string, string | undefined>> = { q, sort: order, ...facets };
    for (const field of this.#form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[name]')) {
      field.value = values[field.name] ?? '';
    }
  }

  async #search(state: SearchState): Promise<void> {
    const request = ++this.#request;
    this.#retry.hidden = true;
    this.#clear.hidden = isIdle(state);
    if (isIdle(state)) return this.#showNothing(this.#words.idle);
    this.#status.textContent ||= this.#words.loading;
    try {
      for await (const answer of this.#engine.ask(state)) {
        const first = await answer.load(0, pageSize);
        if (request !== this.#request) return;
        this.#showAnswer(answer, first, state);
      }
    } catch (error) {
      if (request !== this.#request) return;
      this.#showNothing(this.#words.failed);
      this.#retry.hidden = false;
      // The reader has the message and the button; this is for whoever looks into it.
      reportError(error);
    }
  }

  /** Shows what is known; while older parts answer, the list stays as it is if its first results do, or if it is in use. */
  #showAnswer(answer: SearchAnswer, first: readonly PagefindResult[], state: SearchState): void {
    this.#showCounts(answer.counts);
    const older = answer.pending ? this.#words.older.replace('{month}', answer.pending.lastMonth) : '';
    if (answer.total === 0) {
      this.#showNothing(older || this.#sayNone(state));
      return;
    }
    const addresses = first.map(({ url }) => url).join(' ');
    const isInUse =
      this.#results.contains(document.activeElement) && this.#results.dataset['query'] === toQueryString(state);
    if (this.#results.dataset['shown'] !== addresses && !isInUse) {
      this.#results.replaceChildren();
      this.#shown = 0;
      this.#append(first);
      this.#results.dataset['shown'] = addresses;
      this.#results.dataset['query'] = toQueryString(state);
    }
    this.#answer = answer;
    this.#more.hidden = this.#shown >= answer.total;
    this.#status.textContent = `${this.#sayTotal(answer.total)} ${older}`.trim();
  }

  #sayTotal(total: number): string {
    const { lang } = document.documentElement;
    const { results } = this.#words;
    const form = results[new Intl.PluralRules(lang).select(total)] ?? results['other'] ?? '{count}';
    return form.replace('{count}', new Intl.NumberFormat(lang).format(total));
  }

  #sayNone({ q }: SearchState): string {
    const { none, noneHelp } = this.#words;
    return q ? `${none.replace('{query}', () => q)} ${noneHelp}` : noneHelp;
  }

  #showNothing(message: string): void {
    this.#results.replaceChildren();
    delete this.#results.dataset['shown'];
    this.#more.hidden = true;
    this.#status.textContent = message;
  }

  /** Writes behind every choice how many stories it would give; choices that would give none cannot be chosen. */
  #showCounts(counts: FacetCounts): void {
    for (const facet of searchFacets) {
      const select = this.#form.querySelector<HTMLSelectElement>(`select[name="${facet}"]`);
      for (const option of select?.options ?? []) {
        if (option.value === '') continue;
        const count = counts[facet]?.[option.value] ?? 0;
        option.textContent = `${option.dataset['label'] ?? option.value} (${count})`;
        option.disabled = count === 0 && !option.selected;
      }
    }
  }

  #append(results: readonly PagefindResult[]): void {
    this.#results.append(...results.map((result) => this.#buildResult(result)));
    this.#shown += results.length;
    this.#more.hidden = this.#shown >= (this.#answer?.total ?? 0);
  }

  async #showMore(): Promise<void> {
    const request = this.#request;
    const more = await this.#answer?.load(this.#shown, pageSize);
    if (!more || request !== this.#request) return;
    const at = this.#shown;
    this.#append(more);
    this.#results.children[at]?.querySelector('a')?.focus();
  }

  #buildResult({ url, meta, excerpt, sub_results: sections }: PagefindResult): Node {
    const item = this.#get<HTMLTemplateElement>('template').content.cloneNode(true) as DocumentFragment;
    const link = this.#get<HTMLAnchorElement>('[data-title]', item);
    link.href = url;
    link.textContent = meta['title'] ?? url;
    this.#get('[data-topic]', item).textContent = meta['topic'] ?? '';
    this.#get('[data-place]', item).textContent = meta['place'] ?? '';
    this.#get('[data-date]', item).textContent = meta['date'] ?? '';
    mark(this.#get('[data-excerpt]', item), excerpt);
    const found = sections.filter(({ anchor }) => anchor).slice(0, sectionsShown);
    const list = this.#get('[data-sections]', item);
    list.hidden = found.length === 0;
    list.append(...found.map(buildSection));
    return item;
  }
}

function buildSection({ url, title }: PagefindSection): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = url;
  link.textContent = title;
  item.append(link);
  return item;
}

/** Writes an excerpt with its matches marked. */
function mark(target: HTMLElement, excerpt: string): void {
  target.append(
    ...toPieces(excerpt).map(({ text, isMatch }) => {
      if (!isMatch) return document.createTextNode(text);
      const element = document.createElement('mark');
      element.textContent = text;
      return element;
    }),
  );
}

customElements.define('site-search', SiteSearch);
