import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openBodyStore } from '../../../src/content/body-store.ts';

const body = (key: string) => ({ key, html: `<p>${key}</p>`, wordCount: key.length });

async function openStore() {
  const folder = await mkdtemp(path.join(tmpdir(), 'bodies-'));
  const file = path.join(folder, 'deep', 'bodies.sqlite');
  onTestFinished(() => rm(folder, { recursive: true }));
  return { file, store: openBodyStore(file) };
}

describe('the store of rendered texts', () => {
  it('gives the text that a file has now', async () => {
    const { store } = await openStore();
    store.add([body('one'), body('two')]);
    store.setCurrent(new Map([['a.md', 'two']]));
    expect(store.getCurrent('a.md')).toEqual(body('two'));
    expect(store.getCurrent('b.md')).toBeUndefined();
    store.close();
  });

  it('forgets texts that no file has any more', async () => {
    const { store } = await openStore();
    store.add([body('one'), body('two')]);
    store.setCurrent(new Map([['a.md', 'two']]));
    expect([store.has('one'), store.has('two')]).toEqual([false, true]);
    store.close();
  });

  it('shares a text between files, and keeps it for the next build', async () => {
    const { store, file } = await openStore();
    store.add([body('one')]);
    store.setCurrent(
      new Map([
        ['a.md', 'one'],
        ['b.md', 'one'],
      ]),
    );
    store.close();
    const again = openBodyStore(file);
    expect([again.getCurrent('a.md'), again.getCurrent('b.md')]).toEqual([body('one'), body('one')]);
    again.close();
  });

  it('is read while a build writes it', async () => {
    const { store, file } = await openStore();
    store.add([body('one')]);
    store.setCurrent(new Map([['a.md', 'one']]));
    const reader = openBodyStore(file);
    store.add([body('three')]);
    expect(reader.getCurrent('a.md')).toEqual(body('one'));
    reader.close();
    store.close();
  });
});
