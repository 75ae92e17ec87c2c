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
import { getVisibility } from '../news/visibility.ts';
import { createLinkTargets, type LoadedSite } from './link-targets.ts';
import { checkOwnFiles, checkPublicClashes } from './public-clashes.ts';
import { createContext } from './site-context.ts';
import { collectPermanent } from './table.ts';

/**
 * Checks what no text can know alone: links between pages, and what the clock shows. The texts must have been read with the
 * store. Builds and the desk call it, so that they agree.
 *
 * @returns issues with line and column, sorted
 */
export async function checkSite(
  { contentDir }: Pick<LocalSite, 'contentDir'>,
  loaded: LoadedSite,
  store: PageStore,
): Promise<readonly Issue[]> {
  const { context, newsroom } = loaded;
  const { instantMs } = context.edition;
  return locateIssues(contentDir, [
    ...checkHousekeeping(newsroom, instantMs, loaded.unreadable.articles.length === 0),
    ...checkAddresses(loaded),
    ...(await checkPublicClashes(listAddressOwners(newsroom), loaded.own)),
    ...(await checkOwnFiles(loaded.own, context.site.securityContact !== '')),
    ...checkLinks(collectSiteLinks(loaded, store), createLinkTargets(loaded, store)),
  ]);
}

/** What a file that could not be read answers, nobody knows: then the next check tells. */
function checkAddresses({ addresses = [], newsroom, unreadable, context }: LoadedSite): readonly Issue[] {
  if (Object.values(unreadable).some((ids) => ids.length > 0)) return [];
  return checkPermanence(addresses, collectPermanent(context), newsroom, context.edition);
}

/** Returns the edition that a newsroom makes at an instant, in milliseconds since 1970, with all that was read. */
export function toLoadedSite(site: Site, read: ReadResult, nowMs: number): LoadedSite {
  const { newsroom, media, own, addresses, unreadable } = read;
  const published = new Set(addresses?.map(({ address }) => address));
  const edition = buildEdition(newsroom, { ...site, nowMs, published });
  return { newsroom, media, own, addresses, unreadable, context: createContext(edition, site) };
}

/** Collects the links of all texts to pages of the site. */
export function collectSiteLinks({ newsroom, context }: LoadedSite, store: PageStore): readonly SiteLink[] {
  const hidden = new Set(
    newsroom.articles
      .filter((article) => getVisibility(article, context.edition.instantMs) !== 'public')
      .map(({ file }) => file),
  );
  return [...store.getLinks()].flatMap(([file, links]) =>
    links.filter(({ url }) => url.startsWith('/')).map((link) => ({ ...link, file, isPublic: !hidden.has(file) })),
  );
}
