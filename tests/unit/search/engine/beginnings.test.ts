import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openSearchEngine } from '../../../../src/search/engine/engine.ts';
import { idleState } from '../../../../src/search/engine/state.ts';
import { makeIndex } from '../../../support/make-index.ts';

const loaded = vi.hoisted(() => ({ lists: 0 }));
vi.mock('../../../../src/search/engine/known-words/en.ts', async (readOriginal) => {
  loaded.lists += 1;
  return readOriginal();
});

describe('a word that is only the beginning of others', () => {
  let index: Awaited<ReturnType<typeof makeIndex>>;
  beforeAll(async () => {
    index = await makeIndex([
      [
        { id: 'towns', html: '<p>In several towns the seven rivers rose. The president and his chairman watched.</p>' },
        { id: 'klima', lang: 'de', html: '<p>Die Regierung und die Region beraten auf dem Klimagipfel.</p>' },
      ],
    ]);
  });
  afterAll(() => rm(index.folder, { recursive: true }));

  const ask = async (q: string, isTyping = false) => {
    let [corrections, total]: [readonly object[], number] = [[], 0];
    for await (const answer of index.engine.search({ ...idleState, q }, false, isTyping))
      ({ corrections, total } = answer);
    return { corrections, total };
  };
  const offer = { typed: 'seve', meant: 'seven', isApplied: false };

  it('costs a reader neither the vocabulary nor the English words, unless another word has one letter more', async () => {
    const files: string[] = [];
    const engine = openSearchEngine([{ id: 'part-0', stories: 2 }], (file) => {
      files.push(file);
      return index.read(file);
    });
    for (const [q, lists] of [
      ['chair', 0],
      ['presid', 0],
      ['seve', 1],
    ] as const) {
      await Array.fromAsync(engine.search({ ...idleState, q }));
      expect(loaded.lists, q).toBe(lists);
    }
    expect(files.filter((file) => file.endsWith('.pf_words'))).toEqual([]);
  });

  it('finds them, and offers one with a letter more', async () => {
    expect(await ask('seve')).toEqual({ corrections: [offer], total: 1 });
    expect(await ask('seve towns')).toEqual({ corrections: [offer], total: 1 });
  });

  it('offers nothing while it is being typed', async () => {
    expect(await ask('seve', true)).toEqual({ corrections: [], total: 1 });
    expect((await ask('towns seve', true)).corrections).toEqual([]);
    expect((await ask('seve tow', true)).corrections).toEqual([offer]);
  });

  it.each([
    ['the language has', 'chair'],
    ['no other is near', 'presid'],
    ['its language has no list of words', 'regio'],
    ['it is a form of one that stories contain', 'rivers'],
  ])('offers nothing if %s', async (_why, q) => {
    expect(await ask(q)).toEqual({ corrections: [], total: 1 });
  });
});
