import { toIsoInstant } from '../core/dates.ts';
import type { LicenceChoice } from '../core/site-choices.ts';
import { renderXml, renderXmlText, xmlDeclaration } from '../core/xml.ts';
import { feedMediaTypes } from '../news/feed.ts';
import { paths } from '../news/urls.ts';
import { toRights } from './feed.ts';
import type { ArchiveLinks, FeedFacts, FeedSite, FeedStory, FeedWriter } from './feed.ts';
import { mediaTopicScheme } from './media-topics.ts';
import { cdata, renderStoryMedia, storyNamespaces } from './story-xml.ts';

/**
 * Writes Atom. A story without its text has a `summary` and no `content`. The site's own feed links to its archive.
 *
 * Source: https://www.rfc-editor.org/rfc/rfc4287, https://www.rfc-editor.org/rfc/rfc5005#section-4
 */
export const atom: FeedWriter = {
  renderStory: (site, story, { before, after }) => ({
    before: `${startEntry(site, story)}\n<content type="html">${cdata.start}${before}`,
    after: `${after}${cdata.end}</content>\n</entry>`,
  }),
  renderSummary: (site, story) => `${startEntry(site, story)}\n</entry>`,
  escapeText: (html) => html,
  renderFeed: (site, facts, stories) => {
    const attributes = { xmlns: 'http://www.w3.org/2005/Atom', ...namespaces, 'xml:lang': site.site.language };
    const lines = [...renderHead(site, facts), ...stories];
    return `${xmlDeclaration}${renderXml('feed', attributes, `\n${lines.join('\n')}\n`)}\n`;
  },
};

const namespaces = { ...storyNamespaces, 'xmlns:fh': 'http://purl.org/syndication/history/1.0' } as const;

function renderHead(context: FeedSite, facts: FeedFacts): readonly string[] {
  const { site, addresses } = context;
  const self = addresses.absolute(facts.path);
  return [
    ...(facts.archive?.isArchive ? ['<fh:archive/>'] : []),
    renderXmlText('id', self),
    renderXmlText('title', facts.title),
    renderXmlText('subtitle', facts.description),
    renderXmlText('updated', toIsoInstant(facts.modifiedMs)),
    renderAuthor(site.name, site.url),
    ...renderRights(site.choices.licence),
    renderXmlText('generator', 'Gazetteer'),
    renderLink(addresses.absolute(facts.listingPath), 'alternate', 'text/html'),
    renderLink(self, 'self', feedMediaTypes.atom),
    ...renderArchiveLinks(context, facts.archive),
  ];
}

/** Source: https://www.rfc-editor.org/rfc/rfc4946 */
function renderRights(licence: LicenceChoice | undefined): readonly string[] {
  if (!licence) return [];
  return [renderXmlText('rights', toRights(licence)), renderXml('link', { href: licence.address, rel: 'license' }, '')];
}

function renderArchiveLinks({ addresses }: FeedSite, archive: ArchiveLinks | undefined): readonly string[] {
  if (!archive) return [];
  const links = {
    current: archive.isArchive ? archive.current : undefined,
    'prev-archive': archive.previous,
    'next-archive': archive.next,
  };
  return Object.entries(links).flatMap(([rel, path]) =>
    path === undefined ? [] : [renderLink(addresses.absolute(path), rel, feedMediaTypes.atom)],
  );
}

/** Renders an entry up to its content. */
function startEntry({ site, addresses }: FeedSite, story: FeedStory): string {
  const { url, title, summary, published, modified, authors, topic, places, tags, lang } = story;
  const scheme = addresses.absolute(paths.regions);
  return [
    lang === site.language ? '<entry>\n' : `<entry xml:lang="${lang}">\n`,
    renderXmlText('id', url),
    renderLink(url, 'alternate', 'text/html'),
    renderXmlText('title', title),
    renderXmlText('published', toIsoInstant(published.getTime())),
    renderXmlText('updated', toIsoInstant(modified.getTime())),
    ...authors.map((author) => renderAuthor(author.name, author.url)),
    renderXmlText('summary', summary),
    ...(topic ? [renderTopic(topic)] : []),
    ...places.map((place) => renderCategory({ term: place.code, scheme, label: place.title })),
    ...tags.map((term) => renderCategory({ term })),
    renderStoryMedia(story),
  ].join('');
}

function renderTopic({ title, mediaTopic }: NonNullable<FeedStory['topic']>): string {
  if (mediaTopic === undefined) return renderCategory({ term: title });
  return renderCategory({ term: mediaTopic, scheme: mediaTopicScheme, label: title });
}

function renderAuthor(name: string, uri: string): string {
  return renderXml('author', {}, renderXmlText('name', name) + renderXmlText('uri', uri));
}

function renderLink(href: string, rel: string, type: string): string {
  return renderXml('link', { href, rel, type }, '');
}

function renderCategory(attributes: { readonly term: string; readonly scheme?: string; readonly label?: string }) {
  return renderXml('category', { ...attributes }, '');
}
