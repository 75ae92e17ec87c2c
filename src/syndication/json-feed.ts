import { generateJsonFeed } from 'feedsmith';
import type { FeedInput, FeedSite } from './feed.ts';

/**
 * Renders JSON Feed 1.1 with the full text of every story.
 *
 * Source: https://www.jsonfeed.org/version/1.1/
 */
export function renderJsonFeed(context: FeedSite, input: FeedInput): string {
  const { site, addresses } = context;
  const feed = generateJsonFeed({
    title: input.title,
    description: input.description,
    home_page_url: addresses.absolute(input.listingPath),
    feed_url: addresses.absolute(input.path),
    language: site.language,
    items: input.entries.map((entry) => ({
      id: entry.url,
      url: entry.url,
      title: entry.title,
      summary: entry.summary,
      content_html: entry.html,
      date_published: entry.published,
      date_modified: entry.modified,
      authors: [...entry.authors],
      tags: [entry.topic.title, ...entry.places.map(({ title }) => title), ...entry.tags],
      ...(entry.image === undefined ? {} : { image: entry.image.url }),
      ...(entry.lang === site.language ? {} : { language: entry.lang }),
    })),
  });
  // Feedsmith omits the list of stories if it is empty, but the format requires it.
  return JSON.stringify(Object.assign({ items: [] }, feed));
}
