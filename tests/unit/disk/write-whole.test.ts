import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeWhole } from '../../../src/disk/write-whole.ts';
import { writeNewsroom } from '../../support/write-newsroom.ts';

describe('a file that is written whole', () => {
  it('may be written many times at once: one of the texts remains, and nothing else', async () => {
    const folder = path.join(await writeNewsroom(), 'cache');
    await mkdir(folder);
    const texts = Array.from({ length: 30 }, (_, index) => String(index).repeat(1000));
    await Promise.all(texts.map((text) => writeWhole(path.join(folder, 'state.json'), text)));
    expect(await readdir(folder)).toEqual(['state.json']);
    expect(texts).toContain(await readFile(path.join(folder, 'state.json'), 'utf8'));
  });

  it('leaves nothing behind when it cannot be written', async () => {
    const folder = path.join(await writeNewsroom(), 'cache');
    await mkdir(path.join(folder, 'taken'), { recursive: true });
    await expect(writeWhole(path.join(folder, 'taken'), 'text')).rejects.toThrow('EISDIR');
    expect(await readdir(folder)).toEqual(['taken']);
  });
});
