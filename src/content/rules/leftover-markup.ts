import type { Text } from 'mdast';
import type { IssueInput } from '../../core/issue.ts';

/** A finding in a node, with its distance in lines from the node's first line. */
export interface Finding extends Required<Pick<IssueInput, 'code' | 'message' | 'hint'>> {
  readonly lines: number;
  /** Characters before the finding in its line of the node. */
  readonly before?: number;
}

/** Markup of another program, and what to do about it. */
interface Leftover {
  readonly pattern: RegExp;
  readonly hint: string;
}

const shortcodeHint =
  'Delete it, or write it in Markdown: `[Video: the flood](https://…)` for a video, `![A bridge](bridge.jpg)` for a picture.';
const plainHint = 'Delete it, or write it in Markdown.';
const linkHint = 'Write `[words](https://www.example.org)`, with nothing between the brackets.';

/**
 * Names of shortcodes that have no other meaning. Those that are also words count only with an attribute, an argument
 * or an end tag.
 */
const shortcodes = 'gallery|playlist|embed|youtube|vimeo|wp_caption|contact-form-7|(?:su|vc|et_pb|fusion)_\\w+';
const wordTags =
  'caption|audio|video|code|sourcecode|gist|tweet|twitter|instagram|facebook|soundcloud|quote|button|columns?|row|map|poll|ad|image|img|figure|url|font|size|color|b|i|u|s|center';

const leftovers: readonly Leftover[] = [
  { pattern: /\{\{[<%]-?\s*\/?\w[^}\n]*\}{0,2}/u, hint: shortcodeHint },
  { pattern: /\{%-?\s*\w[^}\n]*\}?/u, hint: shortcodeHint },
  { pattern: /\{\{\{?[-~]?\s*[\w.$#/>&!^"'][^{}\n]*\}\}/u, hint: plainHint },
  { pattern: new RegExp(`\\[/?(?:${shortcodes})(?=[\\s=\\]])[^\\]\\n]*\\]`, 'u'), hint: shortcodeHint },
  {
    pattern: new RegExp(`\\[(?:${wordTags})(?:\\s+[\\w-]+)?\\s*=[^\\]\\n]*\\]|\\[/(?:${wordTags})\\]`, 'iu'),
    hint: shortcodeHint,
  },
  {
    pattern: /^:::+[ \t]*\{?\.?[\w-]*[^\n]*/mu,
    hint: 'Delete the lines with `:::`. For a note, write a quote: `> Note: …`.',
  },
  { pattern: /^!{3}[ \t]+\w[^\n]*/mu, hint: 'Write a quote: `> Note: …`.' },
  {
    pattern: /\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION|INFO|QUOTE|ABSTRACT|EXAMPLE)\][-+]?/iu,
    hint: 'Delete it and keep the quote.',
  },
  {
    pattern: /\{:?[ \t]*[.#][a-z_-][^{}\n]*\}/iu,
    hint: 'Delete it: classes and ids have no effect here.',
  },
  {
    pattern: /\{:(?:toc|[ \t]*\w+=)[^{}\n]*\}|^\[TOC\]$/mu,
    hint: 'Delete it: long stories get a table of contents automatically.',
  },
  { pattern: /!\[\[[^\]\n]+\]\]/u, hint: 'Write `![A bridge](bridge.jpg)`.' },
  { pattern: /\[\[[^\]\n]+\]\]/u, hint: 'Write `[words](/2024/11/name/)`.' },
  { pattern: /(?<![=\w])==[^\s=](?:[^=\n]*[^\s=])?==(?![=\w])/u, hint: 'Write `**words**`, or remove the signs.' },
  {
    pattern:
      /(?<![*\w])\*\*[ \t\u00a0][^*\n]{1,300}\*\*(?![*\w])|(?<![*\w])\*\*[^*\s][^*\n]{0,300}[ \t\u00a0]\*\*(?!\*)/u,
    hint: 'Write `**words**`, without spaces inside the asterisks.',
  },
  {
    pattern: /!\[[^\]\n]{0,300}\]\((?=[^()<>\n"']{1,300}\))\S+[ \u00a0][^)]*\)/u,
    hint: 'Rename the picture so that its name has no spaces: `![A bridge](my-photo.jpg)`.',
  },
  {
    pattern:
      /\[[^[\]\n]{1,300}\]\((?=[^()<>\n"']{1,300}\))(?:(?:https?:|www\.|\/)\S*[ \u00a0][^)]*|\S+[ \u00a0][^)]*\.\w{2,5})\)/iu,
    hint: 'Write `%20` for each space in the address.',
  },
  { pattern: /\[[^[\]\n]{1,300}\][ \t\u00a0]{1,9}\((?:https?:|www\.|mailto:|\/[\w-])[^)\n]*\)?/iu, hint: linkHint },
  {
    pattern:
      /[[［][^[\]［］\n]{1,300}[\]］]（(?:https?:|www\.|mailto:|\/)[^)）\n]*[)）]?|［[^［］\n]{1,300}］[(（](?:https?:|www\.|mailto:|\/)[^)）\n]*[)）]?/iu,
    hint: linkHint,
  },
  {
    pattern: /\([^()\n]{1,300}\)\[(?:https?:|www\.|mailto:|\/[\w-])[^\]\n]*\]?/iu,
    hint: 'Write it the other way round: `[words](https://www.example.org)`.',
  },
  { pattern: /^\.\. [\w-]+::[^\n]*/mu, hint: plainHint },
];

/** Returns whether a text may contain any of these at all. Most texts contain none of their signs. */
const anySign = /[{[=:!*［]|^\.\. /mu;

/** Characters that markup may continue after the end of a text node, since a bare address ends the node. */
const lookahead = 300;

/** Finds markup of other programs in a text node. Escaped markup and markup in code is text. */
export function findLeftovers({ position, value }: Text, body: string): readonly Finding[] {
  // If GFM finds an address in a text, the pieces have no position, so they are looked up.
  const from = position?.start.offset ?? body.indexOf(value);
  const end = position?.end.offset ?? from + value.length;
  if (from < 0 || !anySign.test(body.slice(from, end))) return [];
  const source = body.slice(from, end + lookahead);
  const found: (Finding & { readonly until: number; readonly at: number })[] = [];
  for (const { pattern, hint } of leftovers) {
    const match = pattern.exec(source);
    const at = match?.index ?? Infinity;
    if (!match || at >= end - from || source[at - 1] === '\\') continue;
    // `![[a]]` contains `[[a]]`.
    if (found.some((other) => at < other.until && at + match[0].length > other.at)) continue;
    const lines = body.slice(position ? from : 0, from + at).split('\n');
    const message = `\`${match[0].slice(0, 60).replaceAll('`', '´')}\` will be published as typed: it is not Markdown.`;
    found.push({
      code: 'leftover-markup',
      message,
      hint,
      lines: lines.length - 1,
      before: lines.at(-1)?.length ?? 0,
      at,
      until: at + match[0].length,
    });
  }
  return found.map(({ at: _at, until: _until, ...finding }) => finding);
}
