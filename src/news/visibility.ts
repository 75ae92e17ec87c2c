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
  if (article.status === 'draft') return 'hidden';
  if (article.published.epochMs > nowMs) return 'hidden';
  if (article.status === 'withdrawn') return 'notice';
  if (article.expires && article.expires.epochMs <= nowMs) return 'hidden';
  return 'public';
}
