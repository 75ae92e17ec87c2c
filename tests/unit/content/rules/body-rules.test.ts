import { describe, expect, it } from 'vitest';
import { checkBodyText } from '../../../../src/content/rules/body-cost.ts';
import { isLocalImage } from '../../../../src/content/text/local-file.ts';
import { issueCodes, type IssueCode } from '../../../../src/core/issue-codes.ts';
import { hasErrors } from '../../../../src/core/issue.ts';
import { hostileMarkdown } from '../../../support/hostile-markdown.ts';
import { checkMarkdown } from '../../../support/render-markdown.ts';

const linkHint =
  'A link can go to an https:// or http:// page, a mailto: or tel: address, a path on this site (`/…`) or a heading (`#…`).';
const pathHint = 'Write the full path from the root of the site: `/2024/11/name/`.';
const pictureHint =
  'Put a picture file (.avif, .gif, .jpeg, .jpg, .png, .webp) in the story’s folder and write its name.';
const htmlHint = 'Write it in Markdown, or write `\\<` for a less-than sign.';
const creditHint = 'Write both after the file name: `![A bridge](bridge.jpg "The bridge after the flood | Ana Pop")`.';
const altHint = 'Describe it between the square brackets: `![A bridge](bridge.jpg)`.';

/** The body starts on line 10 of its file. */
const rows: readonly {
  readonly code: IssueCode;
  readonly of: string;
  readonly body: string;
  readonly at: string;
  readonly message: string;
  readonly hint: string;
}[] = [
  {
    code: 'heading-level',
    of: 'a # heading',
    body: 'Text.\n\n # Title',
    at: '12:2',
    message: 'The text has a `#` heading, but only the title can have that level.',
    hint: 'Write `##` instead.',
  },
  {
    code: 'heading-level',
    of: 'an underlined heading',
    body: 'Text.\n\nTitle\n=====',
    at: '12:1',
    message: 'The text has a `#` heading, but only the title can have that level.',
    hint: 'Write `##` instead.',
  },
  {
    code: 'heading-order',
    of: 'a heading that skips a level',
    body: '## A\n\n#### B',
    at: '12:1',
    message: 'A level 4 heading follows a level 2 heading.',
    hint: 'Write `###` instead.',
  },
  {
    code: 'heading-order',
    of: 'a first heading of rank 3',
    body: '### A',
    at: '10:1',
    message: 'A level 3 heading follows a level 1 heading.',
    hint: 'Write `##` instead.',
  },
  {
    code: 'raw-html',
    of: 'an element in a line',
    body: 'Text.\n\nA line<br>break.',
    at: '12:7',
    message: 'HTML is not rendered: `<br>`.',
    hint: 'For `<br>`, end the line with `\\`, or leave an empty line for a new paragraph.',
  },
  {
    code: 'raw-html',
    of: 'a block of no known element, cut at 40 characters',
    body: '> <xyz class="aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa">',
    at: '10:3',
    message: 'HTML is not rendered: `<xyz class="aaaaaaaaaaaaaaaaaaaaaaaaaaaa`.',
    hint: htmlHint,
  },
  {
    code: 'unsafe-link',
    of: 'a script',
    body: 'One\ntwo [a](javascript:alert) three',
    at: '11:5',
    message: 'The link to `javascript:alert` is not allowed.',
    hint: linkHint,
  },
  {
    code: 'unsafe-link',
    of: 'a definition, where it stands',
    body: '[a]\n\n[a]: data:text/html,x',
    at: '12:1',
    message: 'The link to `data:text/html,x` is not allowed.',
    hint: linkHint,
  },
  {
    code: 'unsafe-link',
    of: 'a relative path, with the cure',
    body: 'See [a](../10/flood.md)',
    at: '10:5',
    message: 'The link to `../10/flood.md` is not allowed.',
    hint: pathHint,
  },
  {
    code: 'unsafe-link',
    of: 'an address cut at 80 characters',
    body: `[a](x:${'a'.repeat(100)})`,
    at: '10:1',
    message: `The link to \`x:${'a'.repeat(78)}\` is not allowed.`,
    hint: linkHint,
  },
  {
    code: 'unsafe-image',
    of: 'a picture of another site',
    body: 'A ![bridge](https://evil.example/pixel.png)',
    at: '10:3',
    message: '`https://evil.example/pixel.png` is not a picture file in the story’s folder.',
    hint: pictureHint,
  },
  {
    code: 'unsafe-image',
    of: 'a picture by reference',
    body: 'A ![bridge]\n\n[bridge]: /bridge.png',
    at: '10:3',
    message: 'A picture must name its file directly.',
    hint: 'Write the file name after the description: `![A bridge](bridge.jpg)`.',
  },
  {
    code: 'missing-alt',
    of: 'no description',
    body: 'A ![](bridge.jpg)',
    at: '10:3',
    message: 'The picture `bridge.jpg` has no description.',
    hint: altHint,
  },
  {
    code: 'missing-alt',
    of: 'a blank description',
    body: '![ &nbsp; ](bridge.jpg "The bridge | Ana Pop")',
    at: '10:1',
    message: 'The picture `bridge.jpg` has no description.',
    hint: altHint,
  },
  {
    code: 'missing-credit',
    of: 'a picture by itself with no words',
    body: 'A\n\n![bridge](bridge.jpg)',
    at: '12:1',
    message: 'The picture `bridge.jpg` has no caption and no credit.',
    hint: creditHint,
  },
  {
    code: 'missing-credit',
    of: 'a picture in a list with a caption alone',
    body: '- A\n- ![bridge](bridge.jpg "The bridge|north")',
    at: '11:3',
    message: 'The picture `bridge.jpg` has no credit.',
    hint: creditHint,
  },
  {
    code: 'missing-credit',
    of: 'a picture with a link and a credit alone',
    body: '[![bridge](bridge.jpg "| Ana Pop")](/2024/)',
    at: '10:2',
    message: 'The picture `bridge.jpg` has no caption.',
    hint: creditHint,
  },
  {
    code: 'undefined-reference',
    of: 'a footnote mark at the start of a text',
    body: 'Text.\n\n[^1] says who?',
    at: '12:1',
    message: '`[^1]` refers to something that is not defined.',
    hint: 'Add the footnote at the end: `[^1]: its text`, or write `\\[` for a bracket.',
  },
  {
    code: 'undefined-reference',
    of: 'a footnote mark in the middle of a paragraph',
    body: 'One line\nand another[^who] of it.',
    at: '11:12',
    message: '`[^who]` refers to something that is not defined.',
    hint: 'Add the footnote at the end: `[^who]: its text`, or write `\\[` for a bracket.',
  },
  {
    code: 'undefined-reference',
    of: 'a reference link',
    body: '[the report][who] says so.',
    at: '10:1',
    message: '`[the report][who]` refers to something that is not defined.',
    hint: 'Add its address at the end: `[name]: https://…`, or write `\\[` for a bracket.',
  },
  {
    code: 'undefined-reference',
    of: 'a collapsed reference link',
    body: '*[the report][]*',
    at: '10:2',
    message: '`[the report][]` refers to something that is not defined.',
    hint: 'Add its address at the end: `[name]: https://…`, or write `\\[` for a bracket.',
  },
  {
    code: 'too-many-cells',
    of: 'a table of 50 columns and 101 rows',
    body: `Text.\n\n${toTable(50, 101)}`,
    at: '12:1',
    message: 'The table has 5050 cells; the limit is 5000.',
    hint: 'Show the rows that matter and link to the rest.',
  },
  {
    code: 'too-many-cells',
    of: 'a table of short rows below a wide head',
    body: `${toTable(1000, 1)}${'| a |\n'.repeat(5)}`,
    at: '10:1',
    message: 'The table has 6000 cells; the limit is 5000.',
    hint: 'Show the rows that matter and link to the rest.',
  },
  {
    code: 'too-many-footnotes',
    of: 'the first footnote above the limit',
    body: toFootnotes(101, 100),
    at: '211:1',
    message: 'The text has more than 200 footnotes and references to them.',
    hint: 'Split the text into several.',
  },
  {
    code: 'nested-too-deep',
    of: 'quotations',
    body: `Text.\n\n${'>'.repeat(13)} a`,
    at: '12:1',
    message: 'Lists or quotes are nested more than 12 levels deep.',
    hint: 'Use fewer levels.',
  },
  {
    code: 'nested-too-deep',
    of: 'lists',
    body: toNestedList(13),
    at: '22:25',
    message: 'Lists or quotes are nested more than 12 levels deep.',
    hint: 'Use fewer levels.',
  },
  {
    code: 'nested-too-deep',
    of: 'lists in quotations',
    body: toNestedList(7).replaceAll(/^/gmu, '> '.repeat(6)),
    at: '16:25',
    message: 'Lists or quotes are nested more than 12 levels deep.',
    hint: 'Use fewer levels.',
  },
  {
    code: 'too-many-brackets',
    of: '2,002 brackets',
    body: `Text.\n\n${'[]'.repeat(1001)}`,
    at: '10:1',
    message: 'The text has 2002 square brackets; the limit is 2000.',
    hint: 'Remove what is not text, or split the story into several.',
  },
];

