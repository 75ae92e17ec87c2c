import { compareText } from '../core/issue.ts';
import type { Article } from './article.ts';
import { getHold, getVisibility, type Hold, type HoldReason } from './visibility.ts';

/** A story that readers do not get, or only the notice of, and why. */
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

/** The order of a list of what is withheld: what time will change, what it has changed, what editors decide. */
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

/** Returns what time will do next to a story; undefined when it will do nothing more. */
export function getNextChange(article: Article, nowMs: number): Change | undefined {
  const { published, expires } = article;
  const steps: readonly Change[] = [
    { article, atMs: published.epochMs, kind: 'published' },
    ...(expires ? [{ article, atMs: expires.epochMs, kind: 'expires' } as const] : []),
  ];
  const visibility = getVisibility(article, nowMs);
  return steps.find(({ atMs }) => atMs > nowMs && getVisibility(article, atMs) !== visibility);
}

/** Returns the earliest change that time will bring about: when the next build is due. Of two at one instant, that of the first file. */
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
