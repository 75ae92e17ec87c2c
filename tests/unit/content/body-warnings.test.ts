import { describe, expect, it } from 'vitest';
import { issueCodes, type IssueCode } from '../../../src/core/issue-codes.ts';
import { checkMarkdown } from '../../support/render-markdown.ts';

type Row = readonly [body: string, at: string, message: string, hint: string];

/** Checks a text whose first line is line 10 of its file. */
function check(body: string): readonly unknown[] {
  return checkMarkdown(body).map(({ line, column, ...issue }) => ({ ...issue, at: `${line}:${column}` }));
}

/** The only issue that a text of these rows has. */
function toExpected(code: IssueCode, [, at, message, hint]: Row): readonly unknown[] {
  return [{ code, severity: issueCodes[code].severity, file: 'articles/2024/11/flood.md', at, message, hint }];
}

const nearMiss = (line: string, what: string) => `\`${line}\` will be published as typed: it is not a proper ${what}.`;
const write = (line: string) => `Write \`${line}\`, with an ordinary space.`;

describe('a line that is nearly Markdown', () => {
  it.each<Row>([
    ['Text.\n\n##\u00a0Water', '12:1', nearMiss('##\u00a0Water', 'heading'), write('## Water')],
    ['##Water level', '10:1', nearMiss('##Water level', 'heading'), write('## Water level')],
    ['##\u3000标题', '10:1', nearMiss('##\u3000标题', 'heading'), write('## 标题')],
    ['＃＃ 标题', '10:1', nearMiss('＃＃ 标题', 'heading'), write('## 标题')],
    ['\u00a0## Water', '10:1', nearMiss('\u00a0## Water', 'heading'), write('## Water')],
    ['####### Deep', '10:1', nearMiss('####### Deep', 'heading'), write('###### Deep')],
    ['#Breaking news today', '10:1', nearMiss('#Breaking news today', 'heading'), write('## Breaking news today')],
    ['Text\n##Water', '11:1', nearMiss('##Water', 'heading'), write('## Water')],
    ['> Text\n> ##Water', '11:1', nearMiss('##Water', 'heading'), write('## Water')],
    ['-\u00a0one\n-\u00a0two', '10:1', nearMiss('-\u00a0one', 'list'), write('- one')],
    ['1.\u00a0one', '10:1', nearMiss('1.\u00a0one', 'list'), write('1. one')],
    ['-one\n-two', '10:1', nearMiss('-one', 'list'), write('- one')],
    ['*one\n*two', '10:1', nearMiss('*one', 'list'), write('* one')],
    ['1.one\n2.two', '10:1', nearMiss('1.one', 'list'), write('1. one')],
    ['• one', '10:1', nearMiss('• one', 'list'), write('- one')],
    ['＞ 引用', '10:1', nearMiss('＞ 引用', 'quote'), write('> 引用')],
    [
      '| a | b |\n| c | d |',
      '10:1',
      nearMiss('| a | b |', 'table'),
      'Add the line `| --- | --- |` below the first row.',
    ],
  ])('is reported: %j', (...row) => {
    expect(check(row[0])).toEqual(toExpected('near-markdown', row));
  });
});

const unknown = (markup: string) => `\`${markup}\` will be published as typed: it is not Markdown.`;
const shortcode =
  'Delete it, or write it in Markdown: `[Video: the flood](https://…)` for a video, `![A bridge](bridge.jpg)` for a picture.';
const link = 'Write `[words](https://www.example.org)`, with nothing between the brackets.';
const comment = 'Delete it. A note for editors belongs in the front matter, on a line that starts with `#`.';