describe('the rules of a body', () => {
  it.each(rows)('reports $code: $of', ({ code, body, at, message, hint }) => {
    const issues = checkMarkdown(body);
    expect(issues.map((issue) => ({ code: issue.code, at: `${issue.line}:${issue.column}` }))).toEqual([{ code, at }]);
    expect(issues).toMatchObject([
      { file: 'articles/2024/11/flood.md', severity: issueCodes[code].severity, message, hint },
    ]);
  });

  it.each([
    ['nothing', ''],
    ['headings in order', '## A\n\n### B\n\n#### C\n\n## D\n\n### E'],
    ['a number sign in a text', 'Number #1, and \\# too'],
    ['less-than signs', '1 < 2, 3 <4, a<b, <3 and \\<b>'],
    ['a less-than sign in code', '`<b>`\n\n```\n<b>\n```'],
    ['allowed links', '[a](https://b.example/) [c](/2024/11/d/) [e](#f) [g](mailto:h@i.example) <https://j.example>'],
    ['links in other scripts', '[a](/2024/11/日本/) [b](https://пример.example/путь)'],
    ['local pictures', 'A ![bridge](bridge.jpg) ![A map](maps/north.webp) ![Ein Fluss](flüsse.png)'],
    [
      'pictures by themselves',
      '![A bridge](bridge.jpg "The bridge | Ana Pop")[@1]\n![A map](map.png "North | south | Ana Pop")',
    ],
    ['a picture with a link', '[![A bridge](bridge.jpg "The bridge | Ana Pop")](https://b.example/)'],
    ['defined footnotes and references', 'a[^1] [b][c] [c][] [c]\n\n[^1]: d\n\n[c]: https://e.example/'],
    ['brackets that refer to nothing', 'The minister [Mr Smith] said [so] (see [1]).'],
    ['a footnote mark in code', 'Write `[^1]` or `[a][b]`.'],
    ['an escaped footnote mark, as the hint says', 'Text \\[^1] and more.'],
    ['an escaped reference, as the hint says', 'An element \\[a][b] of a matrix.'],
    ['a table at the limit', toTable(50, 100)],
    ['footnotes at the limit', toFootnotes(100, 100)],
    ['lists at the limit', toNestedList(12)],
    ['quotations at the limit', `${'>'.repeat(12)} a`],
    ['many lists and quotations after one another', '> a\n\n- b\n\nc\n\n'.repeat(20)],
    ['greater-than signs within a line', `a ${'> '.repeat(20)}b`],
    ['a long rule', `a\n\n${'- '.repeat(20)}\n\n${'* '.repeat(20)}\n\n${'*'.repeat(80)}`],
    ['much emphasis', '*a* **b** '.repeat(500)],
    ['brackets at the limit', '[]'.repeat(1000)],
  ])('accepts %s', (_, body) => {
    expect(checkMarkdown(body)).toEqual([]);
  });

  it('reports all problems at once', () => {
    const codes = checkMarkdown('# A\n\n<b>c</b>\n\n![](x.svg)\n\n- [d](e)\n\na[^1] b[^2]').map(({ code }) => code);
    expect(codes.toSorted()).toEqual([
      'heading-level',
      'missing-alt',
      'raw-html',
      'undefined-reference',
      'undefined-reference',
      'unsafe-image',
      'unsafe-link',
    ]);
  });

  it('says once that there are too many footnotes', () => {
    expect(checkMarkdown(toFootnotes(150, 150)).map(({ code }) => code)).toEqual(['too-many-footnotes']);
  });

  it.each(hostileMarkdown.map(({ markdown, codes }) => [markdown, codes] as const))(
    'refuses %j: %j',
    (markdown, codes) => {
      const found = new Set(checkMarkdown(markdown).map(({ code }) => code));
      // An invisible character is one more reason.
      for (const code of ['odd-character', 'forbidden-character'] as const) found.delete(code);
      expect([...found].toSorted()).toEqual(codes.toSorted());
    },
  );
});

