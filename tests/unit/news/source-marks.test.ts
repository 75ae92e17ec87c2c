import { describe, expect, it } from 'vitest';
import { findSource, splitMarks } from '../../../src/news/source-marks.ts';

describe('splitMarks', () => {
  it.each([
    ['Rain fell.', 'Rain fell.', []],
    ['Rain fell.[@1][@met-office]', 'Rain fell.', ['1', 'met-office']],
    ['Rain fell [@1]. It froze. [@2]', 'Rain fell. It froze.', ['1', '2']],
    ['سقط المطر.[@أنباء]', 'سقط المطر.', ['أنباء']],
    ['As written: \\[@2].', 'As written: [@2].', []],
    ['[@user](https://a.example) wrote', '[@user](https://a.example) wrote', []],
    ['[@a b] [@] [@a_b] a@b.example [a@b]', '[@a b] [@] [@a_b] a@b.example [a@b]', []],
  ])('takes the marks out of %j', (written, text, marks) => {
    expect(splitMarks(written)).toEqual({ text, marks });
  });
});

describe('findSource', () => {
  const sources = [{ id: 'met' }, {}, { id: 'caf\u00e9' }];

  it.each([
    ['1', 0],
    ['met', 0],
    ['2', 1],
    ['cafe\u0301', 2],
    ['4', -1],
    ['0', -1],
    ['Met', -1],
  ])('finds the source of the mark %j', (mark, index) => {
    expect(findSource(sources, mark)).toBe(index);
  });
});
