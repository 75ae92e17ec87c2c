import type { SearchProgress } from '../engine/engine.ts';
import type { SearchResult } from '../engine/result.ts';
import { toQueryString, type SearchState } from '../engine/state.ts';
import { getLastMonth, formatAnswer } from './answer-words.ts';
import type { showCorrections } from './corrected-words.client.ts';
import { createAnnouncer } from './live-region.client.ts';
import { buildResults } from './result-list.client.ts';
import { createGlobes, fill, type SearchSetup } from './setup.ts';

/** The number of results shown at once. */
export const pageSize = 10;

/** An answer without the counts of filters, which are not shown in the list. */
export type ShownAnswer = Omit<SearchProgress, 'readCounts' | 'isFull'>;

/** Further details shown with an answer. */
interface ShownBeside {
  readonly asked?: SearchState;
  readonly note?: string;
  readonly showCorrected?: typeof showCorrections | undefined;
}

/** The answer to a search: its message, its results, and the buttons for more. */
export class AnswerList {
  readonly #setup: SearchSetup;
  readonly #results: HTMLElement;
  readonly #status: HTMLElement;
  readonly #corrected: HTMLElement;
  readonly #ways: HTMLElement;
  readonly #more: HTMLElement;
  readonly #older: HTMLElement;
  readonly #build: (results: readonly SearchResult[]) => readonly Node[];
  readonly #announce: (message: string) => void;
  readonly #getOffered: () => string;
  #message = '';
  #answer: ShownAnswer | undefined;
  #shown = 0;
  /** Resolves when the results requested last are shown. */
  #growing = Promise.resolve();

  /**
   * @param get finds an element of the page by its selector
   * @param getOffered says how many places and topics are above the results
   */
  constructor(
    get: <Found extends HTMLElement>(selector: string) => Found,
    setup: SearchSetup,
    getOffered: () => string,
  ) {
    this.#setup = setup;
    this.#getOffered = getOffered;
    this.#results = get('[data-results]');
    this.#status = get('[data-status]');
    this.#corrected = get('[data-corrected]');
    this.#ways = get('[data-ways]');
    this.#more = get('[data-more]');
    this.#older = get('[data-older]');
    this.#announce = createAnnouncer(get('[data-live]'));
    const [template, getGlobe] = [get<HTMLTemplateElement>('template'), createGlobes(setup)];
    this.#build = (results) => buildResults(template, results, getGlobe);
  }

  /** The number of results shown. */
  get shown(): number {
    return this.#shown;
  }

  /** Returns the number of the result that an element belongs to. -1 if it belongs to none. */
  findResult(element: Element | null): number {
    return [...this.#results.children].findIndex((result) => result.contains(element));
  }

  /** Moves the focus to a result where it stands. */
  focusResult(at: number): void {
    this.#results.children[at]?.querySelector<HTMLElement>('[data-title]')?.focus({ preventScroll: true });
  }

  /** Announces that a search is running, unless there is a message already. */
  showLoading(): void {
    this.#status.textContent ||= this.#setup.words.loading;
  }

  /**
   * Shows the results so far. While older parts are searched, the list stays unchanged if its first results do, or if
   * it is in use.
   *
   * @param asked the search whose filters include what its words say
   * @param note follows the message
   * @param showCorrected shows the words that no story contains, if there are any
   */
  show(
    answer: ShownAnswer,
    state: SearchState,
    first: readonly SearchResult[],
    { asked = state, note = '', showCorrected }: ShownBeside = {},
  ): void {
    this.#answer = answer;
    const query = toQueryString(state);
    const addresses = first.map(({ url }) => url).join(' ');
    const isInUse = this.#results.contains(document.activeElement) && this.#results.dataset['query'] === query;
    if (this.#results.dataset['shown'] !== addresses && !isInUse) {
      this.#results.replaceChildren(...this.#build(first));
      this.#shown = first.length;
      this.#results.dataset['shown'] = addresses;
    }
    this.#results.dataset['query'] = query;
    this.#more.hidden = this.#shown >= answer.total;
    this.#corrected.hidden = true;
    showCorrected?.(this.#corrected, this.#setup, state, answer);
    this.#showMessage(
      `${formatAnswer(answer, asked, this.#setup)} ${note}`.trim(),
      this.#corrected.hidden ? '' : (this.#corrected.textContent ?? ''),
    );
    this.#ways.hidden = true;
    if (answer.total === 0 && answer.pending === undefined) void this.#showOtherWays(answer, asked);
    this.#older.hidden = !answer.isPaused;
    this.#older.textContent = fill(this.#setup.words.olderNow, { month: getLastMonth(answer, this.#setup) });
  }

  /** Shows a message instead of results. */
  showNothing(message: string): void {
    this.#results.replaceChildren();
    this.#shown = 0;
    delete this.#results.dataset['shown'];
    this.#answer = undefined;
    for (const element of [this.#more, this.#older, this.#corrected, this.#ways]) element.hidden = true;
    this.#showMessage(message);
  }

  /** Loads what few searches need. Without it, as without a network, the message stands alone. */
  async #showOtherWays(answer: ShownAnswer, asked: SearchState): Promise<void> {
    const loaded = await import('./nothing-found.client.ts').catch(() => undefined);
    if (this.#answer === answer) loaded?.showOtherWays(this.#ways, this.#setup, asked);
  }

  /**
   * Shows more results. Each call waits for the one before it, which would read the same ones.
   *
   * @param isWanted tells whether the search is still the one that was asked for
   */
  async showMore(isWanted: () => boolean): Promise<void> {
    this.#growing = this.#growing.then(() => this.#grow(isWanted)).catch(reportError);
    await this.#growing;
  }

  async #grow(isWanted: () => boolean): Promise<void> {
    const at = this.#shown;
    const more = await this.#answer?.readResults(at, pageSize);
    if (!more || !isWanted()) return;
    this.#results.append(...this.#build(more));
    this.#shown += more.length;
    this.#more.hidden = this.#shown >= (this.#answer?.total ?? 0);
    this.#results.children[at]?.querySelector('a')?.focus();
  }

  /** @param before what is announced before the message */
  #showMessage(message: string, before = ''): void {
    this.#status.textContent = message;
    this.#message = `${before} ${message}`.trim();
    this.announce();
  }

  /** Announces the message, and how many places and topics there are. */
  announce(): void {
    this.#announce(`${this.#message} ${this.#getOffered()}`.trim());
  }
}
