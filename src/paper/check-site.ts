import { locateIssues } from '../content/yaml/locate.ts';
import type { PageStore } from '../content/store/page-store.ts';
import type { ReadResult } from '../content/reader.ts';
import type { Issue } from '../core/issue.ts';
import type { LocalSite, Site } from '../core/settings.ts';
import { listAddressOwners } from '../news/aliases.ts';
import { buildEdition } from '../news/edition.ts';
import { checkHousekeeping } from '../news/housekeeping.ts';
import { checkLinks, type SiteLink } from '../news/links.ts';
import { checkPermanence } from '../news/permanence.ts';
import { checkSectionLinks } from '../news/section-links.ts';
import { listSettingFiles } from '../news/urls.ts';
import { getVisibility } from '../news/visibility.ts';
import { createLinkTargets, type LoadedSite } from './link-targets.ts';
import { checkOwnFiles, checkPublicClashes } from './public-clashes.ts';
import { createContext } from './site-context.ts';
import { collectPermanent } from './table.ts';

/**
 * Checks what no text can check alone: links between pages, and problems that only the clock reveals. The texts must
 * have been read with the store. Both builds and the desk use it, so they agree.
 *
 * @param files the texts whose links are checked: all others were right, and still are. Nor is anything looked for then
 *   that is no error
 * @returns issues with line and column, sorted
 */
export async function checkSite(
  { contentDir }: Pick<LocalSite, 'contentDir'>,
  loaded: LoadedSite,
  store: PageStore,
  files?: ReadonlySet<string>,
): Promise<readonly Issue[]> {
  const { context, newsroom } = loaded;
  const { instantMs } = context.edition;
  return locateIssues(contentDir, [
    ...checkSectionLinks(context.site.choices, context.edition),
    ...(files ? [] : checkHousekeeping(newsroom, instantMs, loaded.unreadable.articles.length === 0)),
    ...checkAddresses(loaded),
    ...(await checkPublicClashes(listAddressOwners(newsroom), loaded.own)),
    ...(await checkOwnFiles(loaded.own, listSettingFiles(context.site))),
    ...checkLinks(collectSiteLinks(loaded, store, files), createLinkTargets(loaded, store)),
  ]);
}

/** The addresses of unreadable files are unknown, so a later check reports them. */
function checkAddresses({ addresses = [], newsroom, unreadable, context }: LoadedSite): readonly Issue[] {
  if (Object.values(unreadable).some((ids) => ids.length > 0)) return [];
  return checkPermanence(addresses, collectPermanent(context), newsroom, context.edition);
}

/** Builds the edition of a newsroom at an instant, in milliseconds since 1970, with everything that was read. */
export function toLoadedSite(site: Site, read: ReadResult, nowMs: number): LoadedSite {
  const { newsroom, media, own, addresses, unreadable } = read;
  const published = new Set(addresses?.map(({ address }) => address));
  const edition = buildEdition(newsroom, { ...site, nowMs, published });
  return { newsroom, media, own, addresses, unreadable, context: createContext(edition, site) };
}

/**
 * Collects the links of texts to pages of the site.
 *
 * @param files the files of the texts; all without it
 */
export function collectSiteLinks(
  { newsroom, context }: LoadedSite,
  store: PageStore,
  files?: ReadonlySet<string>,
): readonly SiteLink[] {
  const hidden = new Set(
    newsroom.articles
      .filter((article) => getVisibility(article, context.edition.instantMs) !== 'public')
      .map(({ file }) => file),
  );
  return [...store.getLinks(files)].flatMap(([file, links]) =>
    links.filter(({ url }) => url.startsWith('/')).map((link) => ({ ...link, file, isPublic: !hidden.has(file) })),
  );
}
