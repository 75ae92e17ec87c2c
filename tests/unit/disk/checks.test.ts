import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readChecked, writeChecked } from '../../../src/disk/checked-file.ts';
import { formatChecked, parseChecked } from '../../../src/disk/checked-text.ts';
import { inMemory, isDamage, openCache, removeCache, toRowSum } from '../../../src/disk/database.ts';
import { isSealed, sealFolder } from '../../../src/disk/sealed-folder.ts';
import { openCardStore } from '../../../src/cards/card-store.ts';
import { makeFolder } from '../../support/make-folder.ts';
import { openPageStore } from '../../../src/content/store/page-store.ts';

describe('a checked file', () => {
  it('is read as it was written, and not at all if any of it was altered', async () => {
    const file = path.join(makeFolder(), 'a.avif');
    const content = Buffer.from('A picture');
    expect(await readChecked(file)).toBeUndefined();
    await writeChecked(file, content);
    expect(Buffer.from((await readChecked(file)) ?? [])).toEqual(content);
    const whole = readFileSync(file);
    for (let at = 0; at < whole.length; at += 1) {
      const altered = Buffer.from(whole);
      altered[at] = (altered[at] ?? 0) ^ 1;
      writeFileSync(file, altered);
      expect(await readChecked(file), `byte ${at}`).toBeUndefined();
      writeFileSync(file, whole.subarray(0, at));
      expect(await readChecked(file), `${at} bytes`).toBeUndefined();
    }
    writeFileSync(file, whole);
    renameSync(file, `${file}.other`);
    expect(await readChecked(`${file}.other`)).toBeUndefined();
  });

  it('is written in place of a folder', async () => {
    const file = path.join(makeFolder(), 'a.avif');
    mkdirSync(path.join(file, 'deep'), { recursive: true });
    expect(await readChecked(file)).toBeUndefined();
    await writeChecked(file, Buffer.from('A picture'));
    expect(Buffer.from((await readChecked(file)) ?? []).toString()).toBe('A picture');
  });
});

describe('a checked text', () => {
  it('returns its value, and nothing if any of it was altered', () => {
    const text = formatChecked({ a: [1, 'two'] });
    expect(parseChecked(text)).toEqual({ a: [1, 'two'] });
    for (const altered of ['', '\n', '{}', text.slice(0, -1), `${text} `, text.replace('two', 'six')])
      expect(parseChecked(altered), altered).toBeUndefined();
  });
});

describe('a sealed folder', () => {
  it.each<readonly [string, (folder: string) => void]>([
    ['a file is longer', (folder) => appendFileSync(path.join(folder, 'deep/b'), 'x')],
    ['a file is gone', (folder) => rmSync(path.join(folder, 'a'))],
    ['a file is new', (folder) => writeFileSync(path.join(folder, 'c'), '')],
    ['a file is a folder', (folder) => (rmSync(path.join(folder, 'a')), mkdirSync(path.join(folder, 'a')))],
    ['its seal is cut off', (folder) => truncateSync(`${folder}.seal`, 10)],
    ['it is gone', (folder) => rmSync(folder, { recursive: true })],
  ])('is whole until %s', async (_what, damage) => {
    const folder = path.join(makeFolder(), 'part');
    mkdirSync(path.join(folder, 'deep'), { recursive: true });
    writeFileSync(path.join(folder, 'a'), '1');
    writeFileSync(path.join(folder, 'deep/b'), '2');
    expect(await isSealed(folder)).toBe(false);
    await sealFolder(folder);
    expect(await isSealed(folder)).toBe(true);
    damage(folder);
    expect(await isSealed(folder)).toBe(false);
  });
});

