import { generateAtomFeed } from 'feedsmith';
import { feedMediaTypes } from '../news/feed.ts';
import { paths } from '../news/urls.ts';
import { getFeedModified, toMedia, type ArchiveLinks, type FeedEntry, type FeedInput, type FeedSite } from './feed.ts';
import { mediaTopicScheme } from './media-topics.ts';

/**
 * Renders Atom with the full text of every story. The site's own feed links to its archive.
 *
 * Source: https://www.rfc-editor.org/rfc/rfc4287, https://www.rfc-editor.org/rfc/rfc5005#section-4
 */
export function renderAtom(context: FeedSite, input: FeedInput): string {
  const { site, addresses } = context;
  const { entries } = input;
  const self = addresses.absolute(input.path);
  const feed = generateAtomFeed({
    id: self,
    title: { value: input.title },
    subtitle: { value: input.description },
    updated: getFeedModified(entries),
    authors: [{ name: site.name, uri: site.url }],
    generator: { text: 'Gazetteer' },
    links: [
      { href: addresses.absolute(input.listingPath), rel: 'alternate', type: 'text/html' },
      { href: self, rel: 'self', type: feedMediaTypes.atom },
      ...toArchiveLinks(context, input.archive),
    ],
    xml: { lang: site.language },
    entries: entries.map((entry) => toAtomEntry(context, entry)),
  });
  return input.archive?.isArchive ? markAsArchive(feed) : feed;
}

function toAtomEntry({ site, addresses }: FeedSite, entry: FeedEntry) {
  const { topic } = entry;
  return {
    id: entry.url,
    title: { value: entry.title },
    summary: { value: entry.summary },
    links: [{ href: entry.url, rel: 'alternate', type: 'text/html' }],
    published: entry.published,
    updated: entry.modified,
    authors: entry.authors.map(({ name, url }) => ({ name, uri: url })),
    categories: [
      topic.mediaTopic === undefined
        ? { term: topic.title }
        : { term: topic.mediaTopic, scheme: mediaTopicScheme, label: topic.title },
      ...entry.places.map(({ code, title }) => ({
        term: code,
        scheme: addresses.absolute(paths.regions),
        label: title,
      })),
      ...entry.tags.map((term) => ({ term })),
    ],
    ...(entry.filed ? { georss: entry.filed } : {}),
    ...(entry.image ? { media: toMedia(entry.image) } : {}),
    content: { value: entry.html, type: 'html' },
    ...(entry.lang === site.language ? {} : { xml: { lang: entry.lang } }),
  };
}

function toArchiveLinks({ addresses }: FeedSite, archive: ArchiveLinks | undefined) {
  if (!archive) return [];
  const links = {
    current: archive.isArchive ? archive.current : undefined,
    'prev-archive': archive.previous,
    'next-archive': archive.next,
  };
  return Object.entries(links).flatMap(([rel, path]) =>
    path === undefined ? [] : [{ href: addresses.absolute(path), rel, type: feedMediaTypes.atom }],
  );
}

/** Feedsmith 3.0 does not know the namespace of RFC 5005. */
function markAsArchive(feed: string): string {
  return feed.replace(
    /^<\?xml [^>]*>\s*<feed [^>]*(?=>)/u,
    (start) => `${start} xmlns:fh="http://purl.org/syndication/history/1.0">\n  <fh:archive/`,
  );
}
