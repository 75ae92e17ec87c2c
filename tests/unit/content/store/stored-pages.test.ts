import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openPageStore } from '../../../../src/content/store/page-store.ts';
import { readNewsroom, type ReadResult } from '../../../../src/content/reader.ts';
import { packTree } from '../../../../src/core/html-tree.ts';
import { createStoredPagesReader } from '../../../../src/content/store/stored-pages.ts';
import { createAddresses } from '../../../../src/news/urls.ts';
import { words } from '../../../support/render-markdown.ts';
import { makePixel } from '../../../support/make-picture.ts';
import { parseHtml } from '../../../support/parse-html.ts';
import { storyFile, toStory, writeNewsroom, type FileChange } from '../../../support/write-newsroom.ts';

/** A newsroom whose files are a day old, read again and again with one store. */
async function openNewsroom(changes: Readonly<Record<string, FileChange>> = {}) {
  const contentDir = await writeNewsroom(changes);
  const at = (file: string) => path.join(contentDir, file);
  const store = openPageStore(path.join(await tmpFolder(), 'pages.sqlite'), 'program');
  const read = { contentDir, timeZone: 'UTC', language: 'en' };
  const makeOld = (file: string) => utimes(at(file), new Date('2024-01-01'), new Date('2024-01-01'));
  return {
    store,
    at,
    makeOld,
    /** Reads the newsroom, and returns how many files had to be read. */
    async read(hasTexts = true): Promise<ReadResult & { readonly count: number }> {
      let count = 0;
      const readPages = createStoredPagesReader({
        store,
        task: { read, body: { contentDir, addresses: createAddresses('https://host.example/'), words } },
        worker: new URL('file:///none'),
        threads: 1,
        hasTexts,
        onProgress: (_done, total) => (count = total),
      });
      return { ...(await readNewsroom(read, readPages)), count };
    },
  };
}

async function tmpFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'stored-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
const getTitle = ({ newsroom }: ReadResult) => newsroom.articles[0]?.title;

describe('reading with a store', () => {
  it('reads as without one, and renders', async () => {
    const { read, store } = await openNewsroom({ [storyFile]: toStory({}, 'The *river* rose.') });
    const result = await read();
    expect(result.issues).toEqual([]);
    expect(result.newsroom.articles).toMatchObject([{ file: storyFile, wordCount: 3 }]);
    expect(store.getText(storyFile)).toEqual({
      tree: packTree(parseHtml('<p>The <em>river</em> rose.</p>')),
      support: [],
    });
  });

  it('does not read again what has not changed', async () => {
    const { read, makeOld } = await openNewsroom();
    await Promise.all([storyFile, 'pages/about.md'].map(makeOld));
    const first = await read();
    const second = await read();
    expect([first.count > 0, second.count]).toEqual([true, 0]);
    expect(second.newsroom).toEqual(first.newsroom);
  });

  it('reads what has changed, however quickly', async () => {
    const { read, at } = await openNewsroom();
    await read();
    await writeFile(at(storyFile), toStory({ title: 'Another title' }));
    expect(getTitle(await read())).toBe('Another title');
  });

  it('sees a change that keeps size and time of writing', async () => {
    const { read, at, makeOld } = await openNewsroom({ [storyFile]: toStory({ title: 'Title one' }) });
    await makeOld(storyFile);
    await read();
    await writeFile(at(storyFile), toStory({ title: 'Title two' }));
    await makeOld(storyFile);
    expect(getTitle(await read())).toBe('Title two');
  });

  it('knows a file again by its content when only its times differ', async () => {
    const { read, makeOld, store } = await openNewsroom();
    await read();
    const before = store.getKnown().get(storyFile);
    await makeOld(storyFile);
    await read();
    const after = store.getKnown().get(storyFile);
    expect(after?.stat).not.toBe(before?.stat);
    expect({ ...after, stat: '' }).toEqual({ ...before, stat: '' });
  });

  it('reports errors every time and stores nothing that has one', async () => {
    const { read, store } = await openNewsroom({ [storyFile]: toStory({}, '<hr>') });
    const first = await read();
    expect(first.issues.map(({ code }) => code)).toEqual(['raw-html']);
    expect((await read()).issues).toEqual(first.issues);
    expect(store.getText(storyFile)).toBeUndefined();
  });

  it('reports a picture that is gone though its story has not changed', async () => {
    const bridge = 'articles/2024/11/bridge.jpg';
    const { read, at, makeOld } = await openNewsroom({
      [storyFile]: toStory({}, '![A bridge](bridge.jpg "The bridge | Ana Pop")'),
      [bridge]: makePixel(),
    });
    await makeOld(storyFile);
    expect((await read()).issues).toEqual([]);
    await rm(at(bridge));
    expect((await read()).issues.map(({ code }) => code)).toEqual(['missing-image']);
  });

  it('stores no text of a withdrawn story, and deletes what was deleted', async () => {
    const { read, store, at } = await openNewsroom({ [storyFile]: toStory({}, 'Secret.') });
    await read();
    expect(store.getText(storyFile)?.tree).toContain('Secret');
    await writeFile(at(storyFile), toStory({ withdrawn: '{ date: 2024-11-14, reason: It was wrong. }' }, 'Secret.'));
    await read();
    expect(store.getText(storyFile)?.tree).toBe('[]');
    await rm(at(storyFile));
    await read();
    expect(store.getText(storyFile)).toBeUndefined();
  });
});
