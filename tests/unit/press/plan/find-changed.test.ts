import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { KnownPage } from '../../../../src/content/store/page-store.ts';
import { getEndingFile } from '../../../../src/disk/cache-dir.ts';
import { rememberEnding } from '../../../../src/press/plan/ending.ts';
import { findChanged } from '../../../../src/press/plan/find-changed.ts';
import type { LastBuild } from '../../../../src/press/plan/last-build.ts';
import { makeFolder } from '../../../support/make-folder.ts';
import { makeArticle } from '../../../support/make-newsroom.ts';
import { site as defaults } from '../../../support/make-site.ts';

const ending = { stories: 2, pages: 9, notes: '', due: '' };
const start = { program: 'program', nowMs: 1_000_000 };
const last: LastBuild = {
  program: 'program',
  edition: 'edition',
  common: 'common',
  media: '',
  files: new Map(),
  prints: new Map([['/', { key: 'a', inputs: 'b' }]]),
  pages: new Map(),
  index: {},
  isWhole: true,
};

const rain = 'articles/2024/11/rain.md';
const wind = 'articles/2024/11/wind.md';
const before: Readonly<Record<string, string>> = {
  'articles/2024/11/bridge.png': '1',
  'articles/2024/11/figures.csv': '2',
  [rain]: '3',
  [wind]: '4',
  'topics.yaml': '5',
};

function toPage(file: string, media: readonly string[]): KnownPage {
  const { id: _id, file: _file, ...value } = makeArticle({ title: file });
  return { file, stat: before[file] ?? '', hash: '', reading: { value, issues: [] }, media, hasText: true };
}

const store = {
  getKnown: () =>
    new Map([
      [rain, toPage(rain, ['articles/2024/11/figures.csv'])],
      [wind, toPage(wind, [])],
    ]),
  getPictures: () => new Map([['articles/2024/11/bridge.png', { picture: {} as never, stat: '1' }]]),
  getAnchors: (file: string) => [file],
};

/** Finds what has changed since a build of the content `before`. */
async function find(changes: Readonly<Record<string, string | undefined>>, part: Partial<LastBuild> = {}) {
  const folder = await makeFolder();
  const site = { ...defaults, cacheDir: path.join(folder, 'cache') };
  await mkdir(path.dirname(getEndingFile(site)), { recursive: true });
  const stats = new Map(Object.entries(before));
  await rememberEnding(site, { ...start, stats }, ending, { edition: 'edition', untilMs: 2_000_000 });
  const now = Object.entries({ ...before, ...changes }).filter((entry) => entry[1] !== undefined);
  return findChanged(site, store, { ...start, stats: new Map(now as [string, string][]) }, { ...last, ...part });
}

describe('the stories that have changed since the last build', () => {
  it.each<[string, Readonly<Record<string, string | undefined>>, readonly string[], readonly string[]]>([
    ['an edited one', { [rain]: '9' }, [rain], [rain]],
    ['a new one, which comes first', { 'articles/2024/11/air.md': '9' }, ['articles/2024/11/air.md'], []],
    [
      'a new one with its picture and its table',
      { 'articles/2024/12/sun.md': '8', 'articles/2024/12/sun.jpg': '7', 'articles/2024/12/sun.csv': '6' },
      ['articles/2024/12/sun.md'],
      [],
    ],
    ['one that is gone', { [wind]: undefined }, [wind], [wind]],
    ['none', {}, [], []],
  ])('are found: %s', async (_name, changes, files, known) => {
    const found = await find(changes);
    expect([...(found?.files ?? ['?'])]).toEqual(files);
    expect([...(found?.before ?? [])]).toEqual(
      known.map((file) => [file, { ...makeArticle({ title: file }), id: file.slice(9, -3), file }]),
    );
  });

  it.each<[string, Readonly<Record<string, string | undefined>>, Partial<LastBuild>?]>([
    ['another file has changed', { 'topics.yaml': '9' }],
    ['another file is new', { 'front.yaml': '9' }],
    ['a known picture has changed', { [rain]: '9', 'articles/2024/11/bridge.png': '9' }],
    ['a known document has changed', { 'articles/2024/11/figures.csv': '9' }],
    ['a picture is gone', { 'articles/2024/11/bridge.png': undefined }],
    ['the site has another edition', { [rain]: '9' }, { edition: 'other' }],
    ['there is no last build', { [rain]: '9' }, { prints: new Map() }],
  ])('are unknown when %s', async (_name, changes, part) => {
    expect(await find(changes, part)).toBeUndefined();
  });
});