describe('a database', () => {
  const layout = { tables: { thing: 'name TEXT PRIMARY KEY' }, program: '1' };

  it.each<readonly [string, (file: string) => void]>([
    [
      'is no database',
      (file) => writeFileSync(file, 'This is a text, and it is longer than the head of a database is. '.repeat(9)),
    ],
    ['is cut off', (file) => truncateSync(file, 5000)],
    ['is a folder', (file) => (rmSync(file), mkdirSync(file))],
    ['has a folder beside it', (file) => (rmSync(file), mkdirSync(`${file}-wal`))],
  ])('that %s is made anew, or says that it is damaged', (_what, damage) => {
    const file = path.join(makeFolder(), 'a.sqlite');
    const first = openCache(file, layout);
    first.transact(() => {
      const put = first.prepare('INSERT INTO thing VALUES (?)');
      for (let count = 0; count < 2000; count += 1) put.run(`thing ${count}`);
    });
    first.close();
    damage(file);
    const use = () => {
      const again = openCache(file, layout);
      try {
        return again.prepare('SELECT count(*) AS count FROM thing').get()?.['count'];
      } finally {
        again.close();
      }
    };
    const useAnew = () => {
      try {
        return use();
      } catch (error) {
        if (!isDamage(error)) throw error;
        removeCache(file);
        return use();
      }
    };
    expect(useAnew()).toBe(0);
  });

  it('can be kept nowhere', () => {
    const cache = openCache(inMemory, layout);
    expect(cache.prepare('SELECT * FROM thing').all()).toEqual([]);
    cache.close();
  });
});

describe('rows of a database', () => {
  it('go from the named tables unless they are to be kept', () => {
    const cache = openCache(inMemory, { tables: { a: 'name TEXT', b: 'name TEXT', c: 'name TEXT' } });
    for (const table of ['a', 'b', 'c']) cache.exec(`INSERT INTO ${table} VALUES ('one'), ('two'), ('three')`);
    cache.retainOnly(['a', 'b'], 'name', new Set(['two', 'four']));
    const list = (table: string) =>
      cache
        .prepare(`SELECT name FROM ${table}`)
        .all()
        .map(({ name }) => name);
    expect(['a', 'b', 'c'].map(list)).toEqual([['two'], ['two'], ['one', 'two', 'three']]);
    cache.close();
  });

  it.each([
    [
      ['ab', 'c'],
      ['a', 'bc'],
    ],
    [
      ['a', '1'],
      ['a', '2'],
    ],
    [
      ['a', Buffer.from('b')],
      ['a', Buffer.from('c')],
    ],
    [['a'], ['a', '']],
  ])('have another sum when they hold something else: %j, %j', (one, other) => {
    expect(toRowSum(...one)).not.toBe(toRowSum(...other));
    expect(toRowSum(...one)).toBe(toRowSum(...one));
  });
});

describe('rows that were altered', () => {
  const page = { file: 'pages/a.md', stat: '1', hash: 'h', reading: { issues: [] }, media: [] };
  const body = { tree: '[]', support: [], links: [{ url: '/', line: 1, column: 1 }], anchors: ['a'] };

  it.each([
    ['UPDATE page SET reading = \'{"issues":[1]}\'', () => undefined],
    ["UPDATE page SET hash = 'other'", () => undefined],
    ["UPDATE page SET media = '[1]'", () => undefined],
  ])('are not known: %s', (sql) => {
    const file = path.join(makeFolder(), 'pages.sqlite');
    const store = openPageStore(file, '1');
    store.put([{ ...page, body }]);
    expect(store.getKnown().size).toBe(1);
    const other = openCache(file, { tables: {} });
    other.exec(sql);
    other.close();
    expect(store.getKnown().size).toBe(0);
    store.close();
  });

  it('stop whoever asks for their text', () => {
    const file = path.join(makeFolder(), 'pages.sqlite');
    const store = openPageStore(file, '1');
    store.put([{ ...page, body }]);
    const other = openCache(file, { tables: {} });
    other.exec("UPDATE text SET tree = '[1]', anchors = '[]'");
    other.close();
    for (const ask of [() => store.getText(page.file), () => store.getLinks(), () => store.getAnchors(page.file)])
      expect(ask).toThrow('is not as it was written');
    store.close();
  });

  it('are drawn again where they are cards', () => {
    const file = path.join(makeFolder(), 'cards.sqlite');
    const store = openCardStore(file, '1');
    store.put([{ key: 'a', png: Buffer.from('png') }]);
    expect(store.get('a')).toEqual(new Uint8Array(Buffer.from('png')));
    const other = openCache(file, { tables: {} });
    other.exec("UPDATE card SET png = x'00'");
    other.close();
    expect(store.get('a')).toBeUndefined();
    store.close();
  });
});
