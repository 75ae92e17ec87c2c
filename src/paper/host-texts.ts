import { hostFiles, renderHeadersFile, renderRedirectsFile } from '../hosts/host-files.ts';
import type { PublishedSite } from '../hosts/published-site.ts';
import { renderSecurityText } from '../hosts/security-txt.ts';
import { getMoves } from '../news/moves.ts';
import { securityTextPath } from '../news/urls.ts';
import type { Context } from '../views/context.ts';

/** Returns what servers need to know of a site. */
export function toPublishedSite({ site, edition }: Context): PublishedSite {
  return { url: site.url, moves: getMoves(edition) };
}

/** Collects the files that hosts and those who look for holes read, by site path; they are small, and written in every build that writes anything. */
export function collectHostTexts(context: Context): ReadonlyMap<string, string> {
  const { site, edition, addresses } = context;
  const published = toPublishedSite(context);
  const texts = new Map([
    [`/${hostFiles.headers}`, renderHeadersFile(published)],
    [`/${hostFiles.redirects}`, renderRedirectsFile(published)],
  ]);
  if (site.securityContact === '') return texts;
  const canonical = addresses.absolute(securityTextPath);
  const { language, securityContact: contact } = site;
  return texts.set(
    securityTextPath,
    renderSecurityText({ contact, canonical, language, instantMs: edition.instantMs }),
  );
}
