import { mkdtemp, mkdir, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { hashSources } from '../../../../src/press/plan/fingerprint.ts';

describe('the fingerprint of a program', async () => {
  const sources = ['src', 'public', 'package-lock.json'];
  const root = await mkdtemp(path.join(tmpdir(), 'fingerprint-'));
  await mkdir(path.join(root, 'src/news'), { recursive: true });
  await mkdir(path.join(root, 'public'));
  const write = (file: string, text: string) => writeFile(path.join(root, file), text);
  const hash = (place = root) => JSON.stringify([...hashSources(sources, place)]);
  await write('package-lock.json', '{}');
  await write('src/news/urls.ts', 'export {};');

  it('stays the same when a README is written or edited', async () => {
    const before = hash();
    for (const text of ['# News', '# News\n\nRules of a newspaper.']) {
      await write('src/news/README.md', text);
      expect(hash()).toBe(before);
    }
  });

  it('changes with the bytes and the name of a source', async () => {
    const before = hash();
    await write('src/news/urls.ts', 'export const a = 1;');
    const edited = hash();
    await rename(path.join(root, 'src/news/urls.ts'), path.join(root, 'src/news/paths.ts'));
    expect(new Set([before, edited, hash()]).size).toBe(3);
  });

  it('changes with a Markdown file that is published as it is', async () => {
    const before = hash();
    await write('public/README.md', '# For readers');
    expect(hash()).not.toBe(before);
  });

  it('does not depend on where the program is', async () => {
    const moved = `${root}-moved`;
    const before = hash();
    await rename(root, moved);
    expect(hash(moved)).toBe(before);
  });
});
