import { describe, expect, it } from 'vitest';
import { toPlainSigns } from '../../../../src/search/format/words.ts';
import { cutLike } from '../../../../src/search/indexing/cut-like.ts';

describe('cutLike', () => {
  it.each([
    ['脆弱性がある', ['脆弱', '性', 'が', 'ある '], ['脆弱', '性', 'が', 'ある']],
    ['ｶﾞｽ価格', ['ガス', '価格 '], ['ｶﾞｽ', '価格']],
    ['㍿日本', ['株式', '会社', '日本'], ['㍿', '', '日本']],
    ['ＮＡＴＯ', ['NATO '], ['ＮＡＴＯ']],
    ['…語', ['..', '.', '語'], ['…', '', '語']],
  ])('cuts %j where its converted form is cut', (text, pieces, expected) => {
    expect(cutLike(text, pieces, toPlainSigns)).toEqual(expected);
    expect(expected.join('')).toBe(text);
  });
});
