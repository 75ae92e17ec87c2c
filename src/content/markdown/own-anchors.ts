import { toIssue, type Issue } from '../../core/issue.ts';
import { getNearest } from '../../core/spelling.ts';
import { headingPrefix } from './id-prefixes.ts';
import { toOwnAnchor } from './site-addresses.ts';
import type { TextLink } from './text-outline.ts';

/**
 * Checks that the links of a text to its own headings find them.
 *
 * @param anchors ids of its headings and notes
 */
export function checkOwnAnchors(
  links: readonly TextLink[],
  anchors: readonly string[],
  file: string,
): readonly Issue[] {
  return links.flatMap(({ url, line, column }) => {
    if (!url.startsWith('#') || url === '#') return [];
    const id = decodeURIComponent(toOwnAnchor(url).slice(1));
    if (anchors.includes(id)) return [];
    const hint = suggestAnchor(id, anchors);
    const message = `No heading in this text has the address \`${url}\`.`;
    return [toIssue({ code: 'dead-anchor', message, hint, file, line, column })];
  });
}

/**
 * Lists the existing headings, or names the nearest one if there is one.
 *
 * @param path the page that the link leads to; empty for its own
 */
export function suggestAnchor(id: string, anchors: readonly string[], path = ''): string {
  const names = anchors.filter((anchor) => anchor.startsWith(headingPrefix));
  // Links within a text may omit the prefix; links from elsewhere may not.
  const write = (anchor: string) => `\`#${path === '' ? anchor.slice(headingPrefix.length) : anchor}\``;
  const prefixed = id.startsWith(headingPrefix) ? id : `${headingPrefix}${id}`;
  const nearest = getNearest(prefixed, names);
  if (nearest !== undefined) return `Write ${write(nearest)}.`;
  return names.length === 0
    ? 'There are no headings.'
    : `The headings are ${names.slice(0, 12).map(write).join(', ')}.`;
}
