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
  const text = joinParagraphs(paragraphs.map((paragraph) => toPlainText(paragraph).toLowerCase()));
  const ids = new Map<Element, string>();
  const views = points.map((point): KeyPointView => {
    const paragraph = paragraphs[findParagraph(toWords(point), text)];
    if (!paragraph) return { text: point };
    const id = ids.get(paragraph) ?? `k-${ids.size + 1}`;
    ids.set(paragraph, id);
    return { text: point, href: `#${id}` };
  });
  if (ids.size === 0) return { points: views, tree };
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

/** Matches the numbers of a text and its words of four letters and more. */
const everyWord = /[\p{L}\p{M}]{4,}|\p{N}+(?:[.,]\p{N}+)*/gu;

/** Matches such a word at a position of a text, unless the position is within a word. */
const wordHere = /(?<![\p{L}\p{M}])[\p{L}\p{M}]{4,}|(?<!\p{N}[.,]?)\p{N}+(?:[.,]\p{N}+)*/uy;

/** Returns the numbers and the beginnings of the words of a text, which other forms of a word share. */
function toWords(text: string): ReadonlySet<string> {
  return new Set((text.toLowerCase().match(everyWord) ?? []).map(toBeginning));
}

function toBeginning(word: string): string {
  return word.slice(0, 6);
}

/** The paragraphs of a text in small letters, one after the other. */
interface JoinedText {
  readonly text: string;
  /** Where each paragraph begins, and where the text ends. */
  readonly starts: readonly number[];
}

function joinParagraphs(paragraphs: readonly string[]): JoinedText {
  let end = 0;
  const starts = [0, ...paragraphs.map(({ length }) => (end += length + 1))];
  return { text: `${paragraphs.join('\n')}\n`, starts };
}

/**
 * Lists the numbers of the paragraphs that have a word which begins so. Looking for the few words of a point takes a tenth
 * of the time of listing all words of a story.
 */
function listParagraphsWith(beginning: string, { text, starts }: JoinedText): readonly number[] {
  const found: number[] = [];
  let paragraph = 0;
  for (let at = text.indexOf(beginning); at >= 0; at = text.indexOf(beginning, at)) {
    while ((starts[paragraph + 1] ?? Infinity) <= at) paragraph += 1;
    wordHere.lastIndex = at;
    const isWord = toBeginning(wordHere.exec(text)?.[0] ?? '') === beginning;
    if (isWord) found.push(paragraph);
    at = isWord ? (starts[paragraph + 1] ?? Infinity) : at + 1;
  }
  return found;
}

/** Returns the number of the paragraph with most of a key point's words, or -1 if none has enough. */
function findParagraph(point: ReadonlySet<string>, text: JoinedText): number {
  const shares = text.starts.slice(1).map(() => 0);
  let total = 0;
  for (const word of point) {
    const found = listParagraphsWith(word, text);
    const weight = 1 / (1 + found.length);
    total += weight;
    for (const paragraph of found) shares[paragraph] = (shares[paragraph] ?? 0) + weight;
  }
  const best = Math.max(0, ...shares);
  return total > 0 && best / total >= minShare ? shares.indexOf(best) : -1;
}
