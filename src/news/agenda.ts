import { compareText } from '../core/issue.ts';
import type { Article } from './article.ts';
import { getHold, getVisibility, type Hold, type HoldReason } from './visibility.ts';

/** A story that is hidden from readers, or reduced to its notice, and the reason. */
export interface Withheld extends Hold {
  readonly article: Article;
}

/** A change that time alone makes to a story. */
export interface Change {
  readonly article: Article;
  /** Milliseconds since 1970. */
  readonly atMs: number;
  readonly kind: 'published' | 'expires';
}

/** The order of reasons in a list: what time will change, what time has changed, what editors decide. */
const reasons: readonly HoldReason[] = ['embargo', 'expired', 'draft', 'withdrawn'];

/** Lists what is withheld at an instant: by reason, then by time, then by file. */
export function listWithheld(articles: readonly Article[], nowMs: number): readonly Withheld[] {
  return articles
    .flatMap((article): Withheld[] => {
      const hold = getHold(article, nowMs);
      return hold ? [{ article, ...hold }] : [];
    })
    .sort(
      (a, b) =>
        reasons.indexOf(a.reason) - reasons.indexOf(b.reason) ||
        (a.at?.epochMs ?? 0) - (b.at?.epochMs ?? 0) ||
        compareText(a.article.file, b.article.file),
    );
}

/** Returns the next change that time will make to a story. Undefined if there is none. */
export function getNextChange(article: Article, nowMs: number): Change | undefined {
  const { published, expires } = article;
  const steps: readonly Change[] = [
    { article, atMs: published.epochMs, kind: 'published' },
    ...(expires ? [{ article, atMs: expires.epochMs, kind: 'expires' } as const] : []),
  ];
  const visibility = getVisibility(article, nowMs);
  return steps.find(({ atMs }) => atMs > nowMs && getVisibility(article, atMs) !== visibility);
}

/**
 * Returns the earliest change that time will bring about, which is when the next build is due. Of two at the same
 * instant, returns that of the first file.
 */
export function findNextChange(articles: readonly Article[], nowMs: number): Change | undefined {
  let next: Change | undefined;
  for (const article of articles) {
    const change = getNextChange(article, nowMs);
    if (change && (!next || compareChanges(change, next) < 0)) next = change;
  }
  return next;
}

function compareChanges(a: Change, b: Change): number {
  return a.atMs - b.atMs || compareText(a.article.file, b.article.file);
}