describe('markup of another program', () => {
  it.each<Row>([
    ['One\ntwo {{< youtube x >}}', '11:5', unknown('{{< youtube x >}}'), shortcode],
    ['{{% notice %}}\nText', '10:1', unknown('{{% notice %}}'), shortcode],
    ['{% image "https://a.example/b.jpg" %}', '10:1', unknown('{% image "https://a.example/b.jpg" %}'), shortcode],
    ['Hello {{ page.title }}', '10:7', unknown('{{ page.title }}'), 'Delete it, or write it in Markdown.'],
    ['[gallery ids="1,2"]', '10:1', unknown('[gallery ids="1,2"]'), shortcode],
    ['[caption id="a"]A bridge[/caption]', '10:1', unknown('[caption id="a"]'), shortcode],
    ['A bridge[/caption]', '10:9', unknown('[/caption]'), shortcode],
    ['[youtube dQw4w9WgXcQ]', '10:1', unknown('[youtube dQw4w9WgXcQ]'), shortcode],
    [
      ':::note\nText\n:::',
      '10:1',
      unknown(':::note'),
      'Delete the lines with `:::`. For a note, write a quote: `> Note: …`.',
    ],
    ['!!! note\n\nText', '10:1', unknown('!!! note'), 'Write a quote: `> Note: …`.'],
    ['> [!NOTE]\n> Text', '10:3', unknown('[!NOTE]'), 'Delete it and keep the quote.'],
    ['![[x.png]]', '10:1', unknown('![[x.png]]'), 'Write `![A bridge](bridge.jpg)`.'],
    ['See [[Flood]].', '10:5', unknown('[[Flood]]'), 'Write `[words](/2024/11/name/)`.'],
    ['A ==mark==.', '10:3', unknown('==mark=='), 'Write `**words**`, or remove the signs.'],
    ['Text\n{: .lead}', '11:1', unknown('{: .lead}'), 'Delete it: classes and ids have no effect here.'],
    ['## Water {#w}', '10:10', unknown('{#w}'), 'Delete it: classes and ids have no effect here.'],
    ['[TOC]', '10:1', unknown('[TOC]'), 'Delete it: long stories get a table of contents automatically.'],
    [
      '![x](my photo.jpg)',
      '10:1',
      unknown('![x](my photo.jpg)'),
      'Rename the picture so that its name has no spaces: `![A bridge](my-photo.jpg)`.',
    ],
    [
      '[x](https://a.example/b c)',
      '10:1',
      unknown('[x](https://a.example/b c)'),
      'Write `%20` for each space in the address.',
    ],
    ['See [x] (https://a.example/b)', '10:5', unknown('[x] (https://a.example/b)'), link],
    ['［文］（https://a.example/）', '10:1', unknown('［文］（https://a.example/）'), link],
    [
      '(text)[https://a.example/b]',
      '10:1',
      unknown('(text)[https://a.example/b]'),
      'Write it the other way round: `[words](https://www.example.org)`.',
    ],
    ['** bold **', '10:1', unknown('** bold **'), 'Write `**words**`, without spaces inside the asterisks.'],
    ['**bold ** text', '10:1', unknown('**bold **'), 'Write `**words**`, without spaces inside the asterisks.'],
    ['Text <!--more--> text', '10:6', 'The comment `<!--more-->` is not published.', comment],
    ['Text\n\n<!-- a -->\n\n<!-- b -->', '12:1', 'The comment `<!-- a -->` is not published.', comment],
  ])('is reported: %j', (...row) => {
    expect(check(row[0])).toEqual(toExpected('leftover-markup', row));
  });
});

describe('ordinary texts', () => {
  it.each([
    'He said [sic] and [caption] and […] [video] [code].',
    '#Ukraine #Russia',
    '#1 in the charts',
    '#MeToo is ten years old.',
    '#metoo',
    '-5 degrees on Monday',
    '-one alone',
    '3.Liga begins',
    'A == b, if a==b, c != d',
    '2 * 3 * 4 and 2 ** 3',
    '– Who? she asked.\n– Me.',
    '{a, b} and a{.5} and f(x)[0] and (see note)[1]',
    '[Mr Smith] (aged 40) said [so] (see below)',
    'a | b and |x| is positive',
    '`{{ x }}` and `[gallery]` and `##x`',
    '```\n{{< x >}}\n##x\n[[y]]\n```',
    '\\{{ x }} \\[\\[x]] \\##x',
    '**a** and **b** are, ** and **c**',
    '[[1]](https://a.example/) and ![x](y.jpg "a b") and [x](<https://a.example/b>)',
  ])('are not reported: %j', (body) => {
    expect(checkMarkdown(body)).toEqual([]);
  });
});

const word =
  'It was pasted with formatting from Word or Google Docs. Paste it as plain text (Ctrl+Shift+V) and format it in Markdown.';
const embed = (address: string) =>
  `Content of other sites cannot be embedded. Link to it: \`[Video: what it shows](${address})\`.`;

describe('HTML', () => {
  it.each<Row>([
    [
      'A <b>bold</b> and <i>it</i>',
      '10:3',
      'HTML is not rendered: `<b>` and 3 more tags.',
      'For `<b>`, write `**words**`. For `<i>`, write `*words*`.',
    ],
    [
      'H<sub>2</sub>O',
      '10:2',
      'HTML is not rendered: `<sub>` and 1 more tag.',
      'For `<sub>`, type the lowered character itself (`CO₂`).',
    ],
    [
      '<p class="MsoNormal">A<o:p></o:p></p>\n\n<p class="MsoNormal">B</p>',
      '10:1',
      'HTML is not rendered: `<p class="MsoNormal">A<o:p></o:p></p>` and 5 more tags.',
      word,
    ],
    [
      '<b id="docs-internal-guid-1">A</b>',
      '10:1',
      'HTML is not rendered: `<b id="docs-internal-guid-1">` and 1 more tag.',
      word,
    ],
    [
      '<iframe src="//www.youtube.com/embed/x"></iframe>',
      '10:1',
      'HTML is not rendered: `<iframe src="//www.youtube.com/embed/x">` and 1 more tag.',
      embed('https://www.youtube.com/embed/x'),
    ],
    [
      '<blockquote class="twitter-tweet"><a href="https://twitter.com/a/status/1">x</a></blockquote>\n<script src="https://platform.twitter.com/widgets.js"></script>',
      '10:1',
      'HTML is not rendered: `<blockquote class="twitter-tweet"><a hre` and 5 more tags.',
      embed('https://twitter.com/a/status/1'),
    ],
    [
      'Text.\n\n<!-- open\n\nLost.',
      '12:1',
      'HTML is not rendered: `<!-- open\n\nLost.`.',
      'The comment has no closing `-->`, so all text after it is lost. Delete it.',
    ],
  ])('is reported once a block: %j', (...row) => {
    expect(check(row[0])).toEqual(toExpected('raw-html', row));
  });
});

