import { describe, expect, it } from 'vitest';
import { TokenList } from '../../../../src/search/indexing/token-list.ts';

describe('TokenList', () => {
  it('splits texts at the white space of Unicode', () => {
    const list = new TokenList();
    const signs = Array.from({ length: 0x1_0000 }, (_, code) => String.fromCharCode(code));
    const numbers = list.add(0, signs.map((sign) => `a${sign}b`).join(' '));
    const texts = numbers.map((number) => list.tokens[number]?.text);
    const expected = signs.flatMap((sign) => `a${sign}b`.split(/\p{White_Space}+/u));
    expect(texts).toEqual(expected);
    expect(list.add(0, ' \u3000\n')).toEqual([]);
  });

  it('has one number for each token of a kind', () => {
    const list = new TokenList();
    expect(list.add(0, 'flood Flood flood')).toEqual([0, 1, 0]);
    expect(list.add(2, 'flood flood')).toEqual([2, 2]);
    expect(list.add(0, 'floo floods flood')).toEqual([3, 4, 0]);
    expect(list.tokens[2]).toEqual({ kind: 2, text: 'flood' });
  });

  it('finds all of many tokens again', () => {
    const list = new TokenList();
    const text = Array.from({ length: 40_000 }, (_, number) => `w${number}`).join(' ');
    const numbers = list.add(1, text);
    expect(new Set(numbers).size).toBe(40_000);
    expect(list.add(1, text)).toEqual(numbers);
  });
});
