import { gunzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { close, createIndex } from 'pagefind';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeSignature, signature } from '../../../../src/search/pagefind/index-files.ts';
import { decodeCbor } from '../../../support/pagefind-meta.ts';

/** Said when a version of Pagefind writes its files otherwise. Search tests that fail as well fail because of this. */
const upgrade = 'Pagefind writes this otherwise than src/search/pagefind reads it. Its README says what to check';

const pages = [
  {
    url: '/a/',
    content: 'Naïve arms-control ___PAGEFIND_AUTO_WEIGHT___7 Flood ___END_PAGEFIND_WEIGHT___ flood',
    meta: { title: 'Flood' },
    filters: { tag: ['x', 'y'] },
  },
  { url: '/b/', content: 'flood water क्या', meta: { title: 'Water' }, filters: { tag: ['x'] } },
];

describe(`the files of Pagefind ${readVersion()}`, () => {
  const files = new Map<string, Uint8Array>();
  const get = (beginning: string) =>
    [...files].filter(([path]) => path.startsWith(beginning)).map(([, bytes]) => removeSignature(gunzipSync(bytes)));
  const getJson = (beginning: string): readonly unknown[] =>
    get(beginning).map((bytes) => JSON.parse(new TextDecoder().decode(bytes)));

  beforeAll(async () => {
    const { index } = await createIndex({ includeCharacters: '्' });
    for (const page of pages) await index?.addCustomRecord({ ...page, language: 'x-en' });
    await index?.addCustomRecord({ url: '/c/', content: '核兵器のない世界 NATO', language: 'ja' });
    for (const { path, content } of (await index?.getFiles())?.files ?? []) files.set(path, content);
  });
  afterAll(() => close());

  it('are packed, with a signature', () => {
    const packed = [...files].filter(([path]) => /\.pf_\w+$/u.test(path));
    expect(packed.length, upgrade).toBeGreaterThan(7);
    for (const [path, bytes] of packed) {
      expect(gunzipSync(bytes).subarray(0, signature.length).toString(), `${upgrade}: ${path}`).toBe(signature);
    }
  });

  it('hold words with the differences between their places, and weights as negative numbers', () => {
    expect(get('index/x-en_').map(decodeCbor), upgrade).toEqual([
      [
        [
          ['arms', [[0, [-13, 1], []]], []],
          ['armscontrol', [[0, [-25, 1], []]], []],
          ['control', [[0, [-13, 1], []]], []],
          [
            'flood',
            [
              [0, [-25, 3, -169, 2], [-1, 0]],
              [1, [-25, 0], []],
            ],
            [],
          ],
          ['naive', [], [['naïve', [[0, [-25, 0], []]]]]],
          ['water', [[1, [-25, 1], [-1, 0]]], []],
          ['कय', [], [['क्या', [[1, [-25, 2], []]]]]],
        ],
      ],
    ]);
  });

  it('hold the pages of every value of a filter', () => {
    expect(get('filter/x-en_').map(decodeCbor), upgrade).toEqual([
      [
        'tag',
        [
          ['x', [0, 1]],
          ['y', [0]],
        ],
      ],
    ]);
  });

  it('hold the text of a page as it is numbered, and without marks', () => {
    expect(getJson('fragment/x-en_'), upgrade).toContainEqual({
      url: '/a/',
      content: 'Naïve arms-control Flood flood',
      word_count: 4,
      filters: { tag: ['x', 'y'] },
      meta: { title: 'Flood' },
      anchors: [],
    });
    const [japanese] = getJson('fragment/ja_') as readonly { readonly content: string }[];
    expect(japanese?.content, upgrade).toMatch(/^核兵器(?:.+\u200B)+世界 \u200BNATO$/u);
  });

  it('name the version, the pages, the words of each file, and the filters and fields', () => {
    const [meta] = get('pagefind.x-en_').map(decodeCbor);
    expect(meta, upgrade).toEqual([
      readVersion(),
      [
        [expect.stringMatching(/^x-en_/u), 4, ''],
        [expect.stringMatching(/^x-en_/u), 3, ''],
      ],
      [['arms', 'कय', expect.stringMatching(/^x-en_/u)]],
      [['tag', expect.stringMatching(/^x-en_/u)]],
      [],
      ['title'],
    ]);
  });
});

function readVersion(): string {
  const { version }: { version: string } = JSON.parse(readFileSync('node_modules/pagefind/package.json', 'utf8'));
  return version;
}
