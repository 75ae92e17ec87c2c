import type { Element, ElementContent, Properties, Root, Text } from 'hast';
import { changeTree, h, renderHtml } from '../core/html-tree.ts';
import { removeForbiddenCharacters } from '../core/text.ts';
import { getDirection } from '../i18n/dictionary.ts';
import { getModifiedMs, type Article, type ArticleImage, type Source } from '../news/article.ts';
import { getHeight, getOriginalWidth } from '../news/picture.ts';
import { toArticlePath, toImageFile, toImagePath, toListingPath, type FeedFormat } from '../news/urls.ts';
import type { Context } from '../views/context.ts';

/** The facts about its site that a feed needs. */
export type FeedSite = Pick<Context, 'site' | 'addresses'>;

/** The neighbours of an archive document, or of the feed that leads to the archive. Site paths. */
export interface ArchiveLinks {
  /** Whether it is a closed document of the archive, to which no story will be added. */
  readonly isArchive: boolean;
  readonly current: string;
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
}

/** The content of a feed. */
export interface FeedInput {
  readonly title: string;
  readonly description: string;
  readonly format: FeedFormat;
  /** Site path of the feed itself. */
  readonly path: string;
  /** Site path of the listing that the feed follows. */
  readonly listingPath: string;
  readonly archive?: ArchiveLinks | undefined;
  /** Newest first. */
  readonly entries: readonly FeedEntry[];
}

/** A story in a feed: the same facts in every format. */
export interface FeedEntry {
  /** The story's absolute address, which is also its permanent id. */
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
  readonly image?: FeedImage | undefined;
  /** Where it was filed, as GeoRSS writes it. */
  readonly filed?:
    { readonly featureName: string; readonly point?: { readonly lat: number; readonly lng: number } } | undefined;
  /** Correction notices, the picture, the text, where it was filed, and the sources. */
  readonly html: string;
}

/** A story in a feed without its text. */
export interface FeedStory extends Omit<FeedEntry, 'html'> {
  /** Correction notices and the picture. */
  readonly before: readonly ElementContent[];
  /** Where it was filed, and the sources. */
  readonly after: readonly ElementContent[];
}

/** The picture above a story. */
export interface FeedImage extends Pick<ArticleImage, 'alt' | 'caption' | 'credit'> {
  readonly url: string;
  /** Its media type. */
  readonly type: string;
  /** Pixels. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

/** Builds a story's entry without its text. */
export function buildFeedStory(context: Context, article: Article): FeedStory {
  const { edition, addresses } = context;
  const topic = edition.topics.get(article.topic);
  const { dateline } = article;
  const image = article.image && toFeedImage(context, article, article.image);
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
    places: article.regions.flatMap((code) => {
      const region = edition.gazetteer.byCode.get(code);
      return region ? [{ title: region.title, code: region.code }] : [];
    }),
    tags: article.tags,
    image,
    filed: dateline && {
      featureName: dateline.place,
      ...(dateline.at ? { point: { lat: dateline.at[0], lng: dateline.at[1] } } : {}),
    },
    before: [...toNotices(context, article), ...(image ? [toFigure(image)] : [])].flatMap((block) => [block, lineEnd]),
    after: toBackMatter(context, article).flatMap((block) => [lineEnd, block]),
  };
}

/**
 * Completes a story's entry with its text.
 *
 * @param tree the text as the Markdown chain makes it
 */
export function addFeedText(site: FeedSite, { before, after, ...story }: FeedStory, tree: Root): FeedEntry {
  const content = [...before, ...toFeedText(tree, site.addresses.absolute('/')), ...after];
  return { ...story, html: renderHtml(toDocument(site, story.lang, content)) };
}

function toFeedImage({ edition, addresses }: Context, { id }: Article, image: ArticleImage): FeedImage {
  const { src, alt, caption, credit } = image;
  const picture = edition.pictures.get(toImageFile(id, src));
  const width = picture && getOriginalWidth(picture);
  const height = picture && getHeight(picture, getOriginalWidth(picture));
  const extension = src.slice(src.lastIndexOf('.') + 1).toLowerCase();
  const type = `image/${extension === 'jpg' ? 'jpeg' : extension}`;
  return { url: addresses.absolute(toImagePath(id, image)), type, width, height, alt, caption, credit };
}

