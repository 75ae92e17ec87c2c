import { copyLink } from './copy-link.client.ts';

/** Opens the browser's own sheet for sharing with the story; copies its address where there is none. `<share-story>` stands around the button. */
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
