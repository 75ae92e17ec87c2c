import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { checkOwnFiles, checkPublicClashes } from '../../../src/paper/public-clashes.ts';

it('an address or alias that equals or is below that of a file of public/ is reported with its place', async () => {
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
    [],
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
  expect(await checkPublicClashes([{ ...story, file: 'a.md', field: [] }], [], path.join(dir, 'none'))).toEqual([]);
});

it('a file of the newsroom’s own that would take an address of the site is reported, and no other', async () => {
  const dir = await mkdtemp(path.join(tmpdir(), 'public-'));
  onTestFinished(() => rm(dir, { recursive: true }));
  await writeFile(path.join(dir, 'logo.svg'), '');
  const free = [
    'ads.txt',
    'google123.html',
    '.well-known/acme',
    'press/kit.pdf',
    '.nojekyll',
    '.well-known/security.txt',
  ];
  expect(
    await checkOwnFiles(
      free.map((name) => `public/${name}`),
      [],
      dir,
    ),
  ).toEqual([]);
  const taken = [
    'index.html',
    'robots.txt',
    'topics/index.html',
    'feed.xml',
    '_headers',
    'logo.svg',
    '2024/11/a.html',
    'media/a.png',
    'Card.PNG',
  ];
  const issues = await checkOwnFiles(
    [...taken, '.well-known/security.txt'].map((name) => `public/${name}`),
    ['/.well-known/security.txt'],
    dir,
  );
  expect(issues.map(({ file }) => file)).toEqual(
    [...taken, '.well-known/security.txt'].map((name) => `public/${name}`),
  );
  expect(issues[1]).toMatchObject({
    code: 'reserved-name',
    message: '`/robots.txt` is an address that the site itself uses.',
    hint: 'Choose another name for the file.',
    line: 1,
    column: 1,
  });
});
