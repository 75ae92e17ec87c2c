import { escapeHtml } from '../core/escape.ts';
import { pagePolicy, renderPolicy } from './content-policy.ts';

const policy = `<meta http-equiv="content-security-policy" content="${escapeHtml(renderPolicy(pagePolicy))}">`;

const attributes = String.raw`(?:\s+[^\s"'<>/=]+(?:="[^"]*")?)*`;

/** How every page of ours begins. */
const opening = new RegExp(String.raw`^<!doctype html>\s*<html${attributes}>\s*<head>\s*<meta charset="utf-8">`, 'iu');

/** What may follow in its head, one element at a time: the texts in it hold no \`<\`, so that none can end early. */
const element = new RegExp(
  String.raw`\s*<(?:(?:meta|link)${attributes}|title>[^<]*</title|script${attributes}>[^<]*</script|/head)>`,
  'uy',
);

/** A tag that loads a script or a style sheet of ours, at the start of its element. */
const loader = /^\s*<(?:script type="module" src|link rel="(?:stylesheet|modulepreload)" href)="(?<href>[^"]+)"/u;

/**
 * Puts the policy into a finished page, before anything that it rules, and onto every script and style sheet the hash that its bytes
 * must have. Pages get it here and not in a layout: none can be written without it, and the authoring server's own inline scripts run.
 * It reads the head alone, element by element from the first byte: whatever a text holds further on, nothing there is changed.
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

/** Lists the elements of a head from some place up to its end. */
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
