import { escapeHtml } from '../core/escape.ts';
import { pagePolicy, renderPolicy } from './content-policy.ts';

const start = '<meta charset="utf-8">';
const policy = `${start}<meta http-equiv="content-security-policy" content="${escapeHtml(renderPolicy(pagePolicy))}">`;

/** A tag that loads a script or a style sheet of ours. */
const loader = /<(?:script type="module" src|link rel="(?:stylesheet|modulepreload)" href)="(?<href>[^"]+)"/gu;

/**
 * Puts the policy into a finished page, before anything that it rules, and onto every script and style sheet the hash that its bytes
 * must have. Pages get it here and not in a layout: none can be written without it, and the authoring server's own inline scripts run.
 *
 * @param getIntegrity gives the hash of the file at an address of this site
 * @throws when the page does not begin as our pages do
 */
export function sealPage(html: string, getIntegrity: (href: string) => string): string {
  const at = html.indexOf(start);
  if (at < 0 || html.slice(0, at).includes('<script')) {
    throw new Error('A page has no `<meta charset="utf-8">` at the start of its head for the policy to follow.');
  }
  return html
    .replace(start, policy)
    .replace(loader, (tag: string, href: string) => `${tag} integrity="${getIntegrity(href)}"`);
}
