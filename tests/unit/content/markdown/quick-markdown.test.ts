import * as fc from 'fast-check';
import type { Root } from 'mdast';
import { remark } from 'remark';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../../src/content/markdown/parse-markdown.ts';
import { parsePlainBlocksApart } from '../../../../src/content/markdown/plain-blocks.ts';
import { remarkBareAddresses } from '../../../../src/content/markdown/remark-bare-addresses.ts';

/** All extensions at once, on the whole text. */
const full = remark().use(remarkGfm, { singleTilde: false }).use(remarkBareAddresses).freeze();
const fullForCjk = full().use(remarkCjkFriendly).use(remarkCjkFriendlyStrikethrough, { singleTilde: false }).freeze();

/** Splits lines into their pieces, which two spaces separate. */
const split = (...lines: readonly string[]) => lines.flatMap((line) => line.split('  '));

const plain = split('Rain fell  on 2,000 streets  “all night”  (so far)  "Yes"  2024  a | b  x!  é');
const marks = split(
  '*a*  **b**  _c_  d_e  ~~f~~  5~10  `g`  ``  \\*  \\[  &amp;  &  <b>  </b>  !  a\\  \u00a0  \u2028  \t  😀',
  '[h](https://a.example/b)  [i](</c d> "t")  [www.a.example](/x)  [ref]  [ref][]  [^1]  [ ]  [x]  [  ]  ![',
  '![j](k.png)  ![www.a.example](k.png)  ](  ](https://x.y  <https://a.example>  <me@a.example>  me@a.example',
  'https://a.example/b  HTTP://A.B  www.a.example/x)  mailto:me@a.example  https:\\//a.b.c  htt&#112;://a.b',
  'xmpp:a@b.de  https://a.example/b。',
);
/** Links and emphasis, most of them plain. */
const phrases = split(
  '*all night*  **So far:**  _here_  __2024__  *“Yes”*  *é*.  (*so*)  *a*!  *a*b  *a*、  **“a”**,  *a***b**  *😀*  *a*😀',
  '[Rain](/2024/11/rain/)  [in *Rain*](/a/)  [“Yes”](https://a.example/b?c#d),  [a!](b.pdf)!  ![a](b.png)  [ a](/b)',
  '[a b](/c_d)  *[a](/b)*  [a]( /b)  [a](/b)_c_  [2024](/2024/)*b*  [www.a.example](/b)  [^1](/b)  [Rain](<b>)  [a](b%20c)',
);
const cjk = split('日本語  「はい」  **「はい」**です  중국  ～  ＊');
const starts = [
  ...split('#  |---|  ---  ===  ***  ```  ~~~  <div>  <!--  -->  <pre>  </pre>  -\n  \ufeff  \0  \t'),
  ...'# ,## ,- ,* ,1. ,2) ,> ,- [ ] ,> - ,[^1]: ,[ref]: ,    '.split(','),
];
const gaps = ['\n', '\n\n', '\n\n', '\n\n', '\n\n\n', '\n \n', '\r\n', '\n\t\n'];

/** Texts of up to nine lines of these words, most of them plain. None has a `%`, of which addresses get data of ours. */
function texts(words: readonly string[]): fc.Arbitrary<string> {
  const phrase = fc.oneof(fc.constantFrom(...plain), fc.constantFrom(...phrases));
  const word = fc.oneof(fc.constantFrom(...plain), fc.constantFrom(...words));
  const marked = fc
    .tuple(fc.constantFrom('', ...starts), fc.array(word, { maxLength: 5 }), fc.constantFrom(' ', ''))
    .map(([start, found, space]) => start + found.join(space));
  const prose = fc
    .tuple(
      fc.constantFrom('', '', '', '## ', '#### ', '- ', '- ', '1. ', '2) '),
      fc.array(phrase, { minLength: 1, maxLength: 4 }),
    )
    .map(([start, found]) => start + found.join(' '));
  const line = fc.tuple(
    fc.oneof(marked, prose),
    fc.constantFrom('', '', '', ' ', '  ', ' #'),
    fc.constantFrom(...gaps),
  );
  return fc.array(line, { minLength: 1, maxLength: 9 }).map((lines) => lines.flat().join('').trimEnd());
}

