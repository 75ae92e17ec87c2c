import { generateOpml } from 'feedsmith';
import type { Region } from '../news/region.ts';
import { toFeedPath, toListingPath } from '../news/urls.ts';
import type { Context } from '../views/context.ts';

/** A feed, or a heading with what stands below it. */
interface Outline {
  readonly text: string;
  readonly type?: string;
  readonly xmlUrl?: string;
  readonly htmlUrl?: string;
  readonly outlines?: Outline[];
}

/**
 * Renders the list of all feeds of topics and places, the places as a tree, for feed readers to read in one go.
 *
 * Source: http://opml.org/spec2.opml
 */
export function renderOpml(context: Context): string {
  const { site, edition, words } = context;
  const { world, groups, beyond } = edition.gazetteer;
  const topics = [...edition.listings.topic.values()].map(({ id, title }) => toFeed(context, 'topic', id, title));
  return generateOpml({
    head: { title: words.feedsOf(site.name), docs: 'http://opml.org/spec2.opml' },
    body: {
      outlines: [
        { text: words.topics, outlines: topics },
        {
          text: words.regions,
          outlines: [world, ...groups, ...beyond].flatMap((region) => toOutline(context, region)),
        },
      ],
    },
  });
}

function toFeed({ addresses }: Context, kind: 'topic' | 'region', id: string, text: string): Outline {
  const path = toListingPath({ kind, id });
  return { text, type: 'rss', xmlUrl: addresses.absolute(toFeedPath(path)), htmlUrl: addresses.absolute(path) };
}

/** Gives a place that has stories, with the places below it. */
function toOutline(context: Context, { id, title, level, children }: Region): Outline[] {
  if (!context.edition.listings.region.has(id)) return [];
  const outlines = level === 'group' ? [] : children.flatMap((child) => toOutline(context, child));
  return [{ ...toFeed(context, 'region', id, title), ...(outlines.length > 0 ? { outlines } : {}) }];
}
