import type { Element, Root } from 'hast';
import { changeTree, listElements, toPlainText } from '../core/html-tree.ts';

/** A key point, with a link to the paragraph that supports it. */
export interface KeyPointView {
  readonly text: string;
  /** `#k-1`. Undefined if no paragraph supports it. */
  readonly href?: string | undefined;
}

/** A text whose paragraphs can be linked to. */
export interface PointedText {
  readonly points: readonly KeyPointView[];
  /** The text. Paragraphs that a key point links to have ids. */
  readonly tree: Root;
}

/** The share of a key point's words that a paragraph must contain. Rare words count more. */
const minShare = 0.34;

/**
 * Finds the paragraph that supports each key point: the one with most of its words and numbers, where words in few
 * paragraphs count more. Nobody has to write these links, and a point without a supporting paragraph has none.
 *
 * @param tree a text as the Markdown chain makes it
 */
export function linkKeyPoints(points: readonly string[], tree: Root): PointedText {
  if (points.length === 0) return { points: [], tree };
  const paragraphs = listElements(tree.children).filter(isParagraph);
  const words = paragraphs.map((paragraph) => toWords(toPlainText(paragraph)));
  const ids = new Map<Element, string>();
  const views = points.map((text): KeyPointView => {
    const paragraph = paragraphs[findParagraph(toWords(text), words)];
    if (!paragraph) return { text };
    const id = ids.get(paragraph) ?? `k-${ids.size + 1}`;
    ids.set(paragraph, id);
    return { text, href: `#${id}` };
  });
  const marked = changeTree(tree, (copy, original) => {
    const id = original.type === 'element' ? ids.get(original) : undefined;
    return id === undefined || copy.type !== 'element' ? copy : { ...copy, properties: { ...copy.properties, id } };
  });
  return { points: views, tree: marked };
}

/** Returns whether an element is a paragraph or a list item. Footnotes have their own ids. */
function isParagraph({ tagName, properties }: Element): boolean {
  return tagName === 'p' || (tagName === 'li' && properties['id'] === undefined);
}

/** Returns numbers, and the beginnings of words of four letters and more, which other forms of the word share. */
function toWords(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{M}]{4,}|\p{N}+(?:[.,]\p{N}+)*/gu) ?? [];
  return new Set(words.map((word) => word.slice(0, 6)));
}

/** Returns the number of the paragraph with most of a key point's words, or -1 if none has enough. */
function findParagraph(point: ReadonlySet<string>, paragraphs: readonly ReadonlySet<string>[]): number {
  const weights = new Map(
    [...point].map((word) => [word, 1 / (1 + paragraphs.filter((words) => words.has(word)).length)]),
  );
  const total = sum(weights.values());
  const shares = paragraphs.map((words) => sum([...weights].map(([word, weight]) => (words.has(word) ? weight : 0))));
  const best = Math.max(0, ...shares);
  return total > 0 && best / total >= minShare ? shares.indexOf(best) : -1;
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
