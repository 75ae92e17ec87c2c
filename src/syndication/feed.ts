import { escapeHtml } from '../core/escape.ts';
import { removeForbiddenCharacters } from '../core/text.ts';
import { getDirection } from '../i18n/dictionary.ts';
import { getModifiedMs, type Article, type Source } from '../news/article.ts';
import { toArticlePath, toImagePath, toListingPath, type FeedFormat } from '../news/urls.ts';
import type { Context } from '../views/context.ts';

/** A document of an archive of feeds, or the feed that leads to it, and its neighbours there; site paths. */
export interface ArchiveLinks {
  /** It is a document of the archive: no story will be added to it. */
  readonly isArchive: boolean;
  readonly current: string;
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
}

/** What a feed is made of. */
export interface FeedInput {
  readonly title: string;
  readonly description: string;
  readonly format: FeedFormat;
  /** Site path of the feed itself. */
  readonly path: string;
  /** Site path of the listing that the feed follows. */
  readonly listingPath: string;
  readonly archive?: ArchiveLinks | undefined;
  /** Newest first, with their texts as `toFeedHtml` gives them. */
  readonly items: readonly { readonly article: Article; readonly html: string }[];
}

/** A story in a feed: the same facts in every format. */
export interface FeedEntry {
  /** The story's whole address, which is also its lasting id. */
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  readonly lang: string;
  readonly published: Date;
  /** When it was last updated or corrected. */
  readonly modified: Date;
  readonly authors: readonly { readonly name: string; readonly url: string }[];
  readonly topic: { readonly title: string; readonly mediaTopic?: string | undefined };
  readonly places: readonly { readonly title: string; readonly code: string }[];
  readonly tags: readonly string[];
  readonly image?: string | undefined;
  /** Where it was filed, as GeoRSS has it. */
  readonly filed?:
    { readonly featureName: string; readonly point?: { readonly lat: number; readonly lng: number } } | undefined;
  /** Notices of corrections, the text, where it was filed, and the sources. */
  readonly html: string;
}

/** Builds a story's entry. */
export function toFeedEntry(context: Context, { article, html }: FeedInput['items'][number]): FeedEntry {
  const { edition, addresses } = context;
  const topic = edition.topics.get(article.topic);
  const { dateline, image } = article;
  return {
    url: addresses.absolute(toArticlePath(article.id)),
    title: article.title,
    summary: article.summary,
    lang: article.lang,
    published: new Date(article.published.epochMs),
    modified: new Date(getModifiedMs(article)),
    authors: article.authors.map((id) => ({
      name: edition.authors.get(id)?.name ?? id,
      url: addresses.absolute(toListingPath({ kind: 'author', id })),
    })),
    topic: { title: topic?.title ?? article.topic, mediaTopic: topic?.mediaTopic },
    places: article.regions.flatMap((code) => edition.gazetteer.byCode.get(code) ?? []),
    tags: article.tags,
    image: image && addresses.absolute(toImagePath(article.id, image)),
    filed: dateline && {
      featureName: dateline.place,
      ...(dateline.at ? { point: { lat: dateline.at[0], lng: dateline.at[1] } } : {}),
    },
    html: toDocument(context, article, toNotices(context, article) + html + toBackMatter(context, article)),
  };
}

/** Feed readers know neither the direction nor, for one story among others, the language: it says both itself. */
function toDocument({ site }: Context, { lang }: Article, html: string): string {
  const dir = getDirection(lang);
  if (lang === site.language && dir === 'ltr') return html;
  return `<div lang="${escapeHtml(lang)}" dir="${dir}">\n${html}\n</div>`;
}

/** The last change of a feed's stories; 1970 for a feed without any, as it never changed. */
export function getFeedModified(entries: readonly FeedEntry[]): Date {
  return new Date(entries.reduce((latest, { modified }) => Math.max(latest, modified.getTime()), 0));
}

/**
 * Makes a rendered text fit for a feed reader: whole addresses, no links from headings to themselves, and no character that
 * XML does not know.
 */
export function toFeedHtml(html: string, siteRoot: string): string {
  const { origin } = new URL(siteRoot);
  // The serialiser escapes quotation marks inside values, so these matches are attributes and nothing else.
  return removeForbiddenCharacters(html)
    .replace(
      /<div class="heading">(?<heading>[\s\S]*?)<a class="anchor"(?: [\w-]+(?:="[^"]*")?)*><\/a><\/div>/gu,
      '$<heading>',
    )
    .replace(/ (href|src)="\/(?!\/)/gu, ` $1="${origin}/`);
}

/** A reader who has read the first version learns first what was wrong in it. */
function toNotices({ words, dates }: Context, { corrections }: Article): string {
  return corrections
    .map(({ kind, date, text }) => {
      const time = `<time datetime="${dates.machine(date)}">${escapeHtml(dates.moment(date))}</time>`;
      return `<p><strong>${escapeHtml(words.correctionKinds[kind] + words.comma)}${time}:</strong> ${escapeHtml(text)}</p>\n`;
    })
    .join('');
}

function toBackMatter(context: Context, { dateline, credit, sources }: Article): string {
  const { words } = context;
  const lines = [credit, dateline && words.filedFrom(dateline.place)].filter((line) => line !== undefined);
  const paragraphs = lines.map((line) => `\n<p>${escapeHtml(line)}</p>`).join('');
  if (sources.length === 0) return paragraphs;
  const items = sources.map((source) => `<li>${toSource(context, source)}</li>\n`).join('');
  return `${paragraphs}\n<h2>${escapeHtml(words.sources)}</h2>\n<ol>\n${items}</ol>`;
}

function toSource({ words, dates }: Context, { title, publisher, url, published }: Source): string {
  const name = escapeHtml(title);
  const link = url === undefined ? name : `<a href="${escapeHtml(url)}">${name}</a>`;
  return [link, escapeHtml(publisher), ...(published ? [escapeHtml(dates.moment(published))] : [])].join(words.comma);
}
