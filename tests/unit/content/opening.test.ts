import { describe, expect, it } from 'vitest';
import { getOpening } from '../../../src/content/opening.ts';

const sentence = 'The river rose above the bridge for the third time this year.';

describe('getOpening', () => {
  it('gives the first paragraph as plain text, without marks, links and line ends', () => {
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

  it('gives nothing where there is too little', () => {
    for (const text of ['', 'Short.', '- a list', '![A picture](a.png)']) expect(getOpening(text)).toBeUndefined();
  });

  it('gives a text without spaces too', () => {
    const text = '川の水位が橋を越え、町の中心部が三度目の浸水被害を受けた。'.repeat(3);
    expect(getOpening(text)).toBe(text);
  });
});