describe('what readers would not get', () => {
  it.each<Row>([
    [
      'a[^1]\n\n[^1]: b\n\n[^1]: c',
      '14:1',
      'This is the second definition of the footnote `[^1]`: only the first is used.',
      'Rename it, or delete one of the two.',
    ],
    [
      'a\n\n[^1]: b',
      '12:1',
      'The footnote `[^1]` is not published: nothing in the text refers to it.',
      'Write `[^1]` where it belongs, or delete the footnote.',
    ],
    [
      '[a]\n\n[a]: https://b.example/\n[A]: https://c.example/',
      '13:1',
      'This is the second definition of `[A]`: only the first is used.',
      'Rename it, or delete one of the two.',
    ],
  ])('is reported as lost-text: %j', (...row) => {
    expect(check(row[0])).toEqual(toExpected('lost-text', row));
  });

  it('are notes to which only a lost note leads', () => {
    expect(checkMarkdown('a\n\n[^1]: b[^2]\n\n[^2]: c').map(({ code, line }) => [code, line])).toEqual([
      ['lost-text', 12],
      ['lost-text', 14],
    ]);
    expect(checkMarkdown('a[^1]\n\n[^1]: b[^2]\n\n[^2]: c')).toEqual([]);
  });

  it.each<Row>([
    ['Text.\n\n##\n\nText.', '12:1', 'The heading has no words.', 'Write the heading, or delete the line.'],
    ['## &ZeroWidthSpace;\n\nText.', '10:1', 'The heading has no words.', 'Write the heading, or delete the line.'],
  ])('is reported as empty-heading: %j', (...row) => {
    expect(check(row[0])).toEqual(toExpected('empty-heading', row));
  });

  it.each(['***', '\n---\n\n---', '[a]: https://b.example/', '\u200b', '- \n- '])('is an empty text: %j', (body) => {
    const row = [
      body,
      '',
      'Readers would see nothing: the text has no words.',
      'Write the text, or delete what is there.',
    ] as const;
    expect(checkMarkdown(body)).toMatchObject([
      { code: 'empty-body', severity: 'error', message: row[2], hint: row[3] },
    ]);
  });

  it('is an empty text of a comment', () => {
    expect(checkMarkdown('<!-- a -->').map(({ code }) => code)).toEqual(['empty-body', 'leftover-markup']);
  });
});

describe('characters', () => {
  const forbidden =
    'Delete it: it breaks feeds or reverses the text around it. If you cannot see it, retype the words around it.';
  const odd = 'Retype the words around it. It comes from a wrong encoding, and readers see a box or nothing.';
  it.each<readonly [IssueCode, ...Row]>([
    ['forbidden-character', 'A\nb\0', '11:2', 'The text contains the character U+0000.', forbidden],
    [
      'forbidden-character',
      'A \u202eb\u202c \u202e',
      '10:3',
      'The text contains the character U+202E (2 such characters in all).',
      forbidden,
    ],
    ['forbidden-character', 'A `\u0008`', '10:4', 'The text contains the character U+0008.', forbidden],
    ['odd-character', 'caf\u0092s', '10:4', 'The text contains the character U+0092.', odd],
    ['odd-character', 'caf\ufffd', '10:4', 'The text contains the character U+FFFD.', odd],
    [
      'forbidden-character',
      'A &#x202e;b',
      '10:1',
      'The text reverses the direction of words with `&#x202d;` or `&#x202e;`.',
      'Delete it: readers would see the words backwards.',
    ],
  ])('that must not stand in a text: %s %j', (code, ...row) => {
    expect(check(row[0])).toEqual(toExpected(code, row));
  });

  it('that belong to Arabic, Hebrew and Persian texts may', () => {
    expect(checkMarkdown('\u2067שלום\u2069 \u200fمی\u200cخواهم\u061c \u2068a\u2069 \u202bب\u202c \u00ad')).toEqual([]);
  });
});

describe('limits on what a text may have many of', () => {
  it.each([
    ['headings', '## A\n\n', 500],
    ['links', 'a@b.cd\n', 5_000],
    ['pictures', '![a](b.jpg)\n\n', 500],
  ])('%s', (name, piece, limit) => {
    const found = (count: number) => checkMarkdown(piece.repeat(count)).filter(({ code }) => code === 'too-many-parts');
    expect(found(limit)).toEqual([]);
    expect(found(limit + 1)).toMatchObject([
      { message: `The text has more than ${limit} ${name}.`, hint: 'Split the text into several.' },
    ]);
  });
});
