import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findForbiddenCharacter, foldSpace } from '../../../src/core/text.ts';
import { hostileMarkdown } from '../../support/hostile-markdown.ts';
import { xssVectors } from '../../support/xss-vectors.ts';
import type { Shape } from '../../support/parse-html.ts';
import { makeOutputs, toFeedShape, toIndexedWords, toLetters, toPlainPage } from '../../support/story-outputs.ts';

/** Texts that look like markup of one kind or another, and the words of a key point. */
const pieces = [
  '<p>',
  '</p>',
  '<li>',
  '<h2 id="s-a">',
  '</h2>',
  '<div class="heading">',
  '<img src="/media/x.png"',
  '<b',
  '/>',
  '<!--',
  '-->',
  ']]>',
  '<![CDATA[',
  '<?xml',
  '<!DOCTYPE',
  '&lt;p&gt;',
  '&amp;lt;',
  '&#60;',
  '&#x3C;',
  '&quot;',
  '&',
  '&nbsp;',
  '<',
  '>',
  '"',
  "'",
  '<a class="anchor" href="#x"></a></div>',
  '<meta http-equiv=refresh content="0;url=//evil.example">',
  '<base href="//evil.example/">',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '</title>',
  '</textarea>',
  '</script>',
  '<svg/onload=alert(1)>',
  ' id="k-1"',
  ' onclick="alert(1)"',
  ' data-pagefind-meta="title:x"',
  ' data-pagefind-ignore="all"',
  ' data-pagefind-filter="a:b"',
  '<span data-pagefind-sort="date:9">',
  ' data-pagefind-body',
  ' href="/x"',
  ' src="/x"',
  '="',
  '$&',
  '$1',
  '`',
  '{',
  '}',
  '\\',
  '\u2028',
  'flood',
  'water',
  'reached',
  'the',
  'river',
  'town',
  'noon',
  '38',
  ' ',
  ' ',
  'a–b',
  'd’Ivoire',
  '日本',
  'مرحبا',
  '🌊',
  'ﬁ',
  'e\u0301',
] as const;

interface Story {
  readonly body: string;
  /** Stands in every field. */
  readonly words: string;
}

const some = (most: number) =>
  fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: most }).map((texts) => texts.join(''));
const code = some(5).map((text) => `\`\`\`\`\` ${text} \`\`\`\`\``);
const line = fc
  .tuple(some(4), code, some(4), fc.constantFrom('', ' '))
  .map(([before, inner, after, gap]) => [before, inner, after].join(gap).replaceAll('\u2028', ' '));
const cell = line.map((text) => text.replaceAll('|', ''));
const title = some(3).map((text) => text.replaceAll(/["\\]/gu, ''));
const alt = some(5).map((text) => text.replaceAll(/[[\]\\]/gu, ''));

/** A block of every kind. */
const block = fc.oneof(
  fc.tuple(line, fc.nat(2)).map(([text, note]) => `## ${text}[^${note}]`),
  line.map((text) => `### ${text}`),
  line,
  fc.tuple(line, line).map(([one, other]) => `- ${one}\n- [ ] ${other}`),
  line.map((text) => `> ${text}`),
  fc.tuple(cell, cell, code).map(([head, one, other]) => `| ${head} | b |\n|:-|-:|\n| ${one} | ${other} |`),
  fc.tuple(alt, title).map(([text, words]) => `![${text}](x.png "${words}")`),
  fc
    .tuple(code, title, line)
    .map(([one, words, other]) => `[${one}](https://a.example/ "${words}") [${other}](/2024/11/b/)`),
  fc.tuple(some(1), some(9)).map(([info, text]) => `\`\`\`\`\`${info}\n${text}\n\`\`\`\`\``),
  some(9).map((text) => `    ${text}`),
);

/** Stories with up to eight blocks and three footnotes. */
const stories: fc.Arbitrary<Story> = fc.record({
  body: fc
    .tuple(fc.array(block, { minLength: 1, maxLength: 8, size: 'max' }), fc.tuple(line, line, line))
    .map(([blocks, notes]) => [...blocks, ...notes.map((note, number) => `[^${number}]: ${note}`)].join('\n\n')),
  words: some(6).map((text) => foldSpace(text) || 'flood'),
});

describe('a story whose texts look like markup', () => {
  it('holds what was written, everywhere', async () => {
    const property = fc.asyncProperty(stories, async (story) => {
      const { found, expected } = await compare(story);
      expect(found).toEqual(expected);
    });
    await fc.assert(property, { numRuns: 150, seed: 1 });
  });

  const attacks = [...Object.values(xssVectors).flat(), ...hostileMarkdown.map(({ markdown }) => markdown)];

  it.each(attacks.map((text) => [text]))('holds what was written, everywhere: %j', async (text) => {
    const line = foldSpace(text);
    const code = `\`\`\`\`\` ${line} \`\`\`\`\``;
    const body = [text, `## ${line}`, `## The ${code}`, `![${line}](x.png "${line}")`, `| ${code} |\n|-|\n| ${line} |`];
    const fields = findForbiddenCharacter(line) === undefined ? line : 'flood water';
    const { found, expected } = await compare({ body: body.join('\n\n'), words: fields });
    expect(found).toEqual(expected);
  });
});

/** Makes everything of a story, with what a browser, a feed reader and Pagefind must find in it. */
async function compare({ body, words }: Story): Promise<{ readonly found: object; readonly expected: object }> {
  const image = { src: 'x.png', alt: words, caption: words, credit: words };
  const keyPoints = [{ text: 'Flood water reached the river town' }, { text: words }];
  const made = await makeOutputs(body, { title: words, summary: words, tags: [words], keyPoints, image });
  const { page, sections, entries, indexed, tree } = made;
  const entry = { title: words, summary: words, content: [toFigure(words), ...toFeedShape(tree)].filter(isBlock) };
  return {
    found: {
      page: toPlainPage(page),
      sections,
      entries: entries.map(({ content, ...facts }) => ({ ...facts, content: content.filter(isBlock) })),
      indexed,
    },
    expected: {
      page: tree,
      sections: listTitles(page),
      entries: [entry, entry, entry],
      indexed: toLetters(`${words}${words}${words}${toIndexedWords(tree)}`),
    },
  };
}

function isBlock(shape: Shape): boolean {
  return shape !== '\n';
}

function toFigure(words: string): Shape {
  const src = 'https://host.example/news/media/2024/11/x.png';
  const img: Shape = ['img', { src, alt: words, width: '1000', height: '500' }, []];
  return ['figure', {}, [img, ['figcaption', {}, [`${words} `, ['small', {}, [words]]]]]];
}

/** Lists the headings of a page as a reader sees them. */
function listTitles(page: readonly Shape[]): readonly { href: string; text: string }[] {
  return page.flatMap((shape) => {
    if (typeof shape === 'string') return [];
    const [, attributes, content] = shape;
    const [heading] = content;
    if (attributes['className'] !== 'heading' || typeof heading !== 'object') return listTitles(content);
    const title = { href: `#${heading[1]['id']}`, text: foldSpace(heading[2].map(toText).join('')) };
    return heading[0] === 'h2' ? [title] : [];
  });
}

function toText(shape: Shape): string {
  if (typeof shape === 'string') return shape;
  const [tagName, attributes, content] = shape;
  return tagName === 'sup' ? '' : (attributes['alt'] ?? content.map(toText).join(''));
}
