import type { Root } from 'mdast';
import { normalizeUri } from 'micromark-util-sanitize-uri';
import { remark } from 'remark';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import { visit } from 'unist-util-visit';
import { remarkBareAddresses } from './remark-bare-addresses.ts';

const barePercent = /%(?![\da-f]{2})/iu;

/** Parses CommonMark alone, in half the time. */
const commonMark = remark().freeze();

/** Parses GFM. A single `~` stays a sign (`5~10`); a double one strikes out. */
const gfm = remark().use(remarkGfm, { singleTilde: false }).use(remarkBareAddresses).freeze();

/** Parses GFM, and lets emphasis end beside Chinese, Japanese and Korean punctuation, where CommonMark does not. */
const gfmForCjk = remark()
  .use(remarkGfm, { singleTilde: false })
  .use(remarkBareAddresses)
  .use(remarkCjkFriendly)
  .use(remarkCjkFriendlyStrikethrough, { singleTilde: false })
  .freeze();

/** Parses Markdown the way every part of the program does: CommonMark and GFM. */
export function parseMarkdown(markdown: string): Root {
  const tree = (hasCjk(markdown) ? gfmForCjk : hasGfm(markdown) ? gfm : commonMark).parse(markdown);
  if (barePercent.test(markdown)) escapeBarePercents(tree);
  return tree;
}

/**
 * Returns whether a text may contain anything that GFM adds: tables, strikethrough, footnotes, task lists, bare
 * addresses. If it has none of their marks, both parsers give the same result.
 */
function hasGfm(markdown: string): boolean {
  return /[|~@]|\[[\^ xX\t\n]|www\.|:\/\/|(?:mailto|xmpp):/iu.test(markdown);
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
