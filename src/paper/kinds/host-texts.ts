import { hostFiles, renderHeadersFile, renderRedirectsFile } from '../../hosts/host-files.ts';
import type { PublishedSite } from '../../hosts/published-site.ts';
import { renderSecurityText } from '../../hosts/security-txt.ts';
import { getMoves } from '../../news/moves.ts';
import { securityTextPath } from '../../news/urls.ts';
import type { Context } from '../../views/context.ts';
import type { PageKind } from './page-kind.ts';

/** Returns what servers need to know about a site. */
export function toPublishedSite({ site, edition }: Context): PublishedSite {
  return { url: site.url, moves: getMoves(edition) };
}

/** The files that hosts read, and `security.txt`, by their site paths. The press writes them. */
export const hostTexts: PageKind<string, { readonly text: string }> = {
  list: ({ site }) => [...Object.keys(renderers), ...(site.securityContact === '' ? [] : [securityTextPath])],
  toPath: (path) => path,
  build: (context, path) => ({ text: (renderers[path] ?? renderSecurity)(context) }),
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
