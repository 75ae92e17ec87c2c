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
  ...[
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
  ],
  ...[
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
  ],
  ...[
    '<a class="anchor" href="#x"></a></div>',
    '<meta http-equiv=refresh content="0;url=//evil.example">',
    '<base href="//evil.example/">',
  ],
  ...[
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '</title>',
    '</textarea>',
    '</script>',
    '<svg/onload=alert(1)>',
  ],
  ...[
    ' id="k-1"',
    ' onclick="alert(1)"',
    ' data-pagefind-meta="title:x"',
    ' data-pagefind-ignore="all"',
    ' data-pagefind-filter="a:b"',
  ],
  ...[
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
  ],
  ...[
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
  ],
] as const;

describe('a story whose texts look like markup', () => {
  it.each(Array.from({ length: 150 }, (_, seed) => [seed]))('holds what was written, everywhere: %i', async (seed) => {
    await checkStory(makeStory(createRandom(seed + 1)));
  });

  const attacks = [...Object.values(xssVectors).flat(), ...hostileMarkdown.map(({ markdown }) => markdown)];

  it.each(attacks.map((text) => [text]))('holds what was written, everywhere: %j', async (text) => {
    const line = foldSpace(text);
    const code = `\`\`\`\`\` ${line} \`\`\`\`\``;
    const body = [text, `## ${line}`, `## The ${code}`, `![${line}](x.png "${line}")`, `| ${code} |\n|-|\n| ${line} |`];
    await checkStory({
      body: body.join('\n\n'),
      words: findForbiddenCharacter(line) === undefined ? line : 'flood water',
    });
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

async function checkStory({ body, words }: Story): Promise<void> {
  const image = { src: 'x.png', alt: words, caption: words, credit: words };
  const keyPoints = ['Flood water reached the river town', words];
  const found = await makeOutputs(body, { title: words, summary: words, tags: [words], keyPoints, image });
  expect(toPlainPage(found.page)).toEqual(found.tree);
  expect(found.sections).toEqual(listTitles(found.page));
  const figure: Shape = [
    'figure',
    {},
    [
      ['img', { src: 'https://host.example/news/media/2024/11/x.png', alt: words, width: '1000', height: '500' }, []],
      ['figcaption', {}, [`${words} `, ['small', {}, [words]]]],
    ],
  ];
  for (const { title, summary, content } of found.entries) {
    expect([title, summary]).toEqual([words, words]);
    expect(content.filter((shape) => shape !== '\n')).toEqual(
      [figure, ...toFeedShape(found.tree)].filter((shape) => shape !== '\n'),
    );
  }
  const metas = [
    ['meta', { dataPagefindMeta: 'names[content]', content: words }, []],
    ['meta', { dataPagefindMeta: 'summary[content]', content: words }, []],
    ['meta', { dataPagefindFilter: 'tag[content]', content: words }, []],
    ['meta', { dataPagefindSort: 'date[content]', content: '1' }, []],
  ];
  const head = ['h1', 'p', 'p'].map((tagName) => [tagName, {}, [words]]);
  expect(removeAllSeparators(found.record)).toEqual([
    [
      'html',
      { lang: 'x-en' },
      [
        ['head', {}, metas],
        ['body', {}, [...head, ...toIndexShape(found.tree)]],
      ],
    ],
  ]);
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
