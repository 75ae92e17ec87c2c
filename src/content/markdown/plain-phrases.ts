import type { PhrasingContent, Text } from 'mdast';

/** Where a node stands in a text. */
export type Position = NonNullable<Text['position']>;

/** Returns the position of a part of a text, from one offset to another. */
export type Locate = (from: number, to: number) => Position;

/** All marks of CommonMark and GFM inside a paragraph, and tabs. */
const anyMark = /[\\`*_~[\]<>&@\t]/u;
const address = /:\/\/|www\./iu;

/** Words without marks, without spaces at their ends. */
const words = String.raw`(?=[^\s^])[^\\\x60*_~[\]<>&@\t\n]*[^\\\x60*_~[\]<>&@\s!]`;

/**
 * A link, or emphasis that starts a word and ends one: in these places its marks mean the same in every language. A `!`
 * before a link would make it a picture.
 */
const marked = new RegExp(
  [
    String.raw`(?<!!)\[(?<label>${words})\]\((?<url>[\p{L}\p{M}\p{N}/.:#?=+,;_~-]+)\)`,
    String.raw`(?<=^|[ \n])(?<mark>\*\*?|__?)(?<inner>${words})\k<mark>(?=[ \n]|$|(?<=[\p{L}\p{N}][*_]{1,2})[.,;:!?)"'])`,
  ].join('|'),
  'gu',
);

/**
 * Reads plain words, links and emphasis.
 *
 * @param offset where the text starts in the whole text
 * @returns undefined if there may be anything else
 */
export function readPhrases(text: string, offset: number, locate: Locate): PhrasingContent[] | undefined {
  const toText = (value: string, at: number): Text => ({
    type: 'text',
    value,
    position: locate(offset + at, offset + at + value.length),
  });
  if (!anyMark.test(text)) return address.test(text) ? undefined : [toText(text, 0)];
  const nodes: PhrasingContent[] = [];
  const plain: Text[] = [];
  const add = (value: string, at: number): Text => {
    const node = toText(value, at);
    plain.push(node);
    return node;
  };
  let end = 0;
  for (const { 0: whole, index, groups = {} } of text.matchAll(marked)) {
    if (index > end) nodes.push(add(text.slice(end, index), end));
    end = index + whole.length;
    const { label, url = '', mark = '', inner = '' } = groups;
    const position = locate(offset + index, offset + end);
    if (label !== undefined) {
      nodes.push({ type: 'link', title: null, url, children: [add(label, index + 1)], position });
    } else {
      const children = [add(inner, index + mark.length)];
      nodes.push({ type: mark.length === 1 ? 'emphasis' : 'strong', children, position });
    }
  }
  if (end < text.length) nodes.push(add(text.slice(end), end));
  return plain.some(({ value }) => anyMark.test(value) || address.test(value)) ? undefined : nodes;
}
