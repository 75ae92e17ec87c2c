import type { Root } from 'hast';
import { checkBodyText } from '../../src/content/rules/body-cost.ts';
import { checkBodyTree } from '../../src/content/rules/body-rules.ts';
import { createMarkdownChain, type MarkdownChain, type MarkdownWords } from '../../src/content/markdown/markdown.ts';
import { resolveMedia } from '../../src/content/text/local-file.ts';
import { renderHtml } from '../../src/core/html-tree.ts';
import type { Issue } from '../../src/core/issue.ts';
import { createAddresses, toMediaPath } from '../../src/news/urls.ts';

/** Words that are easy to find in the HTML. */
export const words: MarkdownWords = {
  footnotes: 'Notes',
  backToReference: (number) => `Back to mark ${number}`,
  linkToSection: (heading) => `Link to: ${heading}`,
  sourceMark: (number, publisher) => `Source ${number}: ${publisher}`,
  table: 'Table',
  taskDone: 'Done',
  taskOpen: 'Open',
};

const file = 'articles/2024/11/flood.md';

/** Renders a text as the body of a story, whether the rules allow it or not, for a site under a base path. */
export async function renderMarkdown(body: string, siteUrl = 'https://host.example/news/'): Promise<string> {
  return renderHtml((await renderTree(body, siteUrl)).children);
}

/** Renders a text the same way, as the tree that leaves the chain. */
export async function renderTree(body: string, siteUrl = 'https://host.example/news/'): Promise<Root> {
  const chain = createChain(siteUrl);
  return chain.render(chain.parse(body), file);
}

/** Creates the chain of a site. */
export function createChain(siteUrl: string): MarkdownChain {
  return createMarkdownChain({ words, toHref: createAddresses(siteUrl).href, toMediaPath: toPicturePath });
}

function toPicturePath(src: string, from: string): string {
  return toMediaPath(resolveMedia(from, src));
}

/** Checks a text whose first line is line 10 of its file: first the text, then, if it may be parsed, its tree. */
export function checkMarkdown(body: string): readonly Issue[] {
  const source = { file, body, bodyLine: 10 };
  const refused = checkBodyText(source);
  return refused.length > 0 ? refused : checkBodyTree(createChain('https://host.example/').parse(body), source);
}
