import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readBuiltIndex } from '../../src/astro/dev-index.ts';
import { readPart } from '../../src/search/format/part.ts';
import { unpack } from '../../src/search/format/unpack.ts';
import { anyMark, hiddenStates, makeHiddenStory, toMark } from '../support/hidden-stories.ts';
import { getSiteDir } from '../support/sites.ts';
import { listFiles } from '../support/site-files.ts';

const dir = getSiteDir('hostile');

/** Reads everything in a file, including Pagefind's compressed files. */
async function readEverything(file: string): Promise<string> {
  const bytes = await readFile(path.join(dir, file));
  const isCompressed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (isCompressed ? gunzipSync(bytes) : bytes).toString('latin1');
}

/** Names of what a once public story was filed under: its authors, and everything it counted for. */
const names = 'author name bio storyline thread arc tale topic section scope group grouping beyond sphere'.split(' ');

/** Marks that may be visible: the address of a withdrawn story, and what once public stories counted for. */
const known = new Set([
  toMark('withdrawn', 'slug'),
  ...(['expired', 'withdrawn'] as const).flatMap((state) => names.map((field) => toMark(state, field))),
]);

function findLeaks(text: string): readonly string[] {
  return (text.match(anyMark) ?? []).filter((mark) => !known.has(mark.toLowerCase()));
}

describe('of stories that are not public', () => {
  it('every field has a mark that would be found', () => {
    for (const state of hiddenStates) {
      const found = new Set(JSON.stringify(makeHiddenStory(state)).match(anyMark));
      expect(found.size).toBe(state === 'withdrawn' ? 27 : 28);
    }
  });

  it('not one byte is in any file, nor in the name of one', async () => {
    const files = await listFiles(dir);
    expect(files.length).toBeGreaterThan(1_000);
    const leaks: string[] = [];
    const seen = new Set<string>();
    for (const file of files) {
      const text = `${file}\n${await readEverything(file)}`;
      for (const [mark] of text.matchAll(anyMark)) seen.add(mark.toLowerCase());
      leaks.push(...findLeaks(text).map((mark) => `${file}: ${mark}`));
    }
    expect(leaks).toEqual([]);
    // The search does find what is there.
    expect([...seen].sort()).toEqual([...known].sort());
  });

  it('no picture is published, under its name or another', async () => {
    const pictures = (await listFiles(dir)).filter((file) => /\.(?:avif|gif|jpe?g|png|webp)$/u.test(file));
    const own = /^(?:apple-touch-icon|icons\/[\w-]+|card)\.png$/u;
    const shown = pictures.filter((file) => !own.test(file));
    expect(shown.filter((file) => !/^(?:media|pictures)\/2024\/11\/x\.png(?:\/|$)/u.test(file))).toEqual([]);
    expect(shown.length).toBeGreaterThan(0);
  });

  it('no word is in the vocabulary of the search', async () => {
    const index = await readBuiltIndex(dir);
    const read = async (file: string) => unpack(new Uint8Array(await readFile(path.join(dir, 'pagefind', file))));
    const parts = await Promise.all((index?.parts ?? []).map(({ id }) => readPart(`${id}/`, read)));
    const words = await Promise.all(parts.flat().map(async (part) => [...(await part.readVocabulary())]));
    const vocabulary = words.flat().map(([word]) => word);
    expect(vocabulary.length).toBeGreaterThan(100);
    expect(vocabulary.filter((word) => /zq(?:draft|embargoed|expired|withdrawn)/u.test(word))).toEqual([]);
  });

  it('nothing is left beside the site', () => {
    expect(existsSync(`${dir}.next`)).toBe(false);
  });
});
