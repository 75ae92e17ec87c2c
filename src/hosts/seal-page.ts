import { escapeHtml } from '../core/escape.ts';
import { pagePolicy, renderPolicy } from './content-policy.ts';

const policy = `<meta http-equiv="content-security-policy" content="${escapeHtml(renderPolicy(pagePolicy))}">`;

const attributes = String.raw`(?:\s+[^\s"'<>/=]+(?:="[^"]*")?)*`;

/** The beginning of each of our pages. */
const opening = new RegExp(String.raw`^<!doctype html>\s*<html${attributes}>\s*<head>\s*<meta charset="utf-8">`, 'iu');

/** Matches the next element of the head. The texts in it contain no \`<\`, so none can end early. */
const element = new RegExp(
  String.raw`\s*<(?:(?:meta|link)${attributes}|title>[^<]*</title|script${attributes}>[^<]*</script|/head)>`,
  'uy',
);

/**
 * Matches a tag that loads one of our scripts or style sheets. In a head of such elements it cannot be part of a text or
 * an attribute: the ones contain no `<`, the others no `"`.
 */
const loader = /<(?:script type="module" src|link rel="(?:stylesheet|modulepreload)" href)="(?<href>[^"]+)"/gu;

/**
 * Adds the policy to a finished page, before anything it governs, and integrity hashes to every script and style sheet.
 * This happens here and not in a layout, so that no page can be written without it and the authoring server's inline
 * scripts still run. It reads only the head, element by element from the first byte. Nothing after the head is changed.
 *
 * @param getIntegrity returns the hash of the file at an address of this site
 * @throws when the page does not begin as our pages do, or its head holds anything else
 */
export function sealPage(html: string, getIntegrity: (href: string) => string): string {
  const start = opening.exec(html)?.[0];
  if (start === undefined) {
    throw new Error('A page has no `<meta charset="utf-8">` at the start of its head, where the policy goes.');
  }
  const end = findHeadEnd(html, start.length);
  const head = html
    .slice(start.length, end)
    .replace(loader, (tag, href: string) => `${tag} integrity="${getIntegrity(href)}"`);
  return start + policy + head + html.slice(end);
}

/** Returns the position after a head, which is read element by element from some position. */
function findHeadEnd(html: string, start: number): number {
  element.lastIndex = start;
  while (!html.startsWith('</head>', element.lastIndex - '</head>'.length)) {
    const at = element.lastIndex;
    if (!element.test(html)) throw new Error(`Unexpected text in the head of a page: ${html.slice(at, at + 80)}`);
  }
  return element.lastIndex;
}
