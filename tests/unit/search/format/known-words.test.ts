import { readFile } from 'node:fs/promises';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readKnownWords } from '../../../../src/search/engine/known-words.ts';
import { openKnownWords, renderKnownWords } from '../../../../src/search/format/known-words.ts';
import { englishFile, renderEnglish } from '../../../tools/known-words.ts';

describe('a set of known words', () => {
  it('has every word that was put into it', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { maxLength: 200 }), (words) => {
        const has = openKnownWords(renderKnownWords(new Set(words)));
        expect(words.filter((word) => !has(word))).toEqual([]);
      }),
    );
  });

  it('takes fewer than one in two hundred other words for known, and ten bits for each of its own', () => {
    const [own, others] = ['own', 'other'].map((kind) => Array.from({ length: 5000 }, (_, at) => `${kind}${at}`));
    const text = renderKnownWords(new Set(own));
    const has = openKnownWords(text);
    expect(others?.filter(has).length).toBeLessThan(25);
    expect(text.length * 6).toBeLessThan(5000 * 10);
  });
});

describe('the English words', () => {
  it('are those of the dictionaries', async () => {
    expect(await readFile(englishFile, 'utf8')).toBe(await renderEnglish());
  });

  it('take at most 38 kB', async () => {
    expect((await readFile(englishFile, 'utf8')).length * (6 / 8)).toBeLessThan(38_000);
  });

  it('are read for an index and a page in English, and for no other language', async () => {
    const has = await readKnownWords('x-en');
    expect(['park', 'parks', 'treason', 'cafe', 'rolle', 'ceasfire'].map((word) => has?.(word))).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(await readKnownWords('de')).toBeUndefined();
  });
});
