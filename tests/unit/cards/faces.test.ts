import { describe, expect, it } from 'vitest';
import { getLetters } from '../../../src/cards/faces.ts';
import { toRuns } from '../../../src/cards/text-runs.ts';

const { canWrite, measureText, shapeLine } = getLetters();

describe('the letters of cards', () => {
  it.each([
    ['English', 'News you can place: “a–b”, 50 %'],
    ['Turkish', 'Erdoğan İstanbul’da'],
    ['Vietnamese', 'Việt Nam và những người bạn'],
    ['Arabic', 'قمة إقليمية تناقش أمن المياه'],
  ])('can write %s', (_language, text) => {
    expect(canWrite(text)).toBe(true);
  });

  it.each([
    ['Chinese', '地区峰会讨论水安全'],
    ['Russian', 'Встреча в верхах'],
    ['Hindi', 'जल सुरक्षा'],
    ['an emoji', 'Goal ⚽'],
  ])('cannot write %s, and says so', (_language, text) => {
    expect(canWrite(text)).toBe(false);
  });

  it('joins Arabic letters: together they are other glyphs than alone', () => {
    const [alone] = shapeLine('ح', 'rtl').glyphs;
    const joined = shapeLine('ححح', 'rtl').glyphs;
    expect(joined).toHaveLength(3);
    expect(joined.slice(0, 2).map(({ letter }) => letter)).not.toContain(alone?.letter);
  });

  it('measures what it shapes, in ems', () => {
    expect(measureText('mm')).toBeCloseTo(2 * measureText('m'), 1);
    expect(measureText('The quick brown fox')).toBeGreaterThan(5);
    expect(measureText('')).toBe(0);
  });
});

const read = (line: string, base: 'ltr' | 'rtl') => toRuns(line, base).map(({ text }) => text.trim());

describe('runs of a line', () => {
  it('stand from left to right', () => {
    expect(read('قال BBC نعم', 'rtl')).toEqual(['نعم', 'BBC', 'قال']);
    expect(read('The word سلام means peace', 'ltr')).toEqual(['The word', 'سلام', 'means peace']);
  });

  it('keep a number within Arabic as it is read', () => {
    expect(read('عام 2024 انتهى', 'rtl')).toEqual(['انتهى', '2024', 'عام']);
  });
});
