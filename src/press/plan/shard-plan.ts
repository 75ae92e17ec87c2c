import { hash } from 'node:crypto';
import { toArticlePath } from '../../news/urls.ts';
import type { IndexPart } from '../../search/indexing/build-index.ts';
import type { PageKeys } from '../../paper/table.ts';

/** One of several parts of a build, counted from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** Parses `2/4`, the second of four shards. Undefined for any other text. */
export function parseShard(text: string): Shard | undefined {
  const [, index, count] = (/^([1-9]\d{0,3})\/([1-9]\d{0,3})$/u.exec(text) ?? []).map(Number);
  return index === undefined || count === undefined || index > count ? undefined : { index, count };
}

/** The stories, parts of the index and pages that a shard builds. */
export interface Assignment {
  hasPage(page: string): boolean;
  readonly parts: readonly IndexPart[];
}

/**
 * Assigns a build's work to shards: the parts of the index so that all shards have about as many stories, all other
 * pages by a fingerprint of their address. Pages of routes without parameters belong to the first shard. Every shard
 * computes the same result.
 */
export function assign(keys: PageKeys, parts: readonly IndexPart[], { index, count }: Shard): Assignment {
  const loads = Array.from({ length: count }, () => 0);
  const shardOf = new Map<IndexPart, number>();
  const shardOfPage = new Map<string, number>();
  for (const part of parts.toSorted((a, b) => b.records.length - a.records.length || (a.id < b.id ? -1 : 1))) {
    const lightest = loads.indexOf(Math.min(...loads));
    loads[lightest] = (loads[lightest] ?? 0) + part.records.length;
    shardOf.set(part, lightest + 1);
    for (const { id } of part.records) shardOfPage.set(toArticlePath(id), lightest + 1);
  }
  const getShard = (page: string) => {
    if (!keys.has(page)) return 1;
    return shardOfPage.get(page) ?? (Number.parseInt(hash('sha1', page, 'hex').slice(0, 8), 16) % count) + 1;
  };
  return {
    hasPage: (page) => getShard(page) === index,
    parts: parts.filter((part) => shardOf.get(part) === index),
  };
}
