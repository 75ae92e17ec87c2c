import type { Paragraph } from 'mdast';
import { remark } from 'remark';
import { visit } from 'unist-util-visit';
import { foldSpace } from '../core/text.ts';
import { limits } from './limits.ts';

/**
 * Gives how a text begins, as plain text: the first sentences of its first paragraph, as many as a summary may have. Undefined
 * where that is too little for one.
 *
 * @example getOpening('# Head\n\nRain fell on **all** of the coast for two days. More.') // 'Rain fell on all of the coast for two days. More.'
 */
export function getOpening(markdown: string): string | undefined {
  // No rule has looked at the text yet: all of a hostile one would take minutes.
  const paragraph = remark()
    .parse(markdown.slice(0, lookedAt))
    .children.find((child) => child.type === 'paragraph');
  const text = paragraph ? foldSpace(toPlainText(paragraph)) : '';
  const { min, max } = limits.summaryLength;
  let opening = '';
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'sentence' }).segment(text)) {
    if ((opening + segment).trimEnd().length > max) break;
    opening += segment;
  }
  const found = opening.trimEnd() || `${text.slice(0, max - 1).replace(/\s+\S*$/u, '')}…`;
  return found.length < min ? undefined : found;
}

/** UTF-16 units among which the first paragraph is looked for. */
const lookedAt = 8_000;

function toPlainText(paragraph: Paragraph): string {
  let text = '';
  visit(paragraph, (node) => {
    if (node.type === 'text' || node.type === 'inlineCode') text += node.value;
    if (node.type === 'break') text += ' ';
  });
  return text;
}
