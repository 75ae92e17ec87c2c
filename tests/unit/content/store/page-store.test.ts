import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openPageStore, type KnownPage, type PageToStore } from '../../../../src/content/store/page-store.ts';

const page = {
  file: 'pages/a.md',
  stat: '1 2 3',
  hash: 'h',
  reading: { value: { title: 'A', summary: 'Of a.', textHash: 't' }, issues: [] },
  media: ['articles/2024/11/bridge.jpg'],
} satisfies PageToStore;
const known: KnownPage = { ...page, hasText: true };
const body = { tree: '["A"]', support: [0, -1] };
const outline = { links: [{ url: '/about/', line: 7, column: 3 }], anchors: ['s-a'] };
const rendered = { ...body, ...outline };

async function openStore() {
  const folder = await mkdtemp(path.join(tmpdir(), 'pages-'));
  const file = path.join(folder, 'deep', 'pages.sqlite');
  onTestFinished(() => rm(folder, { recursive: true }));
  return { file, store: openPageStore(file, 'program') };
}

describe('the store of what was read and rendered', () => {
  it('returns pages and texts as they were stored', async () => {
    const { store } = await openStore();
    store.put([{ ...page, body: rendered }]);
    expect(store.getLinks()).toEqual(new Map([[page.file, outline.links]]));
    expect([store.getAnchors(page.file), store.getAnchors('pages/b.md')]).toEqual([outline.anchors, undefined]);
    expect(store.getKnown()).toEqual(new Map([[page.file, known]]));
    expect(store.getText(page.file)).toEqual(body);
    expect(store.getText('pages/b.md')).toBeUndefined();
    store.close();
  });

  it('replaces a page, and its times alone', async () => {
    const { store } = await openStore();
    store.put([{ ...page, body: rendered }]);
    store.put([{ ...page, hash: 'new', body: { tree: '["B"]', support: [], links: [], anchors: [] } }]);
    store.putStats([{ file: page.file, stat: '4 5 6' }]);
    expect(store.getKnown().get(page.file)).toEqual({ ...known, hash: 'new', stat: '4 5 6' });
    expect(store.getText(page.file)?.tree).toBe('["B"]');
    expect([store.getLinks().size, store.getAnchors(page.file)]).toEqual([0, []]);
    store.close();
  });

  it('deletes files that are gone', async () => {
    const { store } = await openStore();
    store.put(['a', 'b'].map((name) => ({ ...page, file: `pages/${name}.md`, body: rendered })));
    store.retainOnly(new Set(['pages/b.md', 'pages/c.md']));
    expect([...store.getKnown().keys()]).toEqual(['pages/b.md']);
    expect([store.getText('pages/a.md'), store.getText('pages/b.md')]).toEqual([undefined, body]);
    store.close();
  });

  it('is there for the next build of the same program, and empty for another one', async () => {
    const { store, file } = await openStore();
    store.put([{ ...page, body: rendered }]);
    store.close();
    const same = openPageStore(file, 'program');
    const reader = openPageStore(file);
    expect([same.getText(page.file), reader.getText(page.file)]).toEqual([body, body]);
    const other = openPageStore(file, 'another program');
    expect([other.getKnown().size, other.getText(page.file)]).toEqual([0, undefined]);
    for (const open of [same, reader, other]) open.close();
  });

  it('takes over the file of an older program, whose tables were others', async () => {
    const { store, file } = await openStore();
    store.close();
    const old = new DatabaseSync(file);
    old.exec('DROP TABLE text; CREATE TABLE text (file TEXT PRIMARY KEY, html TEXT)');
    old.close();
    const newer = openPageStore(file, 'newer');
    newer.put([{ ...page, body: rendered }]);
    expect(newer.getText(page.file)).toEqual(body);
    newer.close();
  });
});
