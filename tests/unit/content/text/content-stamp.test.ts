import { mkdir, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { lookAtContent, toContentStamp } from '../../../../src/content/text/content-stamp.ts';
import { makeFolder } from '../../../support/make-folder.ts';

let folder = '';
const at = (file: string) => path.join(folder, file);
const longAgo = new Date('2024-11-13T12:00Z');

const stampOf = (contentDir: string) => toContentStamp(lookAtContent(contentDir));

/** Writes a file that its times say is old. */
async function write(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(at(file)), { recursive: true });
  await writeFile(at(file), text);
  await utimes(at(file), longAgo, longAgo);
}

beforeEach(async () => {
  folder = await makeFolder();
  await write('articles/2024/11/flood.md', 'The river rose.');
  await write('topics.yaml', 'world: {title: World}');
});

describe('the stamp of a content folder', () => {
  it('stays the same while nothing changes', () => {
    expect(stampOf(folder)).toMatch(/^[\w-]{43}$/u);
    expect(stampOf(folder)).toBe(stampOf(folder));
  });

  it.each<[string, () => Promise<void>]>([
    ['a new file', () => write('articles/2024/12/drought.md', '')],
    ['another length', () => write('articles/2024/11/flood.md', 'The river fell again.')],
    ['other words of the same length and time', () => write('articles/2024/11/flood.md', 'The river fell.')],
    ['another name', () => rename(at('articles/2024/11/flood.md'), at('articles/2024/11/floods.md'))],
    ['another folder', () => rename(at('articles/2024/11'), at('articles/2024/12'))],
    ['a deleted file', () => rm(at('topics.yaml'))],
    ['a symbolic link', () => symlink('flood.md', at('articles/2024/11/rain.md'))],
  ])('changes with %s', async (_name, change) => {
    const before = stampOf(folder);
    await change();
    expect(stampOf(folder)).not.toBe(before);
    expect(stampOf(folder)).not.toBe('');
  });

  it('ignores what is not content', async () => {
    const before = stampOf(folder);
    await write('.git/index', 'a');
    await write('articles/2024/11/.flood.md.swp', 'b');
    await write('README.md', 'c');
    expect(stampOf(folder)).toBe(before);
  });

  it('is empty while a file is so recent that it may change within the same tick of the clock', async () => {
    await writeFile(at('articles/2024/11/flood.md'), 'The river rose.');
    expect(stampOf(folder)).toBe('');
  });

  it.each([
    [true, 'whole seconds', 0],
    [false, 'finer times', 0.0001],
  ])('is empty (%s) a second after a change, on a disk with %s', async (isEmpty, _clock, fraction) => {
    const changed = Math.floor(Date.now() / 1000) - 1 + fraction;
    await utimes(at('topics.yaml'), changed, changed);
    expect(stampOf(folder) === '').toBe(isEmpty);
  });

  it('is empty for a folder that cannot be read', () => {
    expect(stampOf(at('no-such-folder'))).toBe('');
  });
});
