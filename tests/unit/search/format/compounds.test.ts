import { describe, expect, it } from 'vitest';
import { toCompound } from '../../../../src/search/format/compounds.ts';

describe('toCompound', () => {
  it.each([
    ['F-16', 'f16', ['16'], ['f', '16']],
    ['F`‑`16', 'f16', ['16'], ['f', '16']],
    ['AT&T', 'att', ['at'], ['at', 't']],
    ['well-known', 'wellknown', ['well', 'known'], ['well', 'known']],
    ['d’Ivoire', 'divoire', ['ivoire'], ['d', 'ivoire']],
    ['Łódź', 'lodz', [], []],
    ['U.S.', 'us', [], []],
    ['U.S.-led', 'usled', ['us', 'led'], ['us', 'led']],
    ['9/11', '9/11', ['11'], []],
    ['3–2', '3-2', [], []],
    ['2024-25', '2024-25', ['2024', '25'], []],
    ['1.5', '1.5', [], []],
    ['12,5%', '12.5', [], []],
    ['€1.5bn', '1.5bn', [], []],
    ['1,000', '1000', [], ['1', '000']],
    ['1.000,50', '1000.50', [], []],
    ['1,234,567', '1234567', [], ['1', '234', '567']],
    ['300,000-strong', '300000strong', ['300000', 'strong'], ['300000', 'strong']],
    ['1.9.3-p36', '1.9.3p36', ['1.9.3', 'p36'], ['1.9.3', 'p36']],
    ['(C++),', 'c++', ['c'], []],
    ['C#', 'c#', ['c'], []],
    ['“.NET”', '.net', ['net'], []],
    ['ASP.NET', 'aspnet', ['asp', 'net'], ['asp', 'net']],
    ['…and', 'and', [], []],
    ['—', '', [], []],
  ])('reads %s as %s', (word, whole, parts, pieces) => {
    expect(toCompound(word)).toEqual({ whole, parts, pieces });
  });
});
