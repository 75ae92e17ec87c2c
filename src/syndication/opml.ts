import { renderXml, renderXmlText, xmlDeclaration } from '../core/xml.ts';
import type { Region } from '../news/region.ts';
import { paths, toFeedPath, toListingPath } from '../news/urls.ts';
import type { Context } from '../views/context.ts';

/**
 * Renders the list of feeds of the front page, the corrections log, topics, storylines, authors and places, so that feed readers can import
 * them at once. Places are a tree. Tags are left out, since there are too many.
 *
 * Source: http://opml.org/spec2.opml
 */
export function renderOpml(context: Context): string {
  const { site, edition, words } = context;
  const { world, groups, beyond } = edition.gazetteer;
  const toFeeds = (kind: 'topic' | 'storyline' | 'author') =>
    [...edition.listings[kind].values()].map(({ id, title }) =>
      renderFeed(context, toListingPath({ kind, id }), title),
    );
  const head = renderXmlText('title', words.feedsOf(site.name)) + renderXmlText('docs', 'http://opml.org/spec2.opml');
  const outlines = [
    renderFeed(context, paths.front, site.name),
    renderFeed(context, paths.corrections, words.corrections),
    renderHeading(words.topics, toFeeds('topic')),
    renderHeading(words.storylines, toFeeds('storyline')),
    renderHeading(words.authors, toFeeds('author')),
    renderHeading(
      words.regions,
      [world, ...groups, ...beyond].map((region) => renderPlace(context, region)),
    ),
  ];
  const body = renderXml('body', {}, outlines.join(''));
  return `${xmlDeclaration}${renderXml('opml', { version: '2.0' }, `\n${renderXml('head', {}, head)}\n${body}\n`)}\n`;
}

/** Renders a heading above feeds. Empty if there are none. */
function renderHeading(text: string, feeds: readonly string[]): string {
  const content = feeds.join('');
  return content && `\n${renderXml('outline', { text }, `${content}\n`)}`;
}

function renderFeed({ addresses }: Context, path: string, text: string, below = ''): string {
  const urls = { xmlUrl: addresses.absolute(toFeedPath(path)), htmlUrl: addresses.absolute(path) };
  return `\n${renderXml('outline', { text, type: 'rss', ...urls }, below && `${below}\n`)}`;
}

/** Renders the feed of a place with stories, and those of the places below it. */
function renderPlace(context: Context, { id, title, level, children }: Region): string {
  if (!context.edition.listings.region.has(id)) return '';
  const below = level === 'group' ? [] : children.map((child) => renderPlace(context, child));
  return renderFeed(context, toListingPath({ kind: 'region', id }), title, below.join(''));
}
