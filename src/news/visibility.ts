import type { Timestamp } from '../core/dates.ts';
import type { Article } from './article.ts';

/** The part of a story that readers see: all of it, only the notice that it was withdrawn, or nothing at all. */
export type Visibility = 'public' | 'notice' | 'hidden';

/** The reason why readers cannot see a story. */
export type HoldReason = 'draft' | 'embargo' | 'expired' | 'withdrawn';

/** The reason why readers cannot see a story, with its instant. */
export interface Hold {
  readonly reason: HoldReason;
  /** The end of an embargo, or the instant of expiry. A draft and a withdrawal have none. */
  readonly at?: Timestamp;
}

/**
 * Decides who sees what when. Drafts, embargoed stories (`published` is in the future) and expired stories are hidden;
 * a withdrawn story leaves a notice. A story is published, or gone, exactly at the instant that is written.
 *
 * @param nowMs the build's instant, in milliseconds since 1970
 * @returns undefined when nothing keeps the story from its readers
 */
export function getHold({ status, published, expires }: Article, nowMs: number): Hold | undefined {
  if (status === 'draft') return { reason: 'draft' };
  if (published.epochMs > nowMs) return { reason: 'embargo', at: published };
  if (status === 'withdrawn') return { reason: 'withdrawn' };
  if (expires && expires.epochMs <= nowMs) return { reason: 'expired', at: expires };
  return undefined;
}

/** Returns which part of a story readers see at an instant. */
export function getVisibility(article: Article, nowMs: number): Visibility {
  const hold = getHold(article, nowMs);
  if (!hold) return 'public';
  return hold.reason === 'withdrawn' ? 'notice' : 'hidden';
}

/** Returns whether readers have never seen a story because it is a draft or under embargo. */
export function isUpcoming(article: Article, nowMs: number): boolean {
  const reason = getHold(article, nowMs)?.reason;
  return reason === 'draft' || reason === 'embargo';
}
