/** Returns the title of a page as readers see it. Undefined if it has none. */
export function readTitle(html: string): string | undefined {
  const title = /<meta property="og:title" content="(?<title>[^"]*)"/u.exec(html)?.groups?.['title'];
  return title?.replace(/&(?:amp|lt|gt|quot|#34|#38|#39|#60|#62);/gu, (entity) => entities[entity] ?? entity);
}

/** The entities that Astro writes. */
const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#34;': '"',
  '&#38;': '&',
  '&#39;': "'",
  '&#60;': '<',
  '&#62;': '>',
};
