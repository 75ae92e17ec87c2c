/** A key point, with the address of the paragraph that supports it. */
export interface KeyPointView {
  readonly text: string;
  /** `#k-1`; undefined where no paragraph says the same. */
  readonly href?: string | undefined;
}

/** A text whose paragraphs can be pointed to. */
export interface PointedText {
  readonly points: readonly KeyPointView[];
  /** The text; paragraphs that a point leads to have ids. */
  readonly html: string;
}

/** A paragraph must hold this share of what a point says, rare words counting more. */
const leastShare = 0.34;

/**
 * Finds for every key point the paragraph that supports it: the one that holds most of its words and numbers, words that few paragraphs hold
 * counting more. Nothing has to be written for it, and a point that no paragraph supports has no link.
 *
 * @param html a text as the Markdown chain renders it
 * @example linkKeyPoints(['Rain fell.'], '<p>Rain fell.</p>') // { points: [{ text: 'Rain fell.', href: '#k-1' }], html: '<p id="k-1">…' }
 */
export function linkKeyPoints(points: readonly string[], html: string): PointedText {
  const paragraphs = [...html.matchAll(/<(?<tag>p|li)>(?<text>[\s\S]*?)<\/\k<tag>>/gu)].map((match) => ({
    at: match.index,
    tag: match.groups?.['tag'] ?? '',
    words: toWords((match.groups?.['text'] ?? '').replace(/<[^>]*>/gu, ' ')),
  }));
  const ids = new Map<number, string>();
  const views = points.map((text): KeyPointView => {
    const found = findParagraph(
      toWords(text),
      paragraphs.map(({ words }) => words),
    );
    if (found === undefined) return { text };
    const id = ids.get(found) ?? `k-${ids.size + 1}`;
    ids.set(found, id);
    return { text, href: `#${id}` };
  });
  let marked = html;
  for (const [index, id] of [...ids].sort(([a], [b]) => b - a)) {
    const { at = 0, tag = '' } = paragraphs[index] ?? {};
    const behindTag = at + tag.length + 1;
    marked = `${marked.slice(0, behindTag)} id="${id}"${marked.slice(behindTag)}`;
  }
  return { points: views, html: marked };
}

/** Words of four letters and more by their beginnings, which other forms share, and numbers. */
function toWords(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{M}]{4,}|\p{N}+(?:[.,]\p{N}+)*/gu) ?? [];
  return new Set(words.map((word) => word.slice(0, 6)));
}

function findParagraph(point: ReadonlySet<string>, paragraphs: readonly ReadonlySet<string>[]): number | undefined {
  const weights = new Map(
    [...point].map((word) => [word, 1 / (1 + paragraphs.filter((words) => words.has(word)).length)]),
  );
  const total = sum(weights.values());
  const shares = paragraphs.map((words) => sum([...weights].map(([word, weight]) => (words.has(word) ? weight : 0))));
  const best = Math.max(0, ...shares);
  return total > 0 && best / total >= leastShare ? shares.indexOf(best) : undefined;
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