/** Parses a text with a whole chain, whose development build fails on `-\n[x] a`: such texts are left out. */
function parseWhole(chain: typeof full, text: string): Root {
  try {
    return chain.parse(text);
  } catch {
    fc.pre(false);
  }
}

describe('a text is parsed with few extensions and without its plain blocks', () => {
  it('into the tree, with the positions, that the whole chain gives', () => {
    const property = fc.property(texts(marks), (text) => {
      const whole = parseWhole(full, text);
      expect(parseMarkdown(text)).toEqual(whole);
    });
    fc.assert(property, { numRuns: 1_500, seed: 1 });
  });

  it('in Chinese, Japanese and Korean as well', () => {
    const ends = fc.constantFrom('日本', '*日本*');
    const property = fc.property(texts([...marks, ...cjk]), ends, (start, end) => {
      const text = `${start}\n\n${end}`;
      const whole = parseWhole(fullForCjk, text);
      expect(parseMarkdown(text)).toEqual(whole);
    });
    fc.assert(property, { numRuns: 500, seed: 1 });
  });
});

/** Returns the part of a text that micromark parses. */
function getRest(markdown: string): string {
  let rest = '';
  parsePlainBlocksApart(markdown, (text) => {
    rest = text;
    return full.parse(text);
  });
  return rest;
}

describe('micromark does not see', () => {
  it.each([
    ['a paragraph', 'Rain fell.', ''],
    ['a paragraph of several lines', 'Rain fell\non the town.', ''],
    ['a heading', '## The town', ''],
    ['a text of such blocks', '## The town\n\nRain fell.\n\n\nIt stopped.\n', ''],
    ['a paragraph with a link', 'Rain [fell](/2024/11/rain/).', ''],
    ['a paragraph with emphasis', '*Rain* fell **all night**,\n_hard_.', ''],
    ['a list', '- Rain\n- *Snow*', ''],
    ['a numbered list', 'Rain\n\n2. Rain\n3. Snow\n\nSnow', ''],
    ['all that follow one another', '| Rain |\n\n## The town\n\nIt\nstopped.\n', '| Rain |\n\nx\n\n\n\n'],
    ['those between others', 'Rain `fell`.\n\nIt stopped.\n\n> It began.', 'Rain `fell`.\n\nx\n\n> It began.'],
    ['those after a list', '- `Rain`\n\nfell', '- `Rain`\n\nx'],
  ])('%s', (_, markdown, rest) => {
    expect(getRest(markdown)).toBe(rest);
  });

  it.each([
    ['a paragraph with another mark', 'Rain `fell`.'],
    ['a paragraph with an address', 'See www.a.example or https://a.example'],
    ['a paragraph with a link by reference', 'Rain [fell].'],
    ['a link with a title', 'Rain [fell](/rain/ "Rain").'],
    ['a picture', '![Rain](rain.jpg)'],
    ['emphasis within a word', 'R*ai*n fell.'],
    ['emphasis within emphasis', '*Rain **fell***.'],
    ['a list with two marks', '- Rain\n* Snow'],
    ['a list of two levels', '- Rain\n  - Snow'],
    ['a list of tasks', '- [ ] Rain'],
    ['a list that goes on across an empty line', '- Rain\n\n- Snow'],
    ['a list with an indented paragraph', '- Rain\n\n  fell'],
    ['a heading with an underline', 'Rain\n===='],
    ['a heading with marks at its end', '## Rain ##'],
    ['a heading right above a paragraph', '## Rain\nIt fell.'],
    ['a table', 'a | b\n--|--'],
    ['a paragraph with a hard line break', 'Rain  \nfell'],
    ['a text with code', '```\nRain\n\nfell\n\n```'],
    ['a text with a comment', '<!--\n\nRain\n\n-->'],
    ['a text with foreign line ends', 'Rain\r\n\r\nfell'],
  ])('but all of %s', (_, markdown) => {
    expect(getRest(markdown)).toBe(markdown);
  });
});
