import { copyLink } from './copy-link.client.ts';
import { toTextFragment, type Passage } from './text-fragment.ts';

/**
 * Offers a link to the passage that a reader has selected. `<quote-link>` comes before the text of a story. Its button
 * comes after the paragraph in which the passage ends, so that Tab moves from one to the other.
 */
class QuoteLink extends HTMLElement {
  #controller = new AbortController();
  #button = document.createElement('button');
  #timer: ReturnType<typeof setTimeout> | undefined;
  #hash = '';
  readonly #story = this.nextElementSibling;

  connectedCallback(): void {
    this.#controller = new AbortController();
    const { signal } = this.#controller;
    this.#button.type = 'button';
    this.#button.className = 'button quote-button';
    this.#button.textContent = this.dataset['label'] ?? '';
    this.#button.addEventListener('click', () => this.#copy(), { signal });
    document.addEventListener('selectionchange', () => this.#wait(), { signal });
    document.addEventListener('keydown', (event) => this.#press(event), { signal });
  }

  disconnectedCallback(): void {
    this.#controller.abort();
    clearTimeout(this.#timer);
    this.#button.remove();
  }

  /** Ignores a selection that is still being made. */
  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#offer(), 300);
  }

  #offer(): void {
    // Pressing the button may clear the selection.
    if (document.activeElement === this.#button) return;
    this.#button.remove();
    const selection = getSelection();
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return;
    const range = selection.getRangeAt(0);
    if (!this.#story?.contains(range.commonAncestorContainer)) return;
    const passage = toPassage(range, selection.toString());
    this.#hash = toTextFragment(passage, isUnique(passage.text));
    const block = toBlock(range.endContainer, this.#story);
    if (this.#hash === '' || !block) return;
    block.after(this.#button);
    const { bottom, left } = toEndRectangle(range);
    const frame = this.#story.getBoundingClientRect();
    const x = Math.max(0, Math.min(left - frame.left, frame.width - this.#button.offsetWidth));
    this.#button.style.translate = `${x}px ${bottom - frame.top + 6}px`;
  }

  /** Selected text has no focus, so browsers would continue from the top of the page. */
  #press(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.#button.remove();
    if (event.key !== 'Tab' || event.shiftKey || !document.activeElement?.contains(this.#button)) return;
    if (document.activeElement === this.#button) return;
    event.preventDefault();
    this.#button.focus();
  }

  #copy(): void {
    void copyLink(this.#hash);
    this.#button.remove();
    getSelection()?.removeAllRanges();
  }
}

/** A selection of whole paragraphs ends at the start of the next one, so its last line is the one before. */
function toEndRectangle(range: Range): DOMRect {
  return [...range.getClientRects()].findLast(({ width }) => width > 0) ?? range.getBoundingClientRect();
}

function toPassage(range: Range, text: string): Passage {
  const read = (from: Node | null, set: (around: Range) => void) => {
    const around = document.createRange();
    around.selectNodeContents(from ?? range.commonAncestorContainer);
    set(around);
    return around.toString();
  };
  const start = toParagraph(range.startContainer);
  const end = toParagraph(range.endContainer);
  return {
    text,
    before: read(start, (around) => around.setEnd(range.startContainer, range.startOffset)),
    after: read(end, (around) => around.setStart(range.endContainer, range.endOffset)),
  };
}

/** Returns the element whose text browsers search in one go. */
function toParagraph(node: Node): Element | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest('p, li, h1, h2, h3, h4, h5, h6, td, th, pre, blockquote') ?? null;
}

/** Returns the top-level part of the text that contains a node. */
function toBlock(node: Node, story: Element): Element | undefined {
  const parts = [...story.children];
  return parts.find((part) => part.contains(node)) ?? parts.at(-1);
}

/** Returns whether some words appear only once on a page. A passage over several paragraphs is assumed to be unique. */
function isUnique(text: string): boolean {
  return text.includes('\n') || fold(document.body.textContent).split(fold(text)).length <= 2;
}

function fold(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().toLowerCase();
}

customElements.define('quote-link', QuoteLink);
