import { describe, expect, it } from 'vitest';
import { getOpening } from '../../../../src/content/reading/opening.ts';

const sentence = 'The river rose above the bridge for the third time this year.';

describe('getOpening', () => {
  it('returns the first paragraph as plain text, without marks, links and line ends', () => {
    const text = `## Head\n\nThe *river* rose above [the bridge](/x/)\nfor the \`third\` time this year.\n\nMore.`;
    expect(getOpening(text)).toBe(sentence);
  });

  it('takes as many whole sentences as a summary may have', () => {
    const opening = getOpening(`${sentence} `.repeat(9)) ?? '';
    expect(opening).toBe(`${sentence} `.repeat(4).trim());
    expect(opening.length).toBeLessThanOrEqual(300);
  });

  it('cuts a sentence that is longer between words', () => {
    const opening = getOpening('word '.repeat(100)) ?? '';
    expect(opening).toMatch(/ word…$/u);
    expect(opening.length).toBeLessThanOrEqual(300);
  });

  it('returns nothing if there is too little', () => {
    for (const text of ['', 'Short.', '- a list', '![A picture](a.png)']) expect(getOpening(text)).toBeUndefined();
  });

  it.each([
    [
      'marks of footnotes',
      `The river rose[^1] above the bridge for the third time this year[^x]. [^2]\n\n[^1]: A.\n[^x]: B.\n[^2]: C.`,
    ],
    [
      'marks of footnotes behind a space',
      `The river rose above the bridge for the third time this year [^1].\n\n[^1]: A.`,
    ],
    ['struck-out words', `The river ~~sank~~ rose above the bridge for the third time this year.`],
    ['pictures', `![A bridge under water](a.png) The river rose above the bridge for the third time this year.`],
    [
      'addresses of links',
      `The [river](https://a.example/ "Title") rose above [the bridge][b] for the third time this year.\n\n[b]: /b/`,
    ],
    ['escapes', `The river rose above the bridge for the third time this year\\.`],
    ['hard line breaks', `The river rose above the bridge\\\nfor the third time this year.`],
  ])('leaves out %s', (_, text) => {
    expect(getOpening(text)).toBe(sentence);
  });

  it.each([
    ['a table', '| Place | Metres above the usual level |\n| --- | --- |\n| Goma | 4 |'],
    ['a list', '- The first of many things that happened on this day\n- The second'],
    ['a task list', '- [x] The first of many things that happened on this day'],
    ['a quotation', '> “We have never seen such a flood in all these years,” she said.'],
    [
      'a heading',
      '# What is known of the flood so far, and what is not\n\nAnother head, underlined as a heading is\n---',
    ],
    ['code', '```\nThe code of a program that is long enough for a summary\n```'],
    ['pictures', '![A bridge under water, with people on its railing](a.png)'],
    ['a definition of a footnote', '[^1]: The ministry said so in a letter of four pages to the mayor.'],
    ['a paragraph that is too short', 'GOMA, Friday'],
    ['a rule', '---'],
  ])('passes over %s before the first paragraph', (_, before) => {
    expect(getOpening(`${before}\n\n${sentence}`)).toBe(sentence);
  });

  it('knows the notes and links that a long text defines at its end', () => {
    const start = 'The river rose[^1] above [the bridge][b] for the third time this year.';
    expect(getOpening(`${start}\n\n${'Word. '.repeat(5000)}\n\n[^1]: A.\n[b]: /b/`)).toBe(sentence);
  });

  it('returns a text without spaces too', () => {
    const text = '川の水位が橋を越え、町の中心部が三度目の浸水被害を受けた。'.repeat(3);
    expect(getOpening(text)).toBe(text);
  });
});
