import { readTitle } from './page-title.ts';
import { readKeptPages } from './read-kept.client.ts';

/**
 * Lists the pages that the service worker has cached, the last read first. `<kept-pages>` names their cache and the
 * page it is on.
 */
class KeptPages extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const { store: name = '' } = this.dataset;
    const items = (await readKeptPages(name))
      .map(({ url, html }) => ({ url, title: readTitle(html), isShown: !html.includes('<kept-pages') }))
      .filter(({ title, isShown }) => title !== undefined && isShown)
      .map(({ url, title = '' }) => {
        const link = document.createElement('a');
        link.href = url;
        link.dir = 'auto';
        link.textContent = title;
        const item = document.createElement('li');
        item.append(link);
        return item;
      });
    if (items.length === 0) return;
    this.querySelector('ul')?.replaceChildren(...items);
    this.hidden = false;
  }
}

customElements.define('kept-pages', KeptPages);
