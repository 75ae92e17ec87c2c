import { hash } from 'node:crypto';
import { memoize } from '../../core/memo.ts';
import type { Article } from '../../news/article.ts';
import type { Edition } from '../../news/edition.ts';
import type { Listing, Stretch } from '../../news/listing.ts';
import { toImageFile } from '../../news/urls.ts';
import type { Context } from '../../views/context.ts';
import { buildPageFrame } from '../../views/page-frame.ts';
import { toFingerprint, toSharedFingerprint } from './fingerprint.ts';

/**
 * Describes some stories by a short text, which changes whenever any of them does, or anything that pages tell with it:
 * its topic, its authors, its pictures, and in a preview the reason why readers cannot see it.
 */
export function describeStories(context: Context, articles: readonly Article[]): string {
  return formatSums(articles.length, sumUp(articles.map((article) => getSums(context, article))));
}

/** Describes the stories of a stretch like `describeStories`, in the same time for any length. */
export function describeStretch(context: Context, { listing, from, to }: Stretch): string {
  const { high, low } = getRunningSums(context)(listing);
  const difference = (sums: Float64Array) => (sums[to] ?? 0) - (sums[from] ?? 0);
  return formatSums(to - from, [difference(high), difference(low)]);
}

/** Describes all stories of a listing like `describeStories`. */
export function describeListing(context: Context, listing: Listing): string {
  return describeStretch(context, { listing, from: 0, to: listing.articles.length });
}

/** Describes the tree of places, with all names and aliases, by a short text. */
export const describePlaces: (context: Context) => string = memoize(({ edition: { gazetteer } }) => {
  const places = [...gazetteer.byCode.values()].map(({ parent, children, ...place }) => [
    place,
    parent?.code,
    children.map(({ code }) => code),
  ]);
  return toFingerprint([places, [...gazetteer.aliases].map(([alias, { code }]) => [alias, code])]);
}, 1);

/** Describes the names of everything that stories may be about: places, topics and storylines. */
export const describeSubjects: (context: Context) => string = memoize((context) => {
  const { topics, storylines } = context.edition;
  const titles = [topics, storylines].map((subjects) => [...subjects].map(([id, { title }]) => [id, title]));
  return toFingerprint([describePlaces(context), ...titles]);
}, 1);

/**
 * Describes everything that any page may show besides stories, by a short text: the frame of pages, places, topics,
 * authors, storylines, the newsroom's own pages and what it has chosen for the front page.
 */
export const describeCommon: (context: Context) => string = memoize((context) => {
  const { topics, authors, storylines, pages, front } = context.edition;
  const { masthead } = buildPageFrame(context);
  return toFingerprint([
    masthead,
    describePlaces(context),
    [...topics],
    [...authors],
    [...storylines],
    [...pages],
    front,
  ]);
}, 1);

/** Two halves of a hash of 64 bits. The halves of many hashes are added up, each without loss. */
type Sums = readonly [high: number, low: number];

/** Sums are made of a story and these. When stories are replaced in an edition, they stay the same objects. */
const getKnownSums = memoize(
  (_topics: Edition['topics']) =>
    memoize(
      (_authors: Edition['authors']) =>
        memoize(
          (_pictures: Edition['pictures']) => memoize((_holds: Edition['holds']) => new Map<Article, Sums>(), 1),
          1,
        ),
      1,
    ),
  1,
);

function getSums(context: Context, article: Article): Sums {
  const { topics, authors, pictures, holds } = context.edition;
  const known = getKnownSums(topics)(authors)(pictures)(holds);
  const sums = known.get(article) ?? toSums(context, article);
  known.set(article, sums);
  return sums;
}

function toSums({ edition }: Context, article: Article): Sums {
  const { id, topic, authors, image, media } = article;
  const files = image ? [toImageFile(id, image.src), ...media] : media;
  const things = [edition.topics.get(topic), ...authors.map((author) => edition.authors.get(author))];
  const bytes = hash(
    'sha1',
    JSON.stringify([
      toSharedFingerprint(article),
      things.map((thing) => thing && toSharedFingerprint(thing)),
      files.map((file) => edition.pictures.get(file)),
      edition.holds.get(id),
    ]),
    'buffer',
  );
  return [bytes.readUInt32LE(0), bytes.readUInt32LE(4)];
}

function sumUp(sums: readonly Sums[]): Sums {
  return sums.reduce<Sums>(([high, low], [nextHigh, nextLow]) => [high + nextHigh, low + nextLow], [0, 0]);
}

/** The sums of the first 0, 1, 2 … stories of a listing. */
interface RunningSums {
  readonly high: Float64Array;
  readonly low: Float64Array;
}

const getRunningSums: (context: Context) => (listing: Listing) => RunningSums = memoize(
  (context) =>
    memoize(({ articles }) => {
      const [high, low] = [new Float64Array(articles.length + 1), new Float64Array(articles.length + 1)];
      let [highest, lowest] = [0, 0];
      articles.forEach((article, index) => {
        const [storyHigh, storyLow] = getSums(context, article);
        high[index + 1] = highest += storyHigh;
        low[index + 1] = lowest += storyLow;
      });
      return { high, low };
    }, Number.POSITIVE_INFINITY),
  1,
);

function formatSums(count: number, [high, low]: Sums): string {
  return `${count} ${high} ${low}`;
}
