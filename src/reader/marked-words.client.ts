import { createWordPattern } from './word-pattern.ts';

/** The parts of a story in which words are highlighted. */
const marked = 'h1, .standfirst, .key-points, .prose';

/**
 * Highlights in a story the words with which a search found it, and offers to remove the highlighting. `<marked-words>`
 * is the line that says so. It has words only when something is highlighted, since text browsers also show what is
 * hidden. The words are part of the address, so that a shared link shows the same.
 */
class MarkedWords extends HTMLElement {
  #controller = new AbortController();
  #marks: readonly HTMLElement[] = [];
  /** The parameter of the address that holds the words. */
  readonly #parameter = this.dataset['parameter'] ?? '';

  connectedCallback(): void {
    this.#controller = new AbortController();
    const words = new URLSearchParams(location.search).get(this.#parameter)?.split(/\s+/u) ?? [];
    const pattern = createWordPattern(words);
    const article = this.closest('article');
    if (!pattern || !article) return;
    this.#marks = [...article.querySelectorAll(marked)].flatMap((part) => mark(part, pattern));
    this.hidden = this.#marks.length === 0;
    this.#show();
  }

  disconnectedCallback(): void {
    this.#controller.abort();
  }

  #show(): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'link-button';
    button.textContent = this.dataset['button'] ?? '';
    button.addEventListener('click', () => this.#remove(), { signal: this.#controller.signal });
    this.replaceChildren(`${this.dataset['text'] ?? ''} `, button);
  }

  #remove(): void {
    for (const element of this.#marks) {
      const parent = element.parentNode;
      element.replaceWith(...element.childNodes);
      parent?.normalize();
    }
    const address = new URL(location.href);
    address.searchParams.delete(this.#parameter);
    history.replaceState(history.state, '', address);
    // The button that had the focus disappears, so the focus moves to the story after it.
    document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
    this.hidden = true;
  }
}

function mark(part: Element, pattern: RegExp): HTMLElement[] {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts.flatMap((text) => markText(text, pattern));
}

/** Marks matches from the end, so that the positions of earlier ones stay valid. */
function markText(text: Text, pattern: RegExp): HTMLElement[] {
  return [...text.data.matchAll(pattern)].toReversed().map((match) => {
    const found = text.splitText(match.index);
    found.splitText(match[0].length);
    const element = document.createElement('mark');
    found.replaceWith(element);
    element.append(found);
    return element;
  });
}

customElements.define('marked-words', MarkedWords);
