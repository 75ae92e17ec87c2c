import { describe, expect, it } from 'vitest';
import { fitHeadline, type HeadlineBox } from '../../../src/cards/break-lines.ts';

/** Measures every letter as half an em: 20 letters of 50 px take 500 px. */
const measure = (text: string) => [...text].length / 2;
const box: HeadlineBox = { width: 500, height: 300, maxLines: 5, sizes: [100, 50, 25], leading: 1 };

describe('fitting a headline', () => {
  it('takes the largest size in which it fits', () => {
    expect(fitHeadline('A short one', box, measure)).toEqual({ size: 100, lines: ['A short', 'one'] });
  });

  it('takes a smaller size when the lines would be too many', () => {
    const { size, lines } = fitHeadline('one two three four five six seven eight', box, measure);
    expect(size).toBe(50);
    expect(lines.length).toBeLessThanOrEqual(5);
  });

  it('makes the lines about as long as one another', () => {
    const lines = fitHeadline('aaaa bbbb cccc dddd eeee ffff', { ...box, sizes: [50] }, measure).lines;
    // Filled from the top, the second line would hold two words only.
    expect(lines).toEqual(['aaaa bbbb cccc', 'dddd eeee ffff']);
  });

  it('loses no letter, and no line is wider than the room', () => {
    const text = 'An unusually long headline-with-hyphens about Pneumonoultramicroscopicsilicovolcanoconiosis and more';
    const { size, lines } = fitHeadline(text, box, measure);
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    for (const line of lines) expect(measure(line) * size).toBeLessThanOrEqual(box.width);
  });

  it('cuts a word that is wider than the room in the smallest size, between letters with their marks', () => {
    const { size, lines } = fitHeadline('e\u0301'.repeat(60), box, measure);
    expect(size).toBe(25);
    expect(lines.every((line) => /^(?:e\u0301)+$/u.test(line))).toBe(true);
    expect(lines.join('')).toBe('e\u0301'.repeat(60));
  });

  it('cuts a headline that fits in no size, and marks the cut', () => {
    const { size, lines } = fitHeadline('word '.repeat(80), box, measure);
    expect(size).toBe(25);
    expect(lines).toHaveLength(5);
    expect(lines.at(-1)).toMatch(/[a-z]…$/u);
  });

  it('keeps words joined by a no-break space together', () => {
    const { lines } = fitHeadline('aaaaaaaa bb\u00a0cc', { ...box, sizes: [50], width: 300 }, measure);
    expect(lines).toEqual(['aaaaaaaa', 'bb\u00a0cc']);
  });
});
