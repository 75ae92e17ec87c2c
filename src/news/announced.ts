import type { Newsroom } from './newsroom.ts';
import { isUpcoming } from './visibility.ts';

/**
 * Leaves out the authors and storylines of whom every story is a draft or under embargo: their names alone would tell of it. Those
 * without any story stay, and those whose stories were public once.
 */
export function withholdUpcoming(
  { articles, authors, storylines }: Newsroom,
  nowMs: number,
): Pick<Newsroom, 'authors' | 'storylines'> {
  const [upcoming, announced] = [new Set<string>(), new Set<string>()];
  for (const article of articles) {
    const names = isUpcoming(article, nowMs) ? upcoming : announced;
    for (const id of article.authors) names.add(`author ${id}`);
    for (const id of article.storylines) names.add(`storyline ${id}`);
  }
  const isAnnounced = (name: string) => announced.has(name) || !upcoming.has(name);
  return {
    authors: authors.filter(({ id }) => isAnnounced(`author ${id}`)),
    storylines: storylines.filter(({ id }) => isAnnounced(`storyline ${id}`)),
  };
}
