import { close } from 'pagefind';
import { afterAll, describe, expect, it } from 'vitest';
import { Lexicon } from '../../../../src/search/indexing/lexicon.ts';
import { fieldKind, type Token } from '../../../../src/search/indexing/token-list.ts';

afterAll(() => close());

const toToken = (text: string, kind = 0): Token => ({ kind, text });

describe('Lexicon', () => {
  it('learns the words of tokens, with the terms under which Pagefind finds them', async () => {
    const lexicon = new Lexicon();
    const tokens = [toToken('Naïve'), toToken('arms-control,', 2), toToken('arms-control', fieldKind), toToken('—')];
    await lexicon.learn(new Map([['x-en', tokens]]));
    const [naive, heading, field, dash] = tokens.map((token) => lexicon.getWords('x-en', token));
    expect(naive).toEqual([{ text: 'Naïve', terms: [{ text: 'naive', weight: 24 }] }]);
    const sort = (words: typeof heading) => words?.[0]?.terms.toSorted((a, b) => (a.text < b.text ? -1 : 1));
    expect(sort(heading)).toEqual([
      { text: 'arms', weight: 72 },
      { text: 'armscontrol', weight: 144 },
      { text: 'control', weight: 72 },
    ]);
    expect(sort(field)?.map(({ text, weight }) => [text, weight])).toEqual([
      ['arms', 0],
      ['armscontrol', 0],
      ['control', 0],
    ]);
    expect(dash).toEqual([{ text: '—', terms: [] }]);
  });

  it('splits tokens of languages without spaces into words', async () => {
    const lexicon = new Lexicon();
    const tokens = [toToken('核兵器のない世界'), toToken('NATO'), toToken('東京', 1)];
    await lexicon.learn(new Map([['ja', tokens]]));
    const words = tokens.map((token) => lexicon.getWords('ja', token).map(({ text }) => text));
    expect(words[0]?.length).toBeGreaterThan(2);
    expect(words.map((own) => own.join(''))).toEqual(tokens.map(({ text }) => text));
  });

  it('asks about signs of every kind, and says under which words they are found', async () => {
    const lexicon = new Lexicon();
    const texts = ['\uFEFF', '´', '\u200D', '＿＿＿PAGEFIND_X', 'ﷺ', '１½', 'ﬁn', 'k\u00ADg'];
    await lexicon.learn(new Map([['x-en', texts.map((text) => toToken(text))]]));
    const found = texts.map((text) => lexicon.getWords('x-en', toToken(text)));
    expect(found.map((words) => words.map(({ text }) => text))).toEqual(texts.map((text) => [text]));
    const terms = found.map((words) => words[0]?.terms.map(({ text }) => text).sort());
    expect(terms).toEqual([[], [], [], ['__pagefind_x', 'pagefind'], ['صلياللهعليهوسلم'], ['112'], ['fin'], ['kg']]);
  });

  it('asks about every token once', async () => {
    const lexicon = new Lexicon();
    await lexicon.learn(new Map([['x-en', [toToken('flood')]]]));
    const [known] = lexicon.getWords('x-en', toToken('flood'));
    await lexicon.learn(new Map([['x-en', [toToken('flood'), toToken('water')]]]));
    expect(lexicon.getWords('x-en', toToken('flood'))[0]).toBe(known);
    expect(lexicon.getWords('x-en', toToken('water'))).toHaveLength(1);
    expect(lexicon.getWords('x-fr', toToken('water'))).toEqual([]);
  });
});
