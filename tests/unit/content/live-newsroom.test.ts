import { mkdtemp, cp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { followNewsroom, shareNewsroom } from '../../../src/content/live-newsroom.ts';
import { emptyNewsroom } from '../../../src/news/newsroom.ts';

const file = 'articles/2024/11/everything-at-once.md';
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'live-'));
  // A file that was just written is read again, because its times prove nothing yet.
  await cp('tests/fixtures/hard-cases', folder, { recursive: true, preserveTimestamps: true });
});
afterAll(() => rm(folder, { recursive: true }));

/** Writes a file as it would have been written some time ago. */
async function write(text: string, minutesAgo: number): Promise<void> {
  await writeFile(path.join(folder, file), text);
  const time = Date.now() / 1000 - minutesAgo * 60;
  await utimes(path.join(folder, file), time, time);
}

describe('a newsroom that is followed', () => {
  it('shows its last version without errors, and the errors of the newer one', async () => {
    const good = await readFile(path.join(folder, file), 'utf8');
    shareNewsroom({ newsroom: emptyNewsroom, issues: [] });
    const read = followNewsroom({ contentDir: folder, timeZone: 'UTC', language: 'en' });
    const first = await read();
    expect(first.issues).toEqual([]);
    shareNewsroom(first);

    await write(good.replace('topic: ', 'topic: no-such-'), 3);
    const second = await read();
    expect(second.newsroom).toBe(first.newsroom);
    expect(second.issues).toContainEqual(expect.objectContaining({ file, severity: 'error' }));
    shareNewsroom(second);

    await write(good.replace(/^title: .*$/mu, 'title: Right again'), 2);
    const third = await read();
    expect(third.issues).toEqual([]);
    expect(third.newsroom.articles.find((article) => article.file === file)?.title).toBe('Right again');
    // Files that are as they were are not read again: their values are the very same objects.
    const others = first.newsroom.articles.filter((article) => article.file !== file);
    expect(others.length).toBeGreaterThan(5);
    const again = third.newsroom.articles.filter((article) => article.file !== file);
    expect(again).toEqual(others);
    expect(again.filter(({ regions }, index) => regions !== others[index]?.regions)).toEqual([]);
  });
});
