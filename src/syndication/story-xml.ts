import { renderXml, renderXmlText } from '../core/xml.ts';
import type { FeedStory } from './feed.ts';

/** The namespaces of what RSS and Atom both say of a story. */
export const storyNamespaces = {
  'xmlns:georss': 'http://www.georss.org/georss',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
} as const;

/**
 * Renders the picture of a story in Media RSS and the place where it was filed in GeoRSS. Empty if it has neither.
 *
 * Source: https://www.rssboard.org/media-rss, https://docs.ogc.org/cs/17-002r1/17-002r1.html
 */
export function renderStoryMedia({ filed, image }: Pick<FeedStory, 'filed' | 'image'>): string {
  return (filed ? renderFilingPlace(filed) : '') + (image ? renderPicture(image) : '');
}

function renderFilingPlace({ name, at }: NonNullable<FeedStory['filed']>): string {
  return (at ? renderXmlText('georss:point', at.join(' ')) : '') + renderXmlText('georss:featureName', name);
}

function renderPicture({ url, type, width, height, alt, caption, credit }: NonNullable<FeedStory['image']>): string {
  const size = width === undefined || height === undefined ? {} : { width, height };
  return renderXml(
    'media:content',
    { url, type, medium: 'image', ...size },
    renderXmlText('media:title', caption) +
      renderXmlText('media:description', alt) +
      renderXmlText('media:credit', credit),
  );
}

/**
 * The start and end of HTML that stands in XML as it is. Rendered HTML cannot end it, because `>` is escaped in its texts
 * and attributes.
 */
export const cdata = { start: '<![CDATA[', end: ']]>' } as const;
