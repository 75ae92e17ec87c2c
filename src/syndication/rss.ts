import { toIsoInstant } from '../core/dates.ts';
import { renderXml, renderXmlText, xmlDeclaration } from '../core/xml.ts';
import { feedMediaTypes } from '../news/feed.ts';
import { paths } from '../news/urls.ts';
import type { FeedFacts, FeedSite, FeedStory, FeedWriter } from './feed.ts';
import { toRights } from './feed.ts';
import { cdata, renderStoryMedia, storyNamespaces } from './story-xml.ts';

/**
 * Writes RSS 2.0. A summary is the `description` of a story, its text is `content:encoded`.
 *
 * Source: https://www.rssboard.org/rss-specification, https://www.rssboard.org/rss-profile,
 * https://web.resource.org/rss/1.0/modules/content/
 */
export const rss: FeedWriter = {
  renderStory: (site, story, { before, after }) => ({
    before: `<item>\n${renderFacts(site, story)}\n<content:encoded>${cdata.start}${before}`,
    after: `${after}${cdata.end}</content:encoded>\n</item>`,
  }),
  renderSummary: (site, story) => `<item>\n${renderFacts(site, story)}\n</item>`,
  escapeText: (html) => html,
  renderFeed: (site, facts, stories) =>
    `${xmlDeclaration}${renderXml('rss', { version: '2.0', ...namespaces }, renderChannel(site, facts, stories))}\n`,
};

const namespaces = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  ...storyNamespaces,
} as const;

function renderChannel({ site, addresses }: FeedSite, facts: FeedFacts, stories: readonly string[]): string {
  const lines = [
    renderXmlText('title', facts.title),
    renderXmlText('link', addresses.absolute(facts.listingPath)),
    renderXmlText('description', facts.description),
    renderXmlText('language', site.language),
    ...(site.choices.licence ? [renderXmlText('copyright', toRights(site.choices.licence))] : []),
    ...(stories.length > 0 ? [renderXmlText('lastBuildDate', new Date(facts.modifiedMs).toUTCString())] : []),
    renderXmlText('generator', 'Gazetteer'),
    renderXml('atom:link', { href: addresses.absolute(facts.path), rel: 'self', type: feedMediaTypes.rss }, ''),
    ...stories,
  ];
  return `\n${renderXml('channel', {}, `\n${lines.join('\n')}\n`)}\n`;
}

function renderFacts({ site, addresses }: FeedSite, story: FeedStory): string {
  const { url, title, summary, topic, places, tags, published, modified, authors, lang } = story;
  const region = addresses.absolute(paths.regions);
  return [
    renderXmlText('title', title),
    renderXmlText('link', url),
    renderXmlText('guid', url, { isPermaLink: 'true' }),
    renderXmlText('pubDate', published.toUTCString()),
    // RSS itself has no date of a change.
    ...(modified > published ? [renderXmlText('atom:updated', toIsoInstant(modified.getTime()))] : []),
    ...authors.map(({ name }) => renderXmlText('dc:creator', name)),
    ...(lang === site.language ? [] : [renderXmlText('dc:language', lang)]),
    renderXmlText('description', summary),
    ...(topic ? [renderXmlText('category', topic.title, { domain: addresses.absolute(paths.topics) })] : []),
    ...places.map((place) => renderXmlText('category', place.title, { domain: region })),
    ...tags.map((tag) => renderXmlText('category', tag)),
    renderStoryMedia(story),
  ].join('');
}
