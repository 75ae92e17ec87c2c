import { hostFiles, renderHeadersFile, renderRedirectsFile } from '../../hosts/host-files.ts';
import { webFingerPath, type PublishedSite } from '../../hosts/published-site.ts';
import { renderSecurityText } from '../../hosts/security-txt.ts';
import { getMoves } from '../../news/moves.ts';
import { licencePath, listSettingFiles, securityTextPath } from '../../news/urls.ts';
import { renderLicence } from '../../syndication/rsl.ts';
import type { Context } from '../../views/context.ts';
import type { PageKind } from './page-kind.ts';

/** Returns what servers need to know about a site. */
export function toPublishedSite({ site, edition }: Context): PublishedSite {
  return { url: site.url, moves: getMoves(edition), webFinger: toWebFinger(site.choices.fediverse), face: site.face };
}

/**
 * Returns the address that knows an account, for those who look for it at the newsroom's own domain.
 *
 * @example toWebFinger('@paper@mastodon.example') // 'https://mastodon.example/.well-known/webfinger?resource=acct:paper@mastodon.example'
 */
function toWebFinger(account: string | undefined): string | undefined {
  const server = account?.split('@')[2];
  return server === undefined ? undefined : `https://${server}${webFingerPath}?resource=acct:${account?.slice(1)}`;
}

/** The files that hosts and crawlers read, and `security.txt`, by their site paths. The press writes them. */
export const hostTexts: PageKind<string, { readonly text: string }> = {
  list: ({ site }) => [...Object.keys(renderers), ...listSettingFiles(site)],
  toPath: (path) => path,
  build: (context, path) => ({
    text: (renderers[path] ?? (path === licencePath ? renderLicence : renderSecurity))(context),
  }),
};

const renderers: Readonly<Record<string, (context: Context) => string>> = {
  [`/${hostFiles.headers}`]: (context) => renderHeadersFile(toPublishedSite(context)),
  [`/${hostFiles.redirects}`]: (context) => renderRedirectsFile(toPublishedSite(context)),
};

function renderSecurity({ site, edition, addresses }: Context): string {
  const canonical = addresses.absolute(securityTextPath);
  const { language, securityContact: contact } = site;
  return renderSecurityText({ contact, canonical, language, instantMs: edition.instantMs });
}
