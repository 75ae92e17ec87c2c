import { fileRules, secureHeaders, siteHeaders, type Headers } from './file-rules.ts';
import { getBase, getMovedPaths, type PublishedSite } from './published-site.ts';
import { secureNote } from './server-site.ts';

/** Names of the files that Netlify and Cloudflare Pages read at the root of what they publish. */
export const hostFiles = { headers: '_headers', redirects: '_redirects' } as const;

/** Redirects that Cloudflare takes. Pages at the old addresses lead on by themselves, so nothing is lost beyond them. */
const mostRedirects = 2000;

/** Says how many moved addresses are left out of `_redirects`; empty where none is. */
export function describeLeftOutMoves({ moves }: PublishedSite): string {
  if (moves.size <= mostRedirects) return '';
  return (
    `\`${hostFiles.redirects}\` has ${mostRedirects} of ${moves.size} old addresses: Cloudflare Pages takes no more. ` +
    'The pages at the other addresses lead readers on by themselves; `npx gazetteer server` has all of them.\n'
  );
}

/**
 * Renders the headers of all files for Netlify and Cloudflare Pages. A file that two rules meet gets the headers of both, so no header is
 * in two of them; what no rule says of caches these hosts say by themselves: ask every time.
 *
 * Source: https://developers.cloudflare.com/pages/configuration/headers/, https://docs.netlify.com/routing/headers/
 */
export function renderHeadersFile(site: PublishedSite): string {
  const base = getBase(site);
  const toBlock = (pattern: string, headers: Headers) =>
    [`${base}${pattern.slice(1)}`, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  const blocks = [
    '# What hosts say with each file (Netlify, Cloudflare Pages). Made by the build: change src/hosts/ instead.',
    `# ${secureNote}\n${toBlock('/*', { ...siteHeaders, ...secureHeaders })}`,
    ...fileRules.map(({ about, patterns, headers }) =>
      [`# ${about}`, ...patterns.map((pattern) => toBlock(pattern, headers))].join('\n'),
    ),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** Renders the moved addresses for Netlify and Cloudflare Pages; those of stories first, as many as Cloudflare takes. */
export function renderRedirectsFile(site: PublishedSite): string {
  const lines = getMovedPaths(site)
    .slice(0, mostRedirects)
    .map(([from, to]) => `${from} ${to} 301\n`);
  const leftOut = describeLeftOutMoves(site);
  const introduction = `# Old addresses and where they lead (Netlify, Cloudflare Pages). Made by the build.\n`;
  return `${introduction}${leftOut && `# ${leftOut}`}${lines.join('')}`;
}
