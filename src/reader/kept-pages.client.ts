import { readTitle } from './page-title.ts';

/**
 * Lists the pages that the service worker has cached, the last read first. `<kept-pages>` names their cache and the
 * page it is on.
 */
class KeptPages extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const { store: name = '' } = this.dataset;
    if (!('caches' in window) || !(await caches.has(name))) return;
    const store = await caches.open(name);
    const kept = await Promise.all(
      (await store.keys()).map(async (request) => {
        const html = await (await store.match(request))?.text();
        return { url: request.url, title: readTitle(html ?? ''), isShown: !html?.includes('<kept-pages') };
      }),
    );
    const items = kept
      .filter(({ title, isShown }) => title !== undefined && isShown)
      .reverse()
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
