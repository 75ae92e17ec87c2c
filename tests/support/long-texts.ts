import process from 'node:process';
import { parsePage } from '../../src/content/reading/page.ts';
import { splitFrontMatter } from '../../src/content/text/front-matter.ts';
import { createSchemas } from '../../src/content/schema/schema.ts';
import { isIssue } from '../../src/content/text/text-file.ts';
import { hasErrors } from '../../src/core/issue.ts';
import { toSlug } from '../../src/core/text.ts';
import { toIndexText } from '../../src/search/indexing/index-text.ts';
import { checkMarkdown, renderTree } from './render-markdown.ts';
import { toStory } from './write-newsroom.ts';

/**
 * Takes long texts, as long as the size limit lets them be where it matters, each written against a regular expression
 * or a parser, through everything that looks at a story's text. A program of its own, so that a text that hangs can be
 * stopped.
 */
const schemas = createSchemas({ timeZone: 'UTC', language: 'en' });
const fill = (piece: string, length = 30_000) => piece.repeat(Math.floor(length / piece.length));

const bodies: readonly string[] = [
  // At 98,000 signs each of these took more than a minute.
  ...['#', '?', '#?', '##?', '?a#'].map((piece) => `[a](</${fill(piece, 97_000)}&#10;>)`),
  `[a](</${fill('/.')}>)`,
  `[a](</${fill('%25')}>)`,
  `[a](mailto:${fill('@')})`,
  `[a](https://${fill('a.')})`,
  `a${fill(' ')}b`,
  `${fill('\u00a0')}b`,
  `${fill('- ')}x`,
  `${fill('* * ')}x`,
  fill('1. '),
  fill('> '),
  fill('a]'),
  fill('[^'),
  fill('[a][b'),
  fill('*a '),
  fill('a* '),
  fill('_a'),
  fill('~~a'),
  fill('`'),
  fill('`a'),
  fill('<'),
  fill('</'),
  fill('<!--'),
  fill('&#'),
  fill('&amp'),
  fill('\\'),
  fill('|'),
  fill('|a|\n'),
  fill('#'),
  fill('## a\n\n'),
  fill('- a\n\n'),
  fill('a@'),
  fill('a@a.'),
  fill('www.'),
  fill('https://a'),
  fill('https://a.example/('),
  fill('a\n'),
  fill('a  \n'),
  fill('\n'),
  fill('\t'),
  fill('0'),
  fill('\u0301'),
  fill('\u{1f468}\u200d'),
  fill('"'),
  fill('![a](x.png)'),
  `![a](${fill('a/')}a.png)`,
  `![a](${fill('a.')}png)`,
  `![a](${fill('a-')})`,
];

let tried = 0;
for (const body of bodies) {
  // Without a summary the beginning of the text is looked for, before any rule has looked at it.
  for (const keys of [{}, { summary: null }]) {
    const source = splitFrontMatter({ file: 'articles/2024/11/flood.md', text: toStory(keys, body) });
    if (!isIssue(source)) parsePage('articles', source, schemas);
  }
  const isRefused = hasErrors(checkMarkdown(body));
  if (!isRefused) {
    const tree = await renderTree(body);
    toIndexText({ title: 'a', summary: 'a', imageAlt: '' }, tree.children);
  }
  toSlug(body);
  tried += 1;
  process.stdout.write(`${tried}: ${JSON.stringify(body.slice(0, 24))} ${isRefused ? 'refused' : 'rendered'}\n`);
}
