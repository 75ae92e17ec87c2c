import { copyLink } from './copy-link.client.ts';

/**
 * Opens the browser's share sheet with the story, or copies its address if there is none. `<share-story>` wraps the
 * button.
 */
class ShareStory extends HTMLElement {
  #controller = new AbortController();

  connectedCallback(): void {
    this.#controller = new AbortController();
    const { signal } = this.#controller;
    this.querySelector('button')?.addEventListener('click', () => void this.#share(), { signal });
  }

  disconnectedCallback(): void {
    this.#controller.abort();
  }

  async #share(): Promise<void> {
    if (!('share' in navigator)) return copyLink();
    const title = document.querySelector('h1')?.textContent ?? '';
    try {
      await navigator.share({ title, url: location.origin + location.pathname });
    } catch (error) {
      // A reader who closes the sheet does not want a link; a browser that cannot share may still copy.
      if (!(error instanceof DOMException && error.name === 'AbortError')) await copyLink();
    }
  }
}

customElements.define('share-story', ShareStory);
