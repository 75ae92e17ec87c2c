import { generateRssFeed } from 'feedsmith';
import { removeForbiddenCharacters } from '../core/text.ts';
import { getModifiedMs, type Article } from '../news/article.ts';
import { toArticlePath, toFeedPath } from '../news/urls.ts';
import type { Context } from '../views/context.ts';

/** What a feed is made of. */
export interface FeedInput {
  readonly title: string;
  readonly description: string;
  /** Site path of the listing that the feed follows. */
  readonly listingPath: string;
  /** Newest first, with their texts as `toFeedHtml` gives them. */
  readonly items: readonly { readonly article: Article; readonly html: string }[];
}

/**
 * Renders RSS 2.0 with the full text of every story.
 *
 * Source: https://www.rssboard.org/rss-specification, https://www.rssboard.org/rss-profile
 */
export function renderRss({ site, edition, addresses }: Context, input: FeedInput): string {
  const newestMs = input.items.reduce((latest, { article }) => Math.max(latest, getModifiedMs(article)), 0);
  return generateRssFeed({
    title: input.title,
    link: addresses.absolute(input.listingPath),
    description: input.description,
    language: site.language,
    ...(newestMs > 0 ? { lastBuildDate: new Date(newestMs) } : {}),
    generator: 'Gazetteer',
    atom: {
      links: [{ href: addresses.absolute(toFeedPath(input.listingPath)), rel: 'self', type: 'application/rss+xml' }],
    },
    items: input.items.map(({ article, html }) => {
      const link = addresses.absolute(toArticlePath(article.id));
      return {
        title: article.title,
        link,
        guid: { value: link, isPermaLink: true },
        pubDate: new Date(article.published.epochMs),
        description: article.summary,
        categories: [edition.topics.get(article.topic)?.title ?? article.topic, ...article.tags].map((name) => ({
          name,
        })),
        dc: { creators: article.authors.map((id) => edition.authors.get(id)?.name ?? id) },
        content: { encoded: html },
      };
    }),
  });
}

/**
 * Makes a rendered text fit for a feed reader: whole addresses, no links from headings to themselves, and no character that
 * XML does not know.
 */
export function toFeedHtml(html: string, siteRoot: string): string {
  const { origin } = new URL(siteRoot);
  // The serialiser escapes quotation marks inside values, so these matches are attributes and nothing else.
  return removeForbiddenCharacters(html)
    .replace(/<a class="anchor"(?: [\w-]+(?:="[^"]*")?)*><\/a>/gu, '')
    .replace(/ (href|src)="\/(?!\/)/gu, ` $1="${origin}/`);
}