describe('limits', () => {
  it.each([
    ['closing brackets', 'a]'.repeat(25_000), ['too-many-brackets']],
    ['openings of links', '[a]('.repeat(12_500), ['too-many-brackets']],
    ['openings of pictures', '!['.repeat(25_000), ['too-many-brackets']],
    ['quotations', '> '.repeat(25_000), ['nested-too-deep']],
    ['nested list items', `${'- '.repeat(10_000)}a`, ['nested-too-deep']],
    ['nested numbered items', `${'1. '.repeat(10_000)}a`, ['nested-too-deep']],
    ['quotations in lists', `${'- > '.repeat(10_000)}a`, ['nested-too-deep']],
    ['lists in quotations', `${'> - '.repeat(10_000)}a`, ['nested-too-deep']],
    ['nested emphasis', `${'*'.repeat(20_000)}a${'*'.repeat(20_000)}`, ['too-many-brackets']],
    ['nested emphasis with words between', `${'*a '.repeat(8_000)}b${' a*'.repeat(8_000)}`, ['too-many-brackets']],
    ['brackets in quotations', '> ]'.repeat(25_000), ['too-many-brackets']],
    ['both at once', `${'> '.repeat(100)}${'a]'.repeat(25_000)}`, ['too-many-brackets', 'nested-too-deep']],
  ])('refuses %s before remark sees them', (_, body, codes) => {
    const issues = checkBodyText({ file: 'articles/2024/11/flood.md', body, bodyLine: 10 });
    expect(issues.map(({ code }) => code)).toEqual(codes);
    expect(issues.every(({ line }) => line === 10)).toBe(true);
  });

  it('refuses emphasis in emphasis, thousands deep, with words between', () => {
    expect(hasErrors(checkMarkdown(`${'*a '.repeat(2_000)}b${' a*'.repeat(2_000)}`))).toBe(true);
  });

  it.each([
    ['openings of emphasis', '*a '.repeat(17_000), []],
    ['one run of backticks', '`'.repeat(50_000), ['empty-body']],
    ['ever longer runs of backticks', toBacktickRuns(310), []],
    ['backticks between words', '`a'.repeat(25_000), []],
    ['number signs', '#'.repeat(50_000), []],
    ['backslashes', '\\'.repeat(50_000), []],
    ['spaces', `${' '.repeat(50_000)}a`, []],
    ['openings of links, as many as there may be', '[a]('.repeat(1_000), []],
    ['bare addresses', 'http://a.b '.repeat(4_500), []],
    ['mail addresses without an end', 'a@'.repeat(25_000), []],
    ['openings of elements', '<a '.repeat(17_000), []],
    ['openings of comments', `Text ${'<!--'.repeat(12_500)}`, ['too-many-brackets']],
    ['nested footnotes', '[^a]: '.repeat(990), ['empty-body', 'lost-text', 'too-many-footnotes']],
    ['a table of 1,000 columns and 100 rows', toWideTable(1_000, 100), ['too-many-cells']],
    ['list items that go ever deeper', toNestedList(200), ['nested-too-deep']],
  ])('is soon done with %s', (_, body, codes) => {
    expect([...new Set(checkMarkdown(body).map(({ code }) => code))].toSorted()).toEqual(codes);
  });
});

