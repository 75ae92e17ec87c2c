import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { close } from 'pagefind';
import { afterAll, describe, expect, it } from 'vitest';
import { Lexicon } from '../../../../src/search/indexing/lexicon.ts';
import { keepLexicon, recallLexicon } from '../../../../src/search/indexing/stored-lexicon.ts';
import { fieldKind, type Token } from '../../../../src/search/indexing/token-list.ts';
import { makeFolder } from '../../../support/make-folder.ts';

afterAll(() => close());

const tokens: readonly Token[] = [
  { kind: 0, text: 'Naïve' },
  { kind: 2, text: 'arms-control,' },
  { kind: fieldKind, text: 'flood' },
];

async function keep(): Promise<{ readonly file: string; readonly lexicon: Lexicon }> {
  const lexicon = new Lexicon();
  await lexicon.learn(new Map([['x-en', [{ kind: 0, text: 'before' }]]]));
  await lexicon.learn(new Map([['x-en', tokens]]));
  const file = path.join(makeFolder(), 'lexicon');
  await keepLexicon(file, lexicon);
  return { file, lexicon };
}

describe('stored lexicon', () => {
  it('knows what was learnt last, and nothing from before', async () => {
    const { file, lexicon } = await keep();
    const recalled = new Lexicon();
    await recallLexicon(file, recalled);
    const getWords = (from: Lexicon) => tokens.map((token) => from.getWords('x-en', token));
    expect(getWords(recalled)).toEqual(getWords(lexicon));
    expect(getWords(recalled).flat()).toHaveLength(tokens.length);
    expect(recalled.getWords('x-en', { kind: 0, text: 'before' })).toEqual([]);
  });

  it('is not used when it is damaged or missing', async () => {
    const { file } = await keep();
    await writeFile(file, (await readFile(file)).fill(0, 40, 41));
    const recalled = new Lexicon();
    await recallLexicon(file, recalled);
    await recallLexicon(`${file}-of-others`, recalled);
    expect(recalled.getWords('x-en', { kind: 0, text: 'Naïve' })).toEqual([]);
  });
});
