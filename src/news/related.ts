import { compareNewestFirst, type Article } from './article.ts';
import { getPosition, type Edition } from './edition.ts';
import type { Listing, Stretch } from './listing.ts';
import { toTagId } from './tag.ts';

/** Why a story is shown beside another one, strongest first. */
export type RelatedReason =
  | { readonly kind: 'storyline'; readonly id: string }
  | { readonly kind: 'tags'; readonly ids: readonly string[] }
  | { readonly kind: 'place-and-topic'; readonly region: string };

/** A related story, and the reason why it is related. */
export interface Related {
  readonly article: Article;
  readonly reason: RelatedReason;
}

/** The number of neighbours in time that each shared listing offers as candidates. It limits the work per story. */
const reach = 12;

/**
 * Finds the stories most related to a story: same storyline, same main place and topic, shared tags. The result is
 * deterministic. It never compares all pairs, because each shared listing offers only the stories nearest in time.
 */
export function getRelated(edition: Edition, article: Article, count: number): readonly Related[] {
  const compare = (a: Rated, b: Rated) =>
    b.score - a.score ||
    getDistanceMs(article, a.article) - getDistanceMs(article, b.article) ||
    compareNewestFirst(a.article, b.article);
  const best: Rated[] = [];
  for (const [candidate, shared] of collectCandidates(edition, article)) {
    const rated: Rated = { article: candidate, ...rate(shared) };
    const last = best[count - 1];
    // Most of a hundred candidates are not among the best, and sorting them all would be the most expensive step.
    if (rated.score === 0 || (last && compare(last, rated) < 0)) continue;
    best.push(rated);
    best.sort(compare);
    best.length = Math.min(best.length, count);
  }
  return best.flatMap(({ article: related, reason }) => (reason ? [{ article: related, reason }] : []));
}

interface Rated {
  readonly article: Article;
  readonly score: number;
  readonly reason: RelatedReason | undefined;
}

/** The subjects that a candidate shares with the story. */
interface Shared {
  storyline?: string;
  readonly tags: string[];
  region?: string;
}

function collectCandidates(edition: Edition, article: Article): ReadonlyMap<Article, Shared> {
  const candidates = new Map<Article, Shared>();
  for (const { listing, from, to } of listStretches(edition, article)) {
    for (const candidate of listing.articles.slice(from, to)) {
      const shared = candidates.get(candidate) ?? { tags: [] };
      candidates.set(candidate, shared);
      noteShared(shared, listing, article, candidate);
    }
  }
  candidates.delete(article);
  return candidates;
}

function noteShared(shared: Shared, { kind, id }: Listing, article: Article, { topic, regions }: Article): void {
  const region = article.regions[0];
  if (kind === 'storyline') shared.storyline ??= id;
  else if (kind === 'tag') shared.tags.push(id);
  else if (region !== undefined && topic === article.topic && regions.includes(region)) shared.region = region;
}

/**
 * Lists the stretches of listings from which a story's related ones are chosen: the stories nearest in time in its
 * storylines, its tags and its main place.
 */
export function listStretches(edition: Edition, article: Article): readonly Stretch[] {
  return listShared(edition, article).map((listing) => toStretch(listing, article));
}

/** Lists the listings that a story shares with its related ones: its storylines, its tags and its main place. */
export function listShared({ listings, gazetteer }: Edition, article: Article): readonly Listing[] {
  const place = gazetteer.byCode.get(article.regions[0] ?? '');
  const shared = [
    ...article.storylines.map((id) => listings.storyline.get(id)),
    ...article.tags.map((tag) => listings.tag.get(toTagId(tag))),
    place && listings.region.get(place.id),
  ];
  return shared.filter((listing) => listing !== undefined);
}

/** Returns the stretch of a listing whose stories may be related to a story. */
export function toStretch(listing: Listing, article: Article): Stretch {
  const position = getPosition(listing.articles, article);
  const to = Math.min(position + reach + 1, listing.articles.length);
  return { listing, from: Math.max(0, position - reach), to };
}

/** Returns the stories of a listing in whose stretch a story is, or was, at a position. */
export function getNear({ articles }: Listing, position: number): readonly Article[] {
  return articles.slice(Math.max(0, position - reach - 1), position + reach + 2);
}

function rate({ storyline, tags, region }: Shared): { score: number; reason: RelatedReason | undefined } {
  const score = (storyline ? 8 : 0) + Math.min(tags.length, 3) * 2 + (region ? 3 : 0);
  if (storyline) return { score, reason: { kind: 'storyline', id: storyline } };
  if (region !== undefined && tags.length < 2) return { score, reason: { kind: 'place-and-topic', region } };
  return { score, reason: tags.length > 0 ? { kind: 'tags', ids: tags } : undefined };
}

function getDistanceMs(a: Article, b: Article): number {
  return Math.abs(a.published.epochMs - b.published.epochMs);
}
