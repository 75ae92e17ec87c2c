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

/** Matches a tag that loads one of our scripts or style sheets, at the start of its element. */
const loader = /^\s*<(?:script type="module" src|link rel="(?:stylesheet|modulepreload)" href)="(?<href>[^"]+)"/u;

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
  const head = readHead(html, start.length);
  const sealed = head.map((text) =>
    text.replace(loader, (tag, href: string) => `${tag} integrity="${getIntegrity(href)}"`),
  );
  return [start, policy, ...sealed, html.slice(start.length + head.join('').length)].join('');
}

/** Lists the elements of a head from a position to its end. */
function readHead(html: string, start: number): readonly string[] {
  const elements: string[] = [];
  element.lastIndex = start;
  while (!elements.at(-1)?.endsWith('</head>')) {
    const at = element.lastIndex;
    const [text] = element.exec(html) ?? [];
    if (text === undefined) throw new Error(`Unexpected text in the head of a page: ${html.slice(at, at + 80)}`);
    elements.push(text);
  }
  return elements;
}
