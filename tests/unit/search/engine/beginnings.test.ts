import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idleState } from '../../../../src/search/engine/state.ts';
import { makeIndex } from '../../../support/make-index.ts';

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

  it('finds them, and offers the nearest word', async () => {
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
