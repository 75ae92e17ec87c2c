import type { Nodes, Paragraph } from 'mdast';
import { foldSpace } from '../../core/text.ts';
import { checkBodyText } from '../rules/body-cost.ts';
import { limits } from '../text/limits.ts';
import { parseMarkdown } from '../markdown/parse-markdown.ts';

/**
 * Returns the beginning of a text as plain text: as many sentences as a summary may have, from the first paragraph long
 * enough for one. Skips headings, lists, tables, quotations and pictures. Undefined if there is no such paragraph.
 *
 * @example getOpening('# Head\n\nRain fell on **all** of the coast for two days. More.') // 'Rain fell on all of the coast for two days. More.'
 */
export function getOpening(markdown: string): string | undefined {
  const start = cutToStart(markdown);
  if (checkBodyText({ file: '', body: start, bodyLine: 1 }).length > 0) return undefined;
  const { children } = parseMarkdown(start);
  const paragraphs = children.filter((child) => child.type === 'paragraph');
  for (const paragraph of paragraphs) {
    const text = toPlainText(paragraph);
    if (text.length >= limits.summaryLength.min) return cutToSummary(text);
  }
  return undefined;
}

/** UTF-16 units in which to look for the paragraph, since no time limit applies here. */
const lookedAt = 8_000;

/** Cuts a text to its beginning plus the definitions of its links and notes, which are at its end. */
function cutToStart(markdown: string): string {
  const definitions = markdown.slice(lookedAt).match(/^ {0,3}\[[^\]\n]{1,100}\]:.*$/gmu) ?? [];
  return [markdown.slice(0, lookedAt), definitions.join('\n\n').slice(0, lookedAt)].join('\n\n');
}

/** Returns the words of a paragraph that readers see, without those struck out and without marks of footnotes and sources. */
function toPlainText(paragraph: Paragraph): string {
  let text = '';
  const add = (node: Nodes): void => {
    if (node.type === 'delete') return;
    if (node.type === 'text' || node.type === 'inlineCode') text += node.value;
    if (node.type === 'break') text += ' ';
    // “rose [^1].” is “rose.”
    if (node.type === 'footnoteReference' || node.type === 'sourceMark') text = text.trimEnd();
    if ('children' in node) node.children.forEach(add);
  };
  add(paragraph);
  return foldSpace(text);
}

function cutToSummary(text: string): string {
  const { max } = limits.summaryLength;
  let opening = '';
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'sentence' }).segment(text)) {
    if ((opening + segment).trimEnd().length > max) break;
    opening += segment;
  }
  return opening.trimEnd() || `${text.slice(0, max - 1).replace(/\s+\S*$/u, '')}…`;
}
