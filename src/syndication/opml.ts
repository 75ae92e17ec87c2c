import { generateOpml } from 'feedsmith';
import type { Region } from '../news/region.ts';
import { paths, toFeedPath, toListingPath } from '../news/urls.ts';
import type { Context } from '../views/context.ts';

/** A feed, or a heading with entries below it. */
interface Outline {
  readonly text: string;
  readonly type?: string;
  readonly xmlUrl?: string;
  readonly htmlUrl?: string;
  readonly outlines?: Outline[];
}

/**
 * Renders the list of feeds of the front page, topics, storylines, authors and places, so that feed readers can import
 * them at once. Places are a tree. Tags are left out, since there are too many.
 *
 * Source: http://opml.org/spec2.opml
 */
export function renderOpml(context: Context): string {
  const { site, edition, words } = context;
  const { world, groups, beyond } = edition.gazetteer;
  const toFeeds = (kind: 'topic' | 'storyline' | 'author') =>
    [...edition.listings[kind].values()].map(({ id, title }) => toFeed(context, toListingPath({ kind, id }), title));
  return generateOpml({
    head: { title: words.feedsOf(site.name), docs: 'http://opml.org/spec2.opml' },
    body: {
      outlines: [
        toFeed(context, paths.front, site.name),
        { text: words.topics, outlines: toFeeds('topic') },
        { text: words.storylines, outlines: toFeeds('storyline') },
        { text: words.authors, outlines: toFeeds('author') },
        {
          text: words.regions,
          outlines: [world, ...groups, ...beyond].flatMap((region) => toOutline(context, region)),
        },
      ].filter(({ xmlUrl, outlines }) => xmlUrl !== undefined || (outlines && outlines.length > 0)),
    },
  });
}

function toFeed({ addresses }: Context, path: string, text: string): Outline {
  return { text, type: 'rss', xmlUrl: addresses.absolute(toFeedPath(path)), htmlUrl: addresses.absolute(path) };
}

/** Returns a place with stories, and the places below it. */
function toOutline(context: Context, { id, title, level, children }: Region): Outline[] {
  if (!context.edition.listings.region.has(id)) return [];
  const outlines = level === 'group' ? [] : children.flatMap((child) => toOutline(context, child));
  return [
    { ...toFeed(context, toListingPath({ kind: 'region', id }), title), ...(outlines.length > 0 ? { outlines } : {}) },
  ];
}
