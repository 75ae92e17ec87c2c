import { describe, expect, it } from 'vitest';
import {
  blockSize,
  findChunks,
  parseManifest,
  renderManifest,
  toSeparator,
  type ManifestParts,
} from '../../../../src/search/format/manifest.ts';

const parts: ManifestParts = {
  language: 'x-en',
  blocks: ['7da596f1'],
  lengths: [546, 12],
  version: 'x-en_0123456789',
  chunks: ['', 'harv', 'tre'],
  everywhere: ['sea'],
  filters: new Map([['region', 'x-en_53e2502']]),
  fields: ['title', 'summary'],
};

const read = (changes: Partial<ManifestParts>) => parseManifest(renderManifest({ ...parts, ...changes }));

const listNames = (count: number, blocks: readonly string[]) =>
  read({ blocks, lengths: Array.from({ length: count }, () => 500) }).pages.map(({ hash }) => hash);

describe('a manifest', () => {
  it('is read as it was written', () => {
    const { version, chunks, everywhere, filters, fields } = parts;
    const { pages, ...others } = read({});
    expect(others).toEqual({ version, chunks, everywhere, filters, fields });
    expect(pages.map(({ hash }) => hash)).toEqual(['x-en_7da596f1-1', 'x-en_7da596f1-0']);
  });

  it('may be that of no stories and no words', () => {
    expect(read({ lengths: [], blocks: [], chunks: [] })).toMatchObject({ pages: [], chunks: [] });
  });

  it('knows how long a text is, to a twentieth', () => {
    const lengths = [0, 1, 2, 3, 7, 30, 31, 211, 546, 5400, 1_000_000];
    for (const [page, { words }] of read({ lengths }).pages.entries())
      expect(Math.abs(words - (lengths[page] ?? 0))).toBeLessThanOrEqual((lengths[page] ?? 0) / 20);
  });

  it('numbers stories from the oldest, so that those of full blocks keep their names', () => {
    const before = listNames(blockSize + 1, ['old', 'new']);
    const after = listNames(blockSize + 2, ['old', 'newer']);
    expect(before.slice(0, 2)).toEqual(['x-en_new-0', `x-en_old-${blockSize - 1}`]);
    expect(after.slice(2)).toEqual(before.slice(1));
  });

  it('of 2,500 stories takes little to load', () => {
    const lengths = Array.from({ length: 2500 }, (_, page) => 300 + ((page * 7919) % 601));
    const blocks = Array.from({ length: Math.ceil(2500 / blockSize) }, (_, at) => String(10_000_000 + at * 7919));
    expect(renderManifest({ ...parts, lengths, blocks }).length).toBeLessThan(3600);
  });
});

describe('findChunks', () => {
  it('returns the files that can contain a prefix', () => {
    expect(findChunks(parts.chunks, 'harb')).toEqual([0]);
    expect(findChunks(parts.chunks, 'har')).toEqual([0, 1]);
    expect(findChunks(parts.chunks, 'harvest')).toEqual([1]);
    expect(findChunks(parts.chunks, 'tre')).toEqual([2]);
    expect(findChunks(parts.chunks, 'zebra')).toEqual([2]);
    expect(findChunks(parts.chunks, '')).toEqual([0, 1, 2]);
  });
});

describe('toSeparator', () => {
  it('is greater than what comes before it and no greater than what follows', () => {
    for (const [before, word] of [
      ['harbour', 'harvest'],
      ['a', 'b'],
      ['tree', 'trees'],
      ['né', 'nô'],
      ['zoo', 'سلام'],
    ] as const) {
      const separator = toSeparator(before, word);
      expect(separator > before && separator <= word).toBe(true);
    }
    expect(toSeparator('harbour', 'harvest')).toBe('harv');
  });
});
