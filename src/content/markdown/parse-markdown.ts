import type { Root } from 'mdast';
import { normalizeUri } from 'micromark-util-sanitize-uri';
import { remark } from 'remark';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import { visit } from 'unist-util-visit';
import { remarkBareAddresses } from './remark-bare-addresses.ts';

const barePercent = /%(?![\da-f]{2})/iu;

/** Reads CommonMark alone, in half the time. */
const commonMark = remark().freeze();

/** Reads GFM. One `~` stays a sign (`5~10`); two strike out. */
const gfm = remark().use(remarkGfm, { singleTilde: false }).use(remarkBareAddresses).freeze();

/** Reads GFM, and lets emphasis end beside punctuation of Chinese, Japanese and Korean, where CommonMark does not. */
const gfmForCjk = remark()
  .use(remarkGfm, { singleTilde: false })
  .use(remarkBareAddresses)
  .use(remarkCjkFriendly)
  .use(remarkCjkFriendlyStrikethrough, { singleTilde: false })
  .freeze();

/** Parses Markdown as every part of the program reads it: CommonMark and GFM. */
export function parseMarkdown(markdown: string): Root {
  const tree = (hasCjk(markdown) ? gfmForCjk : hasGfm(markdown) ? gfm : commonMark).parse(markdown);
  if (barePercent.test(markdown)) escapeBarePercents(tree);
  return tree;
}

/**
 * Tells whether a text may hold anything that GFM adds: tables, strikethrough, footnotes, task lists, bare addresses. Where it
 * holds none of their marks, both readings are the same.
 */
function hasGfm(markdown: string): boolean {
  return /[|~@]|\[[\^ xX\t\n]|www\.|:\/\/|(?:mailto|xmpp):/iu.test(markdown);
}

/** Tells whether a text has letters or punctuation of Chinese, Japanese or Korean. */
function hasCjk(markdown: string): boolean {
  return /[\u3000-\u303f\uff00-\uffef\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u.test(
    markdown,
  );
}

/**
 * Keeps a `%` that no two digits follow, in links and in references to definitions: `remark-rehype` writes `%25`, which is
 * another address on some servers.
 */
function escapeBarePercents(tree: Root): void {
  const definitions = new Map<string, string>();
  visit(tree, 'definition', ({ identifier, url }) => {
    if (!definitions.has(identifier)) definitions.set(identifier, url);
  });
  visit(tree, (node) => {
    if (node.type !== 'link' && node.type !== 'linkReference') return;
    const url = node.type === 'link' ? node.url : (definitions.get(node.identifier) ?? '');
    if (barePercent.test(url)) node.data = { ...node.data, hProperties: { href: encodeAddress(url) } };
  });
}

function encodeAddress(url: string): string {
  return url
    .split(barePercent)
    .map((part) => normalizeUri(part))
    .join('%');
}
