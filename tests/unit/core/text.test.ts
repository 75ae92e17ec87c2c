import { describe, expect, it } from 'vitest';
import {
  countWords,
  findForbiddenCharacter,
  foldSpace,
  formatCount,
  removeForbiddenCharacters,
  toSlug,
} from '../../../src/core/text.ts';

describe('toSlug', () => {
  it.each([
    ['US & allies: what now?', 'us-allies-what-now'],
    ['Côte d’Ivoire', 'cote-divoire'],
    ["Côte d'Ivoire", 'cote-divoire'],
    ['U.S. troops', 'us-troops'],
    ['  --Already - there--  ', 'already-there'],
    ['snake_case/and\\slashes', 'snake-case-and-slashes'],
    ['COP29', 'cop29'],
    ['', ''],
    ['?!…—', ''],
    ['🙂', ''],
  ])('makes of %j the address part %j', (words, slug) => {
    expect(toSlug(words)).toBe(slug);
  });

  it.each([
    ['Việt Nam', 'viet-nam'],
    ['DİYARBAKIR', 'diyarbakir'],
    ['Łódź', 'łodz'],
    ['København', 'københavn'],
    ['Ελλάδα', 'ελλάδα'],
    ['ΣΟΦΟΣ', 'σοφος'],
    ['Йод', 'йод'],
    ['हिन्दी समाचार', 'हिन्दी-समाचार'],
    ['العَرَبِيَّة أخبار', 'العَرَبِيَّة-أخبار'],
    ['日本 ニュース', '日本-ニュース'],
    ['한국', '한국'],
  ])('keeps the letters of every script, only Latin ones without marks: %s', (words, slug) => {
    expect(toSlug(words)).toBe(slug);
    expect(toSlug(words.normalize('NFD'))).toBe(slug);
  });

  it('has for every character a slug that is its own slug and nothing but letters, marks, digits and single hyphens', () => {
    const failures: string[] = [];
    for (let code = 0; code < 0x20000; code += 1) {
      const slug = toSlug(`a${String.fromCodePoint(code)}b ${String.fromCodePoint(code)}`);
      const isClean = /^[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*$/u.test(slug);
      if (!isClean || toSlug(slug) !== slug || slug !== slug.normalize('NFC')) failures.push(`U+${code.toString(16)}`);
    }
    expect(failures).toEqual([]);
  });
});

describe('formatCount', () => {
  it.each([
    [0, '0 stories'],
    [1, '1 story'],
    [2, '2 stories'],
  ])('writes %i', (count, expected) => {
    expect(formatCount(count, 'story', 'stories')).toBe(expected);
  });
});

describe('foldSpace', () => {
  it.each([
    ['', ''],
    [' \n\t ', ''],
    [' two\r\n  lines ', 'two lines'],
    ['no\u00A0break\u3000wide\u2028line', 'no break wide line'],
    ['one', 'one'],
  ])('folds %j to %j', (text, expected) => {
    expect(foldSpace(text)).toBe(expected);
  });
});

describe('findForbiddenCharacter', () => {
  it.each([
    ['the null', '\u0000', 'U+0000'],
    ['a control', '\u0008', 'U+0008'],
    ['a vertical tab', '\u000B', 'U+000B'],
    ['an escape', '\u001B', 'U+001B'],
    ['delete', '\u007F', 'U+007F'],
    ['a C1 control', '\u0085', 'U+0085'],
    ['the right-to-left override', '\u202E', 'U+202E'],
    ['the first embedding', '\u202A', 'U+202A'],
    ['an isolate', '\u2066', 'U+2066'],
    ['the end of isolates', '\u2069', 'U+2069'],
    ['the byte order mark', '\uFEFF', 'U+FEFF'],
    ['the replacement character', '\uFFFD', 'U+FFFD'],
    ['a noncharacter', '\uFFFF', 'U+FFFF'],
    ['a high surrogate alone', '\uD83D', 'U+D83D'],
    ['a low surrogate alone', '\uDE42', 'U+DE42'],
    ['a pair the wrong way round', '\uDE42\uD83D', 'U+DE42'],
  ])('finds %s', (_, character, name) => {
    expect(findForbiddenCharacter(`a${character}b`)).toBe(name);
    expect(findForbiddenCharacter(character)).toBe(name);
  });

  it('names the first of several', () => {
    expect(findForbiddenCharacter('fine \u202E\u0000')).toBe('U+202E');
  });

  it.each([
    ['nothing', ''],
    ['tabs and line ends', 'a\tb\r\nc'],
    ['right-to-left text with its marks', '\u200Fשלום\u200E \u061Cمرحبا'],
    ['a joined emoji', '👩‍🚀'],
    ['the neighbours of the ranges', ' ~\u00A0\u2029\u202F\u2065\u206A\uFEFE\uFFFC'],
  ])('passes %s', (_, text) => {
    expect(findForbiddenCharacter(text)).toBeUndefined();
    expect(removeForbiddenCharacters(text)).toBe(text);
  });
});

describe('removeForbiddenCharacters', () => {
  it('removes every one of them and nothing else', () => {
    expect(removeForbiddenCharacters('\uFEFFa\u0000\u0000b\u202Ec\uFFFF\n')).toBe('abc\n');
  });

  it('takes out unpaired surrogates without touching the pairs beside them or making new ones', () => {
    expect(removeForbiddenCharacters('\uD83D\uD83D\uDE42\uDE42')).toBe('🙂');
    expect(removeForbiddenCharacters('\uD83D\u0000\uDE42')).toBe('');
  });
});

describe('countWords', () => {
  it.each([
    ['', 0],
    [' \n ', 0],
    ['one', 1],
    ['two\nwords', 2],
    ['  three — words  ', 3],
    ['right\u00A0apart', 2],
    ['河水上涨，淹没了村庄。', 6],
    ['川が増水した。WHO は警告した。', 7],
    ['แม่น้ำสูงขึ้น', 3],
  ])('counts in %j %i words', (text, count) => {
    expect(countWords(text)).toBe(count);
  });
});
