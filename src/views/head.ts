import { memoize } from '../core/memo.ts';
import { feedMediaTypes, getFeedFormats } from '../news/feed.ts';
import type { Listing } from '../news/listing.ts';
import { paths, siteCardPath, toFeedPath, toListingPath, type FeedFormat } from '../news/urls.ts';
import type { Context, Link } from './context.ts';
import { cardSize } from './card-size.ts';
import type { SharedPicture } from './shared-picture.ts';

/** The content of a page's head. */
export interface HeadView {
  /** The title, followed by the site's name except on the front page. */
  readonly title: string;
  /** The title without the site's name. */
  readonly name: string;
  readonly description: string;
  /** The canonical address of the page, absolute. */
  readonly canonical: string;
  /**
   * The feeds of a listing in all their formats, RSS first, or the feed of a story's topic, then the site's, on the front
   * page in all its formats and after that of the corrections log.
   */
  readonly feeds: readonly FeedLink[];
  /** The page's Open Graph properties, except its description. */
  readonly openGraph: readonly { readonly property: string; readonly content: string }[];
  /** Whether the shared picture is shown large. */
  readonly hasPicture: boolean;
  /** Additions of the newsroom to the head of every page. */
  readonly additions: readonly { readonly name: string; readonly content: string }[];
  /** False for pages that search engines should not index. */
  readonly isIndexed: boolean;
}

/** A link to a feed. */
export interface FeedLink extends Link {
  /** Its media type. */
  readonly type: string;
}

/** The input for a page's head. */
export interface HeadInput {
  readonly title: string;
  readonly description: string;
  readonly path: string;
  /** BCP 47 tag of a story's language. */
  readonly lang?: string;
  /** The listing whose feeds the page links to, and its title. */
  readonly feed?: { readonly title: string; readonly listing: Pick<Listing, 'kind' | 'id'> };
  readonly isIndexed?: boolean;
  /** The page's own picture. Without it, the site's card is shared. */
  readonly picture?: SharedPicture | undefined;
  readonly article?: {
    readonly published: string;
    readonly modified: string;
    readonly section: string;
  };
}

/** Builds the head of a page. */
export function buildHead(context: Context, input: HeadInput): HeadView {
  const { site, addresses } = context;
  const canonical = addresses.absolute(input.path);
  const picture = input.picture ?? getSiteCard(context);
  return {
    title: input.path === paths.front ? `${site.name}: ${site.motto}` : `${input.title} · ${site.name}`,
    name: input.title,
    description: input.description,
    canonical,
    feeds: buildFeedLinks(context, input),
    openGraph: [
      { property: 'og:site_name', content: site.name },
      { property: 'og:type', content: input.article ? 'article' : 'website' },
      { property: 'og:title', content: input.title },
      { property: 'og:url', content: canonical },
      { property: 'og:locale', content: toOpenGraphLocale(input.lang ?? site.language, site) },
      ...(input.article ? toArticleProperties(input.article) : []),
      ...(picture ? toImageProperties(context, picture) : []),
    ],
    hasPicture: picture !== undefined,
    additions: listAdditions(context),
    isIndexed: site.isPreview ? false : (input.isIndexed ?? true),
  };
}

function listAdditions({ site }: Context): HeadView['additions'] {
  const { fediverse, head = [] } = site.choices;
  return [...(fediverse === undefined ? [] : [{ name: 'fediverse:creator', content: fediverse }]), ...head];
}

/** Open Graph requires a country with every language: `en_GB`. */
function toOpenGraphLocale(lang: string, { language, locale }: Context['site']): string {
  return withCountry(lang === language ? locale : lang);
}

const withCountry = memoize((tag: string) => {
  const { language, region = '' } = new Intl.Locale(tag).maximize();
  return `${language}_${region}`;
});

function buildFeedLinks({ site, addresses, words }: Context, { path, feed, article }: HeadInput): readonly FeedLink[] {
  const toLink = (format: FeedFormat, text: string, listingPath: string): FeedLink => ({
    text: format === 'rss' ? text : `${text} (${words.feedFormats[format]})`,
    href: addresses.href(toFeedPath(listingPath, format)),
    type: feedMediaTypes[format],
  });
  // A story's page does not list every format of its topic's feed: the topic's page does.
  const formats = feed ? getFeedFormats(feed.listing.kind).slice(0, article ? 1 : undefined) : [];
  const own = feed
    ? formats.map((format) => toLink(format, `${site.name}: ${feed.title}`, toListingPath(feed.listing)))
    : [];
  const ofSite: readonly FeedFormat[] = path === paths.front ? getFeedFormats('front') : ['rss'];
  const siteFeeds = ofSite.map((format) => toLink(format, site.name, paths.front));
  const logFeeds = ofLog(path).map((format) => toLink(format, `${site.name}: ${words.corrections}`, paths.corrections));
  // Feed readers take the first.
  return path === paths.front ? [...siteFeeds, ...logFeeds] : [...own, ...logFeeds, ...siteFeeds];
}

/** Returns the formats of the feed of the corrections log that a page announces. */
function ofLog(path: string): readonly FeedFormat[] {
  if (path.startsWith(paths.corrections)) return getFeedFormats('corrections');
  return path === paths.front ? ['rss'] : [];
}

/** Source: https://ogp.me/#structured */
function toImageProperties({ addresses }: Context, { path, type, width, height, alt }: SharedPicture) {
  return [
    { property: 'og:image', content: addresses.absolute(path) },
    { property: 'og:image:type', content: type },
    { property: 'og:image:width', content: String(width) },
    { property: 'og:image:height', content: String(height) },
    { property: 'og:image:alt', content: alt },
  ];
}

function getSiteCard({ site }: Context): SharedPicture | undefined {
  if (!site.hasCards) return undefined;
  return { path: siteCardPath, type: 'image/png', ...cardSize, alt: `${site.name}: ${site.motto}` };
}

function toArticleProperties({ published, modified, section }: NonNullable<HeadInput['article']>) {
  return [
    { property: 'article:published_time', content: published },
    { property: 'article:modified_time', content: modified },
    { property: 'article:section', content: section },
  ];
}