/**
 * Describes the picture above a story in the words of Media RSS, which Atom uses too.
 *
 * Source: https://www.rssboard.org/media-rss
 */
export function toMedia({ url, type, width, height, alt, caption, credit }: FeedImage) {
  const size = width === undefined || height === undefined ? {} : { width, height };
  const content = { url, type, medium: 'image', ...size };
  return {
    contents: [{ ...content, title: { value: caption }, description: { value: alt }, credits: [{ value: credit }] }],
  };
}

function toFigure({ url, width, height, alt, caption, credit }: FeedImage): Element {
  return h('figure', {}, [
    h('img', { src: url, alt, width, height }),
    h('figcaption', {}, [caption, ' ', h('small', {}, [credit])]),
  ]);
}

const lineEnd: Text = { type: 'text', value: '\n' };

/** Feed readers know neither the direction nor the language of a single story, so the content states both itself. */
function toDocument({ site }: FeedSite, lang: string, content: readonly ElementContent[]): readonly ElementContent[] {
  const dir = getDirection(lang);
  return lang === site.language && dir === 'ltr' ? content : [h('div', { lang, dir }, [lineEnd, ...content, lineEnd])];
}

/** Returns when a feed's stories last changed. 1970 for a feed without stories, which has never changed. */
export function getFeedModified(entries: readonly FeedEntry[]): Date {
  return new Date(entries.reduce((latest, { modified }) => Math.max(latest, modified.getTime()), 0));
}

/**
 * Prepares a text for feed readers: absolute addresses, no links from headings to themselves, no characters that XML
 * does not allow.
 */
function toFeedText(tree: Root, siteRoot: string): readonly ElementContent[] {
  const { origin } = new URL(siteRoot);
  return changeTree(tree, (node) => toFeedNode(node, origin)).children;
}

function toFeedNode(node: ElementContent, origin: string): ElementContent | undefined {
  if (node.type === 'text') return { ...node, value: removeForbiddenCharacters(node.value) };
  if (node.type !== 'element') return undefined;
  const [heading] = node.children;
  if (String(node.properties['className']) === 'heading') return heading;
  return { ...node, properties: toFeedProperties(node.properties, origin) };
}

function toFeedProperties(properties: Properties, origin: string): Properties {
  const entries = Object.entries(properties).map(([name, value]): [string, Properties[string]] => {
    if (typeof value !== 'string') return [name, value];
    const isSitePath = (name === 'href' || name === 'src') && /^\/(?!\/)/u.test(value);
    return [name, removeForbiddenCharacters(isSitePath ? `${origin}${value}` : value)];
  });
  return Object.fromEntries(entries);
}

/** A reader who has read the first version first learns what was wrong in it. */
function toNotices({ words, dates }: Context, { corrections }: Article): readonly Element[] {
  return corrections.map(({ kind, date, text }) => {
    const time = h('time', { dateTime: dates.machine(date) }, [dates.moment(date)]);
    return h('p', {}, [h('strong', {}, [words.correctionKinds[kind] + words.comma, time, ':']), ` ${text}`]);
  });
}

function toBackMatter(context: Context, { dateline, credit, sources }: Article): readonly Element[] {
  const { words } = context;
  const lines = [credit, dateline && words.filedFrom(dateline.place)].filter((line) => line !== undefined);
  const paragraphs = lines.map((line) => h('p', {}, [line]));
  if (sources.length === 0) return paragraphs;
  const items = sources.map((source) => h('li', {}, toSource(context, source)));
  return [
    ...paragraphs,
    h('h2', {}, [words.sources]),
    h('ol', {}, [...items.flatMap((item) => [lineEnd, item]), lineEnd]),
  ];
}

function toSource({ words, dates }: Context, source: Source): readonly (Element | string)[] {
  const { title, publisher, url, published } = source;
  const facts = [publisher, ...(published ? [dates.moment(published)] : [])].map((fact) => words.comma + fact);
  return [url === undefined ? title : h('a', { href: url }, [title]), ...facts];
}
