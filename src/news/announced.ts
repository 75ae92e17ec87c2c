import type { Newsroom } from './newsroom.ts';
import { toListingPath } from './urls.ts';
import { isUpcoming } from './visibility.ts';

/**
 * Leaves out the authors and storylines of whom every story is a draft or under embargo: their names alone would tell of it. Those
 * without any story stay, and those who were public once, by a story or by what is written down.
 *
 * @param published addresses that are written down
 */
export function withholdUpcoming(
  { articles, authors, storylines }: Newsroom,
  nowMs: number,
  published: ReadonlySet<string> = new Set(),
): Pick<Newsroom, 'authors' | 'storylines'> {
  const [upcoming, announced] = [new Set<string>(), new Set<string>()];
  for (const article of articles) {
    const addresses = isUpcoming(article, nowMs) ? upcoming : announced;
    for (const id of article.authors) addresses.add(toListingPath({ kind: 'author', id }));
    for (const id of article.storylines) addresses.add(toListingPath({ kind: 'storyline', id }));
  }
  const isAnnounced = (address: string) => announced.has(address) || published.has(address) || !upcoming.has(address);
  return {
    authors: authors.filter(({ id }) => isAnnounced(toListingPath({ kind: 'author', id }))),
    storylines: storylines.filter(({ id }) => isAnnounced(toListingPath({ kind: 'storyline', id }))),
  };
}
