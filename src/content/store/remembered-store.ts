import type { TextLink } from '../markdown/text-outline.ts';
import type { PageStore, PageToStore } from './page-store.ts';

/**
 * Wraps a store for a process that builds again and again: each row is read once, and what is put is remembered. No
 * other process may change the store meanwhile, except by putting the same.
 */
export function rememberStore(store: PageStore): PageStore {
  const known = new Map(store.getKnown());
  let links: Map<string, readonly TextLink[]> | undefined;
  const pictures = new Map(store.getPictures());
  const remember = ({ body, ...page }: PageToStore): void => {
    known.set(page.file, { ...page, hasText: body !== undefined });
    links?.delete(page.file);
    if (body && body.links.length > 0) links?.set(page.file, body.links);
  };
  return {
    ...store,
    getKnown: () => known,
    getLinks: (files) => (files ? store.getLinks(files) : (links ??= new Map(store.getLinks()))),
    getPictures: () => pictures,
    put: (pages) => {
      store.put(pages);
      pages.forEach(remember);
    },
    putStats: (pages) => {
      store.putStats(pages);
      for (const { file, stat } of pages) {
        const page = known.get(file);
        if (page) known.set(file, { ...page, stat });
      }
    },
    putPictures: (found) => {
      store.putPictures(found);
      for (const entry of found) pictures.set(entry.picture.file, entry);
    },
    retainOnly: (files) => {
      const gone = [...known.keys()].filter((file) => !files.has(file));
      if (gone.length > 0) store.retainOnly(files);
      for (const file of gone) {
        known.delete(file);
        links?.delete(file);
      }
    },
  };
}
