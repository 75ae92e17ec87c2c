/** A piece of an excerpt. */
export interface ExcerptPiece {
  readonly text: string;
  readonly isMatch: boolean;
}

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>' };

/**
 * Takes an excerpt of Pagefind (it marks matches with `<mark>` and escapes `<` and `>`) apart into texts, so that no HTML from the index
 * ever reaches the page as HTML.
 *
 * @example toPieces('a <mark>b</mark>') // [{ text: 'a ', isMatch: false }, { text: 'b', isMatch: true }]
 */
export function toPieces(excerpt: string): readonly ExcerptPiece[] {
  return excerpt
    .split(/(<mark>.*?<\/mark>)/su)
    .filter((part) => part !== '')
    .map((part) => {
      const isMatch = part.startsWith('<mark>') && part.endsWith('</mark>');
      const html = isMatch ? part.slice('<mark>'.length, -'</mark>'.length) : part;
      return { text: html.replace(/&[lg]t;/gu, (entity) => entities[entity] ?? entity), isMatch };
    });
}
