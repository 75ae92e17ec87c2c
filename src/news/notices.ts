import type { Timestamp } from '../core/dates.ts';
import { compareNewestFirst, getModified, type Article } from './article.ts';
import type { CorrectionKind } from './correction.ts';

/** The kinds of notice in the log: a story was corrected, or withdrawn. */
export type NoticeKind = CorrectionKind | 'withdrawn';

/** A notice about a change to a published story. */
export interface Notice {
  readonly kind: NoticeKind;
  readonly date: Timestamp;
  /** Plain text. Empty for a story withdrawn without a reason. */
  readonly text: string;
}

/**
 * Lists the notices of a story. Of a withdrawn one there is the withdrawal alone: its corrections tell what it said.
 */
export function listNotices(article: Article): readonly Notice[] {
  if (article.status !== 'withdrawn') return article.corrections;
  const { date = getModified(article), reason = '' } = article.withdrawn ?? {};
  return [{ kind: 'withdrawn', date, text: reason }];
}

/** Returns when the latest notice of a story is dated, in milliseconds since 1970. 0 for a story without notices. */
export function getLatestNoticeMs(article: Article): number {
  return listNotices(article).reduce((latest, { date }) => Math.max(latest, date.epochMs), 0);
}

/** Orders stories by their latest notices, the newest first. */
export function compareLatestNotice(a: Article, b: Article): number {
  return getLatestNoticeMs(b) - getLatestNoticeMs(a) || compareNewestFirst(a, b);
}
