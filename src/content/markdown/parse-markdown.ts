import type { Nodes, Root } from 'mdast';
import { normalizeUri } from 'micromark-util-sanitize-uri';
import { remark } from 'remark';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import { listNodes } from '../rules/markdown-nodes.ts';
import { parsePlainBlocksApart } from './plain-blocks.ts';
import { remarkBareAddresses, remarkNoBareAddresses } from './remark-bare-addresses.ts';
import { remarkSourceMarks } from './remark-source-marks.ts';

const barePercent = /%(?![\da-f]{2})/iu;

/** Parses CommonMark with source marks, as do all. */
const commonMark = remark().use(remarkSourceMarks).freeze();

/** Parses GFM without its bare addresses, for which it tries every word. */
const gfmWithoutAddresses = remark()
  .use(remarkGfm, { singleTilde: false })
  .use(remarkNoBareAddresses)
  .use(remarkSourceMarks)
  .freeze();

/** Parses GFM. A single `~` stays a sign (`5~10`); a double one strikes out. */
const gfm = remark().use(remarkGfm, { singleTilde: false }).use(remarkBareAddresses).use(remarkSourceMarks).freeze();

/** Parses GFM, and lets emphasis end beside Chinese, Japanese and Korean punctuation, where CommonMark does not. */
const gfmForCjk = remark()
  .use(remarkGfm, { singleTilde: false })
  .use(remarkBareAddresses)
  .use(remarkCjkFriendly)
  .use(remarkCjkFriendlyStrikethrough, { singleTilde: false })
  .use(remarkSourceMarks)
  .freeze();

/** Parses Markdown the way every part of the program does: CommonMark and GFM. */
export function parseMarkdown(markdown: string): Root {
  const tree = parsePlainBlocksApart(markdown, parseMarked);
  if (barePercent.test(markdown)) escapeBarePercents(tree);
  return tree;
}

/** Parses a text with the fewest extensions that give the same tree as all of them. */
function parseMarked(markdown: string): Root {
  if (/[*_~]/u.test(markdown) && hasCjk(markdown)) return gfmForCjk.parse(markdown);
  const tree = (/[|~]|\[[\^ xX\t\n]/u.test(markdown) ? gfmWithoutAddresses : commonMark).parse(markdown);
  return listNodes(tree).some(hasAddressMark) ? gfm.parse(markdown) : tree;
}

/** A part of every bare address. */
const addressMark = /@|www\.|:\/\//iu;

/** Returns whether a node may contain a bare address. Those of links, autolinks and code are not bare. */
function hasAddressMark(node: Nodes): boolean {
  if (node.type === 'image' || node.type === 'imageReference') return addressMark.test(node.alt ?? '');
  return node.type === 'text' && addressMark.test(node.value);
}

/** Returns whether a text has Chinese, Japanese or Korean letters or punctuation. */
function hasCjk(markdown: string): boolean {
  return /[\u3000-\u303f\uff00-\uffef\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u.test(
    markdown,
  );
}

/**
 * Preserves a `%` without two digits after it, in links and in definitions. `remark-rehype` would write `%25`, which is
 * a different address on some servers.
 */
function escapeBarePercents(tree: Root): void {
  const nodes = listNodes(tree);
  const definitions = new Map<string, string>();
  for (const node of nodes)
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node.url);
  for (const node of nodes) {
    if (node.type !== 'link' && node.type !== 'linkReference') continue;
    const url = node.type === 'link' ? node.url : (definitions.get(node.identifier) ?? '');
    if (barePercent.test(url)) node.data = { ...node.data, hProperties: { href: encodeAddress(url) } };
  }
}

function encodeAddress(url: string): string {
  return url
    .split(barePercent)
    .map((part) => normalizeUri(part))
    .join('%');
}
