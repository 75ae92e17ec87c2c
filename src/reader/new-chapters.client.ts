import { findNew } from './new-chapters.ts';
import { readStored, store, toStorylineName } from './storage.client.ts';

/** The times of chapters, on the storyline's page and in the box beside one of its stories. */
const chapters = '.teaser time, .storyline-box li:not(.is-this) time';

/** Marks the chapters added to a storyline since the reader last saw it. `<new-chapters>` wraps its chapters. */
class NewChapters extends HTMLElement {
  connectedCallback(): void {
    const name = toStorylineName(this.dataset['storyline'] ?? '');
    const times = [...this.querySelectorAll<HTMLTimeElement>(chapters)];
    const { isNew, seen } = findNew(
      times.map(({ dateTime }) => dateTime),
      readStored(name),
    );
    times.forEach((time, index) => {
      if (!isNew[index]) return;
      const label = document.createElement('span');
      label.className = 'new-chip';
      label.textContent = this.dataset['label'] ?? '';
      time.after(' ', label);
    });
    if (seen !== undefined) store(name, seen);
  }
}

customElements.define('new-chapters', NewChapters);
