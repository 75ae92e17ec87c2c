import { Readable } from 'node:stream';
import { SitemapStream, streamToPromise } from 'sitemap';
import { toIsoInstant } from '../core/dates.ts';
import { getModifiedMs, type Article } from '../news/article.ts';
import { paths, toArticlePath } from '../news/urls.ts';
import type { Context } from '../views/context.ts';
import type { FeedSite } from './feed.ts';

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
export async function renderNewsSitemap({ site, addresses }: FeedSite, news: readonly NewsItem[]): Promise<string> {
  const stream = new SitemapStream({
    hostname: site.url,
    xmlns: { news: true, xhtml: false, image: false, video: false },
  });
  const stories = news.map(({ path, title, lang, publishedMs, modifiedMs }) => ({
    url: addresses.absolute(path),
    lastmod: toIsoInstant(modifiedMs),
    news: {
      publication: { name: site.name, language: toNewsLanguage(lang) },
      publication_date: toIsoInstant(publishedMs),
      title,
    },
  }));
  const items = stories.length > 0 ? stories : [{ url: addresses.absolute(paths.front) }];
  return (await streamToPromise(Readable.from(items).pipe(stream))).toString();
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
