import type { RootContent } from 'hast';
import { isNoteMark, toPlainText } from '../../core/html-tree.ts';
import { separateWords } from '../format/separators.ts';
import { escapeMarks } from '../pagefind/marks.ts';
import type { SearchRecord } from './record.ts';

/** A heading that results can lead to. */
export interface IndexHeading {
  /** The name of its element. */
  readonly element: string;
  readonly id: string;
  readonly text: string;
}

/** A stretch of a story's text. */
export interface TextRun {
  /** 1 to 6 for the words of a heading, 0 for others. */
  readonly level: number;
  readonly text: string;
  /** The heading that results can lead to, in a stretch without words before those of the heading. */
  readonly heading?: IndexHeading | undefined;
}

/** Elements whose words end a sentence, as in Pagefind's own reading of HTML, and the captions of pictures. */
const sentences = new Set('h1 h2 h3 h4 h5 h6 p td div ul li article section figcaption'.split(' '));

/** Stands before every stretch of the text, with its kind after it. */
const placeholder = '\uFFFE';

/** The placeholder, and the zero-width space, which Pagefind removes from words. */
const removed = /[\uFFFE\u200B]+/gu;

const [place, end] = [` ${placeholder}p `, ` ${placeholder}0 `];

/**
 * Reads the words of a story in the way that Pagefind reads those of a page, which takes it twice as long. Pictures
 * count as their descriptions and captions, their credits and marks of footnotes as nothing.
 */
export function toIndexText(
  { title, summary, imageAlt }: Pick<SearchRecord, 'title' | 'summary' | 'imageAlt'>,
  nodes: readonly RootContent[],
): readonly TextRun[] {
  const headings: IndexHeading[] = [];
  const toText = (node: RootContent): string => {
    if (node.type === 'text') return toWords(node.value);
    if (node.type !== 'element' || isNoteMark(node)) return '';
    const { tagName, properties, children } = node;
    if (tagName === 'br') return ' ';
    if (tagName === 'small') return '';
    if (tagName === 'img') return toSentence(toWords(String(properties['alt'] ?? '')));
    const level = toLevel(tagName);
    const id = level > 1 ? String(properties['id'] ?? '') : '';
    if (id !== '') headings.push({ element: tagName, id, text: toPlainText(node).trim() });
    const words = children.map(toText).join('');
    if (level > 0) return (id === '' ? '' : place) + toHeading(level, words);
    return sentences.has(tagName) ? toSentence(words) : words;
  };
  const head = [toHeading(1, toWords(title)), ...[summary, imageAlt].map((line) => toSentence(toWords(line)))];
  return toRuns([...head, ...nodes.map(toText)].join(''), headings);
}

function toWords(text: string): string {
  return separateWords(text).replaceAll(removed, '');
}

/** Ends words with a full stop, unless they end with a sign of their own. */
function toSentence(words: string): string {
  return words === '' ? '' : ` ${words}${/[\p{L}\p{M}\p{N}_'")$*]$/u.test(words.slice(-2)) ? '.' : ''} `;
}

function toHeading(level: number, words: string): string {
  return ` ${placeholder}${level} ${toSentence(words)}${end}`;
}

/** Returns the level of a heading, and 0 for other elements. */
function toLevel(tagName: string): number {
  return Number(/^h([1-6])$/u.exec(tagName)?.[1] ?? 0);
}

/** Words of a text must not be taken for Pagefind's marks. */
function toRuns(text: string, headings: readonly IndexHeading[]): readonly TextRun[] {
  const ahead = headings.values();
  return text.split(placeholder).map((stretch, at) => {
    const kind = at === 0 ? '0' : stretch.slice(0, 1);
    const words = escapeMarks(at === 0 ? stretch : stretch.slice(1));
    return kind === 'p' ? { level: 0, text: words, heading: ahead.next().value } : { level: Number(kind), text: words };
  });
}
