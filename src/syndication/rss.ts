import { generateRssFeed } from 'feedsmith';
import { paths } from '../news/urls.ts';
import { getFeedModified, toMedia, type FeedInput, type FeedSite } from './feed.ts';

/**
 * Renders RSS 2.0 with the full text of every story and its filing place in GeoRSS.
 *
 * Source: https://www.rssboard.org/rss-specification, https://www.rssboard.org/rss-profile,
 * https://docs.ogc.org/cs/17-002r1/17-002r1.html
 */
export function renderRss(context: FeedSite, input: FeedInput): string {
  const { site, addresses } = context;
  const { entries } = input;
  return generateRssFeed({
    title: input.title,
    link: addresses.absolute(input.listingPath),
    description: input.description,
    language: site.language,
    ...(entries.length > 0 ? { lastBuildDate: getFeedModified(entries) } : {}),
    generator: 'Gazetteer',
    atom: { links: [{ href: addresses.absolute(input.path), rel: 'self', type: 'application/rss+xml' }] },
    items: entries.map((entry) => ({
      title: entry.title,
      link: entry.url,
      guid: { value: entry.url, isPermaLink: true },
      pubDate: entry.published,
      // RSS itself has no date of a change.
      ...(entry.modified > entry.published ? { atom: { updated: entry.modified } } : {}),
      description: entry.summary,
      categories: [
        { name: entry.topic.title, domain: addresses.absolute(paths.topics) },
        ...entry.places.map(({ title }) => ({ name: title, domain: addresses.absolute(paths.regions) })),
        ...entry.tags.map((name) => ({ name })),
      ],
      dc: {
        creators: entry.authors.map(({ name }) => name),
        ...(entry.lang === site.language ? {} : { languages: [entry.lang] }),
      },
      ...(entry.filed ? { georss: entry.filed } : {}),
      ...(entry.image ? { media: toMedia(entry.image) } : {}),
      content: { encoded: entry.html },
    })),
  });
}
