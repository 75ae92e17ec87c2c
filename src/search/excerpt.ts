/** A piece of an excerpt. */
export interface ExcerptPiece {
  readonly text: string;
  readonly isMatch: boolean;
}

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#x27;': "'",
  '&amp;': '&',
};

/**
 * Takes an excerpt of Pagefind (HTML that marks matches with `<mark>`) apart into texts, so that no HTML from the index
 * ever reaches the page as HTML.
 *
 * @example toPieces('a <mark>b</mark>') // [{ text: 'a ', isMatch: false }, { text: 'b', isMatch: true }]
 */
export function toPieces(excerpt: string): readonly ExcerptPiece[] {
  return excerpt
    .split(/(<mark>.*?<\/mark>)/su)
    .filter((part) => part !== '')
    .map((part) => {
      const isMatch = part.startsWith('<mark>');
      const html = isMatch ? part.slice('<mark>'.length, -'</mark>'.length) : part;
      return { text: html.replace(/&(?:lt|gt|quot|amp|#39|#x27);/gu, (entity) => entities[entity] ?? entity), isMatch };
    });
}
