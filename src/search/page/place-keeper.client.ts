import type { SearchPlace } from './search-place.ts';

/** Milliseconds without scrolling after which the place is kept. Browsers refuse more than a few changes a second. */
const scrollPauseMs = 150;

/** Keeps a reader's place with the page's entry in the browser's history. */
export class PlaceKeeper {
  readonly #read: (target: Element | null) => SearchPlace;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  /** @param read returns the place of a reader whose attention is on an element */
  constructor(read: (target: Element | null) => SearchPlace, signal: AbortSignal) {
    this.#read = read;
    // When a page is left it is too late to keep its place: the history already has the next one.
    window.addEventListener('scroll', () => this.#keepSoon(), { signal, passive: true });
    window.addEventListener('click', ({ target }) => this.keep(target), { signal });
    signal.addEventListener('abort', () => this.cancel());
  }

  keep(target: EventTarget | null = document.activeElement): void {
    this.cancel();
    history.replaceState(this.#read(target instanceof Element ? target : null), '');
  }

  /** Forgets a place that would have been kept soon: the page shows another search now. */
  cancel(): void {
    clearTimeout(this.#waiting);
  }

  #keepSoon(): void {
    this.cancel();
    this.#waiting = setTimeout(() => this.keep(), scrollPauseMs);
  }
}
