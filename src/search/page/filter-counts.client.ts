import type { SearchProgress } from '../engine/engine.ts';
import { countFilters, type SearchState } from '../engine/state.ts';
import type { LateParts } from './late-parts.client.ts';
import type { SearchSetup } from './setup.ts';

/** The largest number of stories whose filters are counted without being asked for. A thousand take 30 kB. */
const countedAtOnce = 1000;

/**
 * The numbers of stories that each filter would leave. They need files of their own, so they are loaded once the filters
 * are open. In a large archive they wait until the reader turns to the filters or has chosen one.
 */
export class FilterCounts {
  readonly #filters: HTMLDetailsElement;
  readonly #isSmall: boolean;
  /** Whether the reader has pointed at the filters or reached them by keyboard. */
  #isAsked = false;

  /** @param onChange called when counts may be wanted that were not before */
  constructor(filters: HTMLDetailsElement, { parts }: SearchSetup, signal: AbortSignal, onChange: () => void) {
    this.#filters = filters;
    this.#isSmall = parts.reduce((sum, { stories }) => sum + stories, 0) <= countedAtOnce;
    const ask = () => {
      this.#isAsked = true;
      if (!this.#isSmall) onChange();
    };
    for (const event of ['pointerover', 'focusin']) filters.addEventListener(event, ask, { signal, once: true });
    filters.addEventListener('toggle', onChange, { signal });
  }

  /** Loads the filters, and the counts if they are wanted. Undefined while the filters are closed. */
  async read(answer: SearchProgress, state: SearchState, late: LateParts) {
    if (!this.#filters.open) return undefined;
    const isWanted = this.#isSmall || this.#isAsked || countFilters(state) > 0;
    const [panel, counts] = await Promise.all([late.openPanel(), isWanted ? answer.readCounts() : undefined]);
    return { panel, counts };
  }
}
