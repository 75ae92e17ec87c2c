import type { Body } from '../content/page-store.ts';
import type { Article } from '../news/article.ts';
import { paths, toListingPath } from '../news/urls.ts';
import { toFeedHtml, type FeedInput } from '../syndication/rss.ts';
import type { Context } from '../views/context.ts';
import type { Paper } from './context.ts';

/** What a feed follows. */
export interface Feed {
  readonly title: string;
  readonly description: string;
  readonly articles: readonly Article[];
}

/** Gives all feeds of a site by the site path of the listing that they follow. */
export function collectFeeds({ site, edition, dates }: Context): ReadonlyMap<string, Feed> {
  const listings = Object.values(edition.listings).flatMap((byId) => [...byId.values()]);
  return new Map<string, Feed>([
    [paths.front, { title: site.name, description: site.description, articles: edition.articles }],
    ...listings.map((listing): [string, Feed] => {
      const title = listing.kind === 'month' ? dates.month(listing.articles[0]?.published.epochMs ?? 0) : listing.title;
      const description = getDescription(edition, listing) ?? title;
      return [toListingPath(listing), { title: `${site.name}: ${title}`, description, articles: listing.articles }];
    }),
  ]);
}

function getDescription(edition: Context['edition'], { kind, id }: { kind: string; id: string }): string | undefined {
  if (kind === 'topic') return edition.topics.get(id)?.description;
  if (kind === 'storyline') return edition.storylines.get(id)?.summary;
  return undefined;
}

/** Renders the texts of a feed's latest stories. */
export async function toFeedInput(paper: Paper, listingPath: string): Promise<FeedInput> {
  const feed = getFeeds(paper).get(listingPath);
  if (!feed) throw new Error(`There is no feed of ${listingPath}.`);
  const latest = feed.articles.slice(0, paper.site.feedSize);
  const items = await Promise.all(latest.map(async (article) => ({ article, html: await toFeedText(paper, article) })));
  return { title: feed.title, description: feed.description, listingPath, items };
}

const feedTexts = new WeakMap<Body, string>();

/** A new story stands in twenty feeds: its text is made fit for them once, as long as it is at hand. */
async function toFeedText({ bodies, addresses }: Paper, { file }: Article): Promise<string> {
  const body = await bodies.render(file);
  const text = feedTexts.get(body) ?? toFeedHtml(body.html, addresses.absolute('/'));
  feedTexts.set(body, text);
  return text;
}

const known = new WeakMap<Context, ReadonlyMap<string, Feed>>();

/** The feeds of one build are collected once, not once for each feed. */
function getFeeds(context: Context): ReadonlyMap<string, Feed> {
  const feeds = known.get(context) ?? collectFeeds(context);
  known.set(context, feeds);
  return feeds;
}
