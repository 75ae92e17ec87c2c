import { describe, expect, it } from 'vitest';
import { findForbiddenCharacter, foldSpace } from '../../../src/core/text.ts';
import { createRandom, type Random } from '../../support/random.ts';
import { hostileMarkdown } from '../../support/hostile-markdown.ts';
import { xssVectors } from '../../support/xss-vectors.ts';
import type { Shape } from '../../support/parse-html.ts';
import {
  makeOutputs,
  removeAllSeparators,
  toFeedShape,
  toIndexShape,
  toPlainPage,
} from '../../support/story-outputs.ts';

/** What looks like markup of one kind or another, and the words of a key point. */
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

describe('a story whose texts look like markup', () => {
  it.each(Array.from({ length: 150 }, (_, seed) => [seed]))('holds what was written, everywhere: %i', async (seed) => {
    const { found, expected } = await compare(makeStory(createRandom(seed + 1)));
    expect(found).toEqual(expected);
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

interface Story {
  readonly body: string;
  /** Stands in every field. */
  readonly words: string;
}

function makeStory(random: Random): Story {
  const pick = () => pieces[Math.floor(random() * pieces.length)] ?? '';
  const some = (most: number) => Array.from({ length: 1 + Math.floor(random() * most) }, pick).join('');
  const code = () => `\`\`\`\`\` ${some(5)} \`\`\`\`\``;
  const line = () => [some(4), code(), some(4)].join(random() < 0.5 ? ' ' : '').replaceAll('\u2028', ' ');
  const blocks = [
    () => `## ${line()}[^${Math.floor(random() * 3)}]`,
    () => `### ${line()}`,
    () => line(),
    () => `- ${line()}\n- [ ] ${line()}`,
    () => `> ${line()}`,
    () => `| ${line().replaceAll('|', '')} | b |\n|:-|-:|\n| ${line().replaceAll('|', '')} | ${code()} |`,
    () => `![${some(5).replaceAll(/[[\]\\]/gu, '')}](x.png "${some(3).replaceAll(/["\\]/gu, '')}")`,
    () => `[${code()}](https://a.example/ "${some(3).replaceAll(/["\\]/gu, '')}") [${line()}](/2024/11/b/)`,
    () => `\`\`\`\`\`${pick()}\n${some(9)}\n\`\`\`\`\``,
    () => `    ${some(9)}`,
  ];
  const body = Array.from({ length: 8 }, () => blocks[Math.floor(random() * blocks.length)]?.() ?? '');
  const notes = [0, 1, 2].map((number) => `[^${number}]: ${line()}`);
  return { body: [...body, ...notes].join('\n\n'), words: foldSpace(some(6)) || 'flood' };
}

/** Makes everything of a story, with what a browser, a feed reader and Pagefind must find in it. */
async function compare({ body, words }: Story): Promise<{ readonly found: object; readonly expected: object }> {
  const image = { src: 'x.png', alt: words, caption: words, credit: words };
  const keyPoints = ['Flood water reached the river town', words];
  const made = await makeOutputs(body, { title: words, summary: words, tags: [words], keyPoints, image });
  const { page, sections, entries, record, tree } = made;
  const entry = { title: words, summary: words, content: [toFigure(words), ...toFeedShape(tree)].filter(isBlock) };
  return {
    found: {
      page: toPlainPage(page),
      sections,
      entries: entries.map(({ content, ...facts }) => ({ ...facts, content: content.filter(isBlock) })),
      record: removeAllSeparators(record),
    },
    expected: {
      page: tree,
      sections: listTitles(page),
      entries: [entry, entry, entry],
      record: toRecord(words, toIndexShape(tree)),
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

function toRecord(words: string, text: readonly Shape[]): readonly Shape[] {
  const metas: readonly Shape[] = [
    ['meta', { dataPagefindMeta: 'names[content]', content: words }, []],
    ['meta', { dataPagefindMeta: 'summary[content]', content: words }, []],
    ['meta', { dataPagefindFilter: 'tag[content]', content: words }, []],
    ['meta', { dataPagefindSort: 'date[content]', content: '1' }, []],
  ];
  const start = ['h1', 'p', 'p'].map((tagName): Shape => [tagName, {}, [words]]);
  return [
    [
      'html',
      { lang: 'x-en' },
      [
        ['head', {}, metas],
        ['body', {}, [...start, ...text]],
      ],
    ],
  ];
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
