import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openKnownContent } from '../../../src/desk/known-content.ts';
import { makeFolder } from '../../support/make-folder.ts';

const story = 'articles/2024/11/flood.md';

function openNewsroom() {
  const folder = makeFolder();
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  write(story, 'one');
  write('topics.yaml', 'world:');
  const content = openKnownContent(folder);
  content.look();
  return { folder, write, ...content };
}

describe('the known files of a content folder', () => {
  it('lists the stories that were edited, and then knows them as they are', () => {
    const { write, listEdited, look } = openNewsroom();
    write(story, 'longer');
    expect(listEdited(new Set([story, 'articles/2024/11/.flood.md.swp', 'articles/2024/11/4913']))).toEqual([story]);
    expect(look()).toBe(false);
  });

  it.each([
    ['a new story', 'articles/2024/11/vote.md'],
    ['another file', 'topics.yaml'],
    ['a folder', 'articles/2024/11'],
    ['something without a name', ''],
  ])('does not take %s for an edit', (_what, name) => {
    const { write, listEdited } = openNewsroom();
    write('articles/2024/11/vote.md', 'new');
    expect(listEdited(new Set([story, name]))).toBeUndefined();
  });

  it.each([story, 'articles'])('does not take the end of %s for an edit', (name) => {
    const { folder, listEdited } = openNewsroom();
    rmSync(path.join(folder, name), { recursive: true });
    expect(listEdited(new Set([name]))).toBeUndefined();
  });

  it('finds what nobody has named, except the lists that builds write', () => {
    const { folder, write, look } = openNewsroom();
    expect(look()).toBe(false);
    write('addresses/2024-11.txt', '/2024/11/flood/');
    expect(look()).toBe(false);
    write(story, 'longer');
    expect(look()).toBe(true);
    rmSync(path.join(folder, story));
    expect(look()).toBe(true);
    expect(look()).toBe(false);
  });
});
