import type { Element, Root } from 'hast';
import { listElements, listParagraphs, toPlainText } from '../../core/html-tree.ts';
import { toIssue, type Issue } from '../../core/issue.ts';
import { foldSpace } from '../../core/text.ts';
import type { KeyPoint } from '../../news/article.ts';
import { splitMarks } from '../../news/source-marks.ts';

/** The paragraphs that support the key points of a story. */
export interface Support {
  /** For each point the position of its paragraph in `listParagraphs`, or -1 if there is none. */
  readonly paragraphs: readonly number[];
  readonly issues: readonly Issue[];
}

/** The share of a key point's words that a paragraph must contain. Rare words count more. */
const minShare = 0.34;

/**
 * Finds the paragraph that supports each key point: the one that an editor has named, or else the one with most of its words
 * and numbers, where words in few paragraphs count more.
 *
 * @param tree a text as the Markdown chain makes it
 */
export function findSupport(points: readonly KeyPoint[], tree: Root, file: string): Support {
  if (points.length === 0) return { paragraphs: [], issues: [] };
  const paragraphs = listParagraphs(tree);
  const texts = paragraphs.map((paragraph) => toPlainText(paragraph).toLowerCase());
  const text = joinParagraphs(texts);
  const found = points.map((point, index) => {
    if (point.at !== undefined) return findNamed(point.at, index, paragraphs, texts, file);
    const paragraph = findParagraph(toWords(splitMarks(point.text).text), text);
    return { paragraph, issues: paragraph < 0 ? [explainUnsupported(index, file)] : [] };
  });
  return { paragraphs: found.map(({ paragraph }) => paragraph), issues: found.flatMap(({ issues }) => issues) };
}

/** Finds the paragraph that begins with some words. */
function findNamed(
  at: string,
  index: number,
  paragraphs: readonly Element[],
  texts: readonly string[],
  file: string,
): { readonly paragraph: number; readonly issues: readonly Issue[] } {
  const words = foldSpace(at).toLowerCase();
  const found = texts.flatMap((text, position) => (foldSpace(text).startsWith(words) ? [position] : []));
  // An item of a list begins with the words of its first paragraph.
  const [inner = -1, ...others] = found.filter((position) => {
    const within = listElements(paragraphs[position]?.children ?? []);
    return !found.some((other) => within.includes(paragraphs[other] as Element));
  });
  if (inner >= 0 && others.length === 0) return { paragraph: inner, issues: [] };
  const message =
    inner < 0 ? `No paragraph begins with \`${at}\`.` : `${others.length + 1} paragraphs begin with \`${at}\`.`;
  const hint =
    inner < 0 ? 'Copy the first words of the paragraph that supports the point.' : 'Write more of its words.';
  const issue = toIssue({ code: 'unknown-paragraph', message, hint, file, field: ['keyPoints', index, 'at'] });
  return { paragraph: -1, issues: [issue] };
}

function explainUnsupported(index: number, file: string): Issue {
  const message = `No paragraph says what item ${index + 1} of \`keyPoints\` says.`;
  const hint =
    'Say it in the text, or name the paragraph by its first words: `{ text: "…", at: "…" }`, each on a line of its own.';
  return toIssue({ code: 'unsupported-point', message, hint, file, field: ['keyPoints', index] });
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
