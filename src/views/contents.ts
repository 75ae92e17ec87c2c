import type { Link } from './context.ts';

/**
 * Lists the sections of a text: the questions of an explainer.
 *
 * @param html a text as the Markdown chain renders it
 */
export function listSections(html: string): readonly Link[] {
  return [...html.matchAll(/<div class="heading"><h2 id="(?<id>[^"]+)">(?<title>[\s\S]*?)<\/h2>/gu)].map(
    ({ groups }) => ({
      href: `#${groups?.['id'] ?? ''}`,
      text: unescape((groups?.['title'] ?? '').replace(/<[^>]*>/gu, '')),
    }),
  );
}

/** The serialiser writes these, and numbers for all else that needs it. */
function unescape(text: string): string {
  return text
    .replace(/&#x(?<code>[\dA-F]+);/giu, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
