import { getNextAgeMs } from '../core/age.ts';
import type { Article } from '../news/article.ts';
import { getEndOfNewsMs } from '../syndication/news-sitemap.ts';
import type { LoadedSite } from './link-targets.ts';

/**
 * Returns the next instant at which a build of the same newsroom may make another site or say something else. A story is
 * published, expires, becomes a month or a year older or leaves the news sitemap; `security.txt` changes every month.
 *
 * @returns milliseconds since 1970
 */
export function getNextInstantMs({ newsroom, context }: Pick<LoadedSite, 'newsroom' | 'context'>): number {
  const { instantMs } = context.edition;
  const now = new Date(instantMs);
  let next = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1);
  for (const article of newsroom.articles) {
    for (const atMs of listInstants(article, instantMs)) if (atMs > instantMs && atMs < next) next = atMs;
  }
  return next;
}

function listInstants({ published: { epochMs }, expires }: Article, nowMs: number): readonly number[] {
  return [epochMs, expires?.epochMs ?? 0, getEndOfNewsMs(epochMs), getNextAgeMs(epochMs, nowMs)];
}
