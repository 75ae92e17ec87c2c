import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { checkPublicClashes } from '../../../src/build/public-clashes.ts';

it('an address or alias that a file of public/ has, or that lies below one, is reported with its place', async () => {
  const dir = await mkdtemp(path.join(tmpdir(), 'public-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  await mkdir(path.join(dir, 'press'));
  for (const file of ['press/index.html', 'Paper.pdf']) await writeFile(path.join(dir, file), '');
  const story = { address: '/2024/11/a/', aliases: ['/free/', '/press/', '/paper.pdf/old/', '/press/kit/'] };
  const page = { address: '/press/', aliases: [] };
  const found = await checkPublicClashes(
    [
      { ...story, file: 'articles/2024/11/a.md', field: ['aliases'] },
      { ...page, file: 'pages/press.md', field: ['aliases'] },
    ],
    dir,
  );
  expect(found).toMatchObject([
    { code: 'duplicate-address', file: 'articles/2024/11/a.md', field: ['aliases', 1] },
    {
      message: 'The alias `/paper.pdf/old/` is taken by public/Paper.pdf.',
      hint: 'Rename one of the two.',
      field: ['aliases', 2],
    },
    {
      message: 'The address `/press/` is taken by public/press/index.html.',
      file: 'pages/press.md',
      line: 1,
      column: 1,
    },
  ]);
  expect(await checkPublicClashes([{ ...story, file: 'a.md', field: [] }], path.join(dir, 'none'))).toEqual([]);
});
