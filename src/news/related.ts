import { compareNewestFirst, type Article } from './article.ts';
import { getPosition, type Edition } from './edition.ts';
import type { Listing } from './listing.ts';
import { toTagId } from './tag.ts';

/** Why a story is shown beside another one, strongest first. */
export type RelatedReason =
  | { readonly kind: 'storyline'; readonly id: string }
  | { readonly kind: 'tags'; readonly ids: readonly string[] }
  | { readonly kind: 'place-and-topic'; readonly region: string };

/** A story that goes with another one, and why. */
export interface Related {
  readonly article: Article;
  readonly reason: RelatedReason;
}

/** How many neighbours in time each shared listing offers as candidates: keeps the work per story bounded. */
const reach = 12;

/**
 * Finds the stories that go best with a story: same storyline, same main place and topic, shared tags. Deterministic, and
 * never compares all pairs: each shared listing offers only its stories nearest in time.
 */
export function getRelated(edition: Edition, article: Article, count: number): readonly Related[] {
  return [...collectCandidates(edition, article)]
    .map((candidate) => ({ article: candidate, ...rate(article, candidate) }))
    .filter(({ score }) => score > 0)
    .sort(
      (a, b) =>
        b.score - a.score ||
        getDistanceMs(article, a.article) - getDistanceMs(article, b.article) ||
        compareNewestFirst(a.article, b.article),
    )
    .slice(0, count)
    .flatMap(({ article: related, reason }) => (reason ? [{ article: related, reason }] : []));
}

function collectCandidates({ listings, gazetteer }: Edition, article: Article): ReadonlySet<Article> {
  const place = gazetteer.byCode.get(article.regions[0] ?? '');
  const shared: (Listing | undefined)[] = [
    ...article.storylines.map((id) => listings.storyline.get(id)),
    ...article.tags.map((tag) => listings.tag.get(toTagId(tag))),
    place && listings.region.get(place.id),
  ];
  const candidates = new Set(shared.flatMap((listing) => (listing ? getNeighbours(listing, article) : [])));
  candidates.delete(article);
  return candidates;
}

function getNeighbours({ articles }: Listing, article: Article): readonly Article[] {
  const position = getPosition(articles, article);
  return articles.slice(Math.max(0, position - reach), position + reach + 1);
}

function rate(article: Article, other: Article): { score: number; reason: RelatedReason | undefined } {
  const storyline = article.storylines.find((id) => other.storylines.includes(id));
  const otherTags = new Set(other.tags.map(toTagId));
  const tags = article.tags.map(toTagId).filter((id) => otherTags.has(id));
  const region = article.regions[0];
  const samePlaceAndTopic = region !== undefined && article.topic === other.topic && other.regions.includes(region);
  const score = (storyline ? 8 : 0) + Math.min(tags.length, 3) * 2 + (samePlaceAndTopic ? 3 : 0);

  if (storyline) return { score, reason: { kind: 'storyline', id: storyline } };
  if (samePlaceAndTopic && tags.length < 2) return { score, reason: { kind: 'place-and-topic', region } };
  return { score, reason: tags.length > 0 ? { kind: 'tags', ids: tags } : undefined };
}

function getDistanceMs(a: Article, b: Article): number {
  return Math.abs(a.published.epochMs - b.published.epochMs);
}
