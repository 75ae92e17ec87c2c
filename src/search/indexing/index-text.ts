import type { RootContent } from 'hast';
import { isNoteMark, toPlainText } from '../../core/html-tree.ts';
import { separateWords } from '../format/separators.ts';
import { escapeMarks, headingEnd, markHeading, markPlace } from './marks.ts';
import type { SearchRecord } from './record.ts';

/** A heading that results can lead to. */
export interface IndexHeading {
  /** The name of its element. */
  readonly element: string;
  readonly id: string;
  readonly text: string;
}

/** A story's words for Pagefind, with its marks, and the headings that are marked. */
export interface IndexText {
  readonly text: string;
  readonly headings: readonly IndexHeading[];
}

/** Elements whose words end a sentence, as in Pagefind's own reading of HTML. */
const sentences = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'td', 'div', 'ul', 'li', 'article', 'section']);

/** Stands for one of Pagefind's marks until no word of the text can be taken for one. Texts may not contain it. */
const placeholder = '\uFFFE';

const [place, end] = [` ${placeholder}p `, ` ${placeholder}e `];

/**
 * Reads the words of a story in the way that Pagefind reads those of a page, which takes it twice as long. Pictures
 * count as their descriptions, marks of footnotes as nothing.
 */
export function toIndexText(
  { title, summary, imageAlt }: Pick<SearchRecord, 'title' | 'summary' | 'imageAlt'>,
  nodes: readonly RootContent[],
): IndexText {
  const headings: IndexHeading[] = [];
  const toText = (node: RootContent): string => {
    if (node.type === 'text') return toWords(node.value);
    if (node.type !== 'element' || isNoteMark(node)) return '';
    const { tagName, properties, children } = node;
    if (tagName === 'br') return ' ';
    if (tagName === 'img') return toSentence(toWords(String(properties['alt'] ?? '')));
    const level = toLevel(tagName);
    const id = level > 1 ? String(properties['id'] ?? '') : '';
    if (id !== '') headings.push({ element: tagName, id, text: toPlainText(node).trim() });
    const words = children.map(toText).join('');
    if (level > 0) return (id === '' ? '' : place) + toHeading(level, words);
    return sentences.has(tagName) ? toSentence(words) : words;
  };
  const head = [toHeading(1, toWords(title)), ...[summary, imageAlt].map((line) => toSentence(toWords(line)))];
  return { text: setMarks([...head, ...nodes.map(toText)].join('')), headings };
}

function toWords(text: string): string {
  return separateWords(text).replaceAll(placeholder, '');
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

function setMarks(text: string): string {
  return escapeMarks(text).replace(new RegExp(`${placeholder}(.)`, 'gu'), (_, code: string) => {
    if (code === 'p') return markPlace('heading');
    return code === 'e' ? headingEnd : markHeading(Number(code));
  });
}
