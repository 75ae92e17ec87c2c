import type { Html, Root, RootContent } from 'mdast';
import type { IssueInput } from '../../core/issue.ts';
import { listNodesOf } from './markdown-nodes.ts';

/** Explains, once for each block of HTML, what to do with it. A block is a paragraph, or pasted HTML in one piece. */
export function checkHtml(tree: Root): readonly { readonly at: Html; readonly input: HtmlInput }[] {
  const blocks: Html[][] = [];
  let previous: RootContent | undefined;
  for (const child of tree.children) {
    const found = listNodesOf(child, 'html');
    const isSamePaste = child.type === 'html' && previous?.type === 'html';
    if (isSamePaste) blocks.at(-1)?.push(...found);
    else if (found.length > 0) blocks.push([...found]);
    previous = child;
  }
  return blocks.flatMap(([at, ...more]) => (at ? [{ at, input: explainHtml(at, more) }] : []));
}

type HtmlInput = Required<Pick<IssueInput, 'code' | 'message' | 'hint'>>;

function explainHtml(first: Html, more: readonly Html[]): HtmlInput {
  const source = [first, ...more].map(({ value }) => value).join('\n');
  const shown = first.value.slice(0, 40);
  if (isComment(source)) {
    const message = `The comment \`${shown}\` is not published.`;
    return {
      code: 'leftover-markup',
      message,
      hint: 'Delete it. A note for editors belongs in the front matter, on a line that starts with `#`.',
    };
  }
  const tags = source.match(/<[a-z!?/]/giu)?.length ?? 0;
  const message = `HTML is not rendered: \`${shown}\`${tags > 1 ? ` and ${tags - 1} more ${tags === 2 ? 'tag' : 'tags'}` : ''}.`;
  return { code: 'raw-html', message, hint: suggestMarkdown(source) };
}

/** Returns whether HTML consists of comments alone. */
export function isComment(source: string): boolean {
  return /^(?:\s*<!--(?!-?>)(?:(?!-->)[\s\S])*-->)+\s*$/u.test(source);
}

function suggestMarkdown(source: string): string {
  if (/<!--/u.test(source) && !source.includes('-->'))
    return 'The comment has no closing `-->`, so all text after it is lost. Delete it.';
  if (/\bmso|<\/?[ovw]:|docs-internal-guid/iu.test(source))
    return 'It was pasted with formatting from Word or Google Docs. Paste it as plain text (Ctrl+Shift+V) and format it in Markdown.';
  if (/<(?:iframe|script|embed|object|video|audio)\b|class="(?:twitter|instagram|tiktok|fb)-/iu.test(source))
    return suggestLink(source);
  const tags = [...source.matchAll(/<\/?([a-z][a-z\d]*)/giu)].map(([, name = '']) => name.toLowerCase());
  const hints = [...new Set(tags.map((name) => markdownOf.get(name) ?? ''))].filter((hint) => hint !== '');
  return hints.length === 0 ? anyHint : `${hints.slice(0, 4).join(' ')}`;
}

const anyHint = 'Write it in Markdown, or write `\\<` for a less-than sign.';

/** Embeds load other sites' code and cookies. A link serves the same purpose. */
function suggestLink(source: string): string {
  const addresses = [...source.matchAll(/(?:src|href)="((?:https?:)?\/\/[^"\s]{1,200})/giu)].map(([, url = '']) => url);
  // The last link of an embedded post is the post itself. A script is not worth a link.
  const address = addresses.findLast((url) => !/\.js(?:$|\?)/u.test(url))?.replace(/^\/\//u, 'https://');
  return `Content of other sites cannot be embedded. Link to it: \`[Video: what it shows](${address ?? 'https://…'})\`.`;
}

const paragraphs = 'For paragraphs, remove the tags and leave an empty line between them.';
const headings = 'For a heading, write `## words`.';
const lists = 'For a list, write `- words` or `1. words` on separate lines.';
const tables = 'For a table, write `| a | b |`, then `| --- | --- |`, then its rows.';

/** The Markdown equivalents of tags. */
const markdownOf: ReadonlyMap<string, string> = new Map([
  ...['b', 'strong'].map((tag) => [tag, `For \`<${tag}>\`, write \`**words**\`.`] as const),
  ...['i', 'em', 'cite'].map((tag) => [tag, `For \`<${tag}>\`, write \`*words*\`.`] as const),
  ...['s', 'del', 'strike'].map((tag) => [tag, `For \`<${tag}>\`, write \`~~words~~\`.`] as const),
  ...['code', 'kbd', 'tt'].map((tag) => [tag, `For \`<${tag}>\`, write the words between two backticks.`] as const),
  ...['p', 'div', 'span', 'font', 'center', 'section', 'article'].map((tag) => [tag, paragraphs] as const),
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => [tag, headings] as const),
  ...['ul', 'ol', 'li'].map((tag) => [tag, lists] as const),
  ...['table', 'thead', 'tbody', 'tr', 'td', 'th'].map((tag) => [tag, tables] as const),
  ...['u', 'mark', 'small', 'ins', 'big'].map((tag) => [tag, `Remove \`<${tag}>\`, or write \`**words**\`.`] as const),
  ['a', 'For a link, write `[words](https://www.example.org)`.'],
  ['img', 'For a picture, put its file in the story’s folder and write `![what it shows](name.jpg)`.'],
  ['figure', 'For a picture, put its file in the story’s folder and write `![what it shows](name.jpg)`.'],
  ['br', 'For `<br>`, end the line with `\\`, or leave an empty line for a new paragraph.'],
  ['hr', 'For `<hr>`, write `---` between two empty lines.'],
  ['sup', 'For `<sup>`, type the raised character itself (`m²`) or write a footnote (`[^1]`).'],
  ['sub', 'For `<sub>`, type the lowered character itself (`CO₂`).'],
  ['blockquote', 'For a quote, write `> words`.'],
  ['pre', 'For code, write three backticks on the line above it and on the line below.'],
]);
