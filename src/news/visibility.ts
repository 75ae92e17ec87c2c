import type { Article } from './article.ts';

/** What readers get of a story: all of it, only the notice that it was withdrawn, or nothing at all. */
export type Visibility = 'public' | 'notice' | 'hidden';

/**
 * The one rule of who sees what when: drafts, embargoed stories (`published` still ahead) and expired stories are hidden;
 * a withdrawn story leaves a notice.
 *
 * @param nowMs the build's instant, in milliseconds since 1970
 */
export function getVisibility(article: Article, nowMs: number): Visibility {
  if (isUpcoming(article, nowMs)) return 'hidden';
  if (article.status === 'withdrawn') return 'notice';
  if (article.expires && article.expires.epochMs <= nowMs) return 'hidden';
  return 'public';
}

/** Tells whether readers have never seen a story: it is a draft, or under embargo. */
export function isUpcoming({ status, published }: Article, nowMs: number): boolean {
  return status === 'draft' || published.epochMs > nowMs;
}
