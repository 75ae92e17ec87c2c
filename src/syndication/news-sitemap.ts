import { toIsoInstant } from '../core/dates.ts';
import { renderXml, renderXmlText, xmlDeclaration } from '../core/xml.ts';
import { getModifiedMs, type Article } from '../news/article.ts';
import { paths, toArticlePath } from '../news/urls.ts';
import type { Context } from '../views/context.ts';
import type { FeedSite } from './feed.ts';
import { renderPlace, sitemapNamespace } from './sitemap.ts';

const maxAgeDays = 2;
const maxStories = 1000;
const dayMs = 86_400_000;

/** A story in a news sitemap. */
export interface NewsItem {
  /** Site path. */
  readonly path: string;
  readonly title: string;
  readonly lang: string;
  readonly publishedMs: number;
  readonly modifiedMs: number;
}

/** Returns the first instant at which a story is no longer in news sitemaps, in milliseconds since 1970. */
export function getEndOfNewsMs(publishedMs: number): number {
  return publishedMs + maxAgeDays * dayMs + 1;
}

/** Returns the stories of a news sitemap: those of the last two days, at most a thousand, newest first. */
export function getLatestNews({ edition }: Pick<Context, 'edition'>): readonly NewsItem[] {
  const sinceMs = edition.instantMs - maxAgeDays * dayMs;
  // Stories are sorted: those after the first old one can be skipped.
  const end = edition.articles.findIndex(({ published }) => published.epochMs < sinceMs);
  return edition.articles.slice(0, Math.min(maxStories, end < 0 ? edition.articles.length : end)).map(toItem);
}

function toItem(article: Article): NewsItem {
  const { id, title, lang, published } = article;
  return { path: toArticlePath(id), title, lang, publishedMs: published.epochMs, modifiedMs: getModifiedMs(article) };
}

/**
 * Renders the sitemap of the newest stories. If there are none it names only the front page, since a sitemap without
 * addresses violates the schema.
 *
 * Source: https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap
 */
export function renderNewsSitemap({ site, addresses }: FeedSite, news: readonly NewsItem[]): string {
  const stories = news.map((story) => {
    const place = renderPlace(addresses.absolute(story.path), story.modifiedMs);
    return renderXml('url', {}, place + renderXml('news:news', {}, renderNews(site.name, story)));
  });
  const front = renderXml('url', {}, renderPlace(addresses.absolute(paths.front), 0));
  const attributes = { xmlns: sitemapNamespace, 'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9' };
  return xmlDeclaration + renderXml('urlset', attributes, stories.join('') || front);
}

function renderNews(paper: string, { title, lang, publishedMs }: NewsItem): string {
  const publication = renderXmlText('news:name', paper) + renderXmlText('news:language', toNewsLanguage(lang));
  return (
    renderXml('news:publication', {}, publication) +
    renderXmlText('news:publication_date', toIsoInstant(publishedMs)) +
    renderXmlText('news:title', title)
  );
}

/**
 * Returns Google News's code for a language: ISO 639, except that Chinese is `zh-cn` or `zh-tw` by its script.
 *
 * @example toNewsLanguage('pt-BR') // 'pt'
 * @example toNewsLanguage('zh-Hant') // 'zh-tw'
 */
export function toNewsLanguage(lang: string): string {
  const locale = new Intl.Locale(lang);
  if (locale.language !== 'zh') return locale.language;
  return locale.maximize().script === 'Hant' ? 'zh-tw' : 'zh-cn';
}
