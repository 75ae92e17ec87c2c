import type { Article } from './article.ts';
import type { Edition } from './edition.ts';

/** A stretch of the archive whose stories are indexed together. */
export interface ArchivePart {
  /** Its first month, `2019-03`: stays the same while stories are added after it. */
  readonly id: string;
  /** Newest first. */
  readonly articles: readonly Article[];
}

/**
 * Cuts the archive by time into parts of whole months, from the oldest month on: a part is full when it holds `size` stories
 * or more. A new story changes the newest part only.
 *
 * @returns the parts, newest first; none for an empty edition
 */
export function getParts({ listings }: Pick<Edition, 'listings'>, size: number): readonly ArchivePart[] {
  const parts: ArchivePart[] = [];
  for (const { id, articles } of [...listings.month.values()].reverse()) {
    const month = id.replace('/', '-');
    const open = parts.at(-1);
    if (open && open.articles.length < size) {
      parts[parts.length - 1] = { ...open, articles: [...articles, ...open.articles] };
    } else parts.push({ id: month, articles });
  }
  return parts.reverse();
}
