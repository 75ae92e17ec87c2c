import { createDateFormat } from '../core/dates.ts';
import type { LocalSite, Site } from '../core/settings.ts';
import { findDictionary } from '../i18n/dictionary.ts';
import { getSiteWords } from '../i18n/own-words.ts';
import type { Edition } from '../news/edition.ts';
import { createAddresses } from '../news/urls.ts';
import type { BodyOptions } from '../content/reading/body.ts';
import type { PageTaskOptions } from '../content/store/page-task.ts';
import type { Context } from '../views/context.ts';
import type { PageFrame } from '../views/page-frame.ts';

/** Returns the context of all views of a site's edition. */
export function createContext(edition: Edition, site: Site): Context {
  const words = getSiteWords(site);
  return {
    site,
    edition,
    words,
    addresses: createAddresses(site.url),
    dates: createDateFormat(site.locale, site.timeZone, words.comma),
  };
}

/** The parts of a page frame that depend on the edition, as plain data. */
export type FrameData = Pick<PageFrame, 'masthead' | 'placeNames'>;

/** Returns the frame of all pages of a site. */
export function createPageFrame(site: Site, data: FrameData): PageFrame {
  const words = getSiteWords(site);
  return { site, words, addresses: createAddresses(site.url), problems: undefined, ...data };
}

/** Returns the options for reading and rendering a site's Markdown. Workers call it too. */
export function getPageTaskOptions(site: LocalSite): PageTaskOptions {
  return { read: site, body: getBodyOptions(site) };
}

/** Returns the options for rendering a site's texts. */
export function getBodyOptions(site: LocalSite): BodyOptions {
  return {
    contentDir: site.contentDir,
    addresses: createAddresses(site.url),
    words: getSiteWords(site),
    findWords: (language) => findDictionary(language, site.locale),
  };
}