describe('isLocalImage', () => {
  it.each([
    ['bridge.jpg', true],
    ['./bridge.jpg', true],
    ['maps/north.png', true],
    ['brücke.webp', true],
    ['橋.avif', true],
    ['a.b-c_d.jpeg', true],
    ['', false],
    ['.jpg', false],
    ['../secret.png', false],
    ['maps/../../secret.png', false],
    ['/bridge.jpg', false],
    ['//evil.example/x.png', false],
    ['https://evil.example/x.png', false],
    ['bridge.jpg\n', false],
    ['two words.png', false],
    ['a%2fb.png', false],
    ['a\\b.png', false],
    ['drawing.svg', false],
    ['bridge.jpg?x', false],
    ['page.html#x.png', false],
    ['bridge', false],
  ])('of %j is %j', (url, isLocal) => {
    expect(isLocalImage(url)).toBe(isLocal);
  });
});

function toTable(columns: number, rows: number): string {
  const row = `|${' a |'.repeat(columns)}\n`;
  return `${row}|${'---|'.repeat(columns)}\n${row.repeat(rows - 1)}`;
}

/** A table of empty cells, which is quick to read. */
function toWideTable(columns: number, rows: number): string {
  return `|${'|'.repeat(columns)}\n|${'-|'.repeat(columns)}\n${'|\n'.repeat(rows - 1)}`;
}

function toFootnotes(marks: number, notes: number): string {
  const lines = Array.from({ length: Math.max(marks, notes) }, (_, index) => index + 1);
  const paragraph = lines.slice(0, marks).map((number) => `[^${Math.min(number, notes)}]`);
  return `${paragraph.join('\n')}\n\n${lines
    .slice(0, notes)
    .map((number) => `[^${number}]: a\n`)
    .join('')}`;
}

function toNestedList(depth: number): string {
  return Array.from({ length: depth }, (_, index) => `${'  '.repeat(index)}- a`).join('\n');
}

function toBacktickRuns(count: number): string {
  return Array.from({ length: count }, (_, index) => '`'.repeat(index + 1)).join(' ');
}
