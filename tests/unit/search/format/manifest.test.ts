import { describe, expect, it } from 'vitest';
import {
  findChunks,
  parseManifest,
  renderManifest,
  toSeparator,
  type Manifest,
} from '../../../../src/search/format/manifest.ts';

const manifest: Manifest = {
  pages: [
    { hash: 'x-en_7da596f', words: 546 },
    { hash: 'x-en_41f1876', words: 12 },
  ],
  version: 'x-en_0123456789',
  chunks: ['', 'harv', 'tre'],
  filters: new Map([['region', 'x-en_53e2502']]),
  fields: ['title', 'summary'],
};

describe('a manifest', () => {
  it('is read as it was written', () => {
    expect(parseManifest(renderManifest(manifest))).toEqual(manifest);
  });

  it('keeps names of different lengths, and those of an empty part', () => {
    const longer = { ...manifest, pages: [...manifest.pages, { hash: 'x-en_7da596f1', words: 1 }] };
    expect(parseManifest(renderManifest(longer))).toEqual(longer);
    expect(parseManifest(renderManifest({ ...manifest, pages: [] })).pages).toEqual([]);
  });
});

describe('findChunks', () => {
  it('returns the files that can contain a prefix', () => {
    expect(findChunks(manifest.chunks, 'harb')).toEqual([0]);
    expect(findChunks(manifest.chunks, 'har')).toEqual([0, 1]);
    expect(findChunks(manifest.chunks, 'harvest')).toEqual([1]);
    expect(findChunks(manifest.chunks, 'tre')).toEqual([2]);
    expect(findChunks(manifest.chunks, 'zebra')).toEqual([2]);
    expect(findChunks(manifest.chunks, '')).toEqual([0, 1, 2]);
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
