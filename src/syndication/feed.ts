import type { LicenceChoice } from '../core/site-choices.ts';
import { getModifiedMs, type Article, type ArticleImage } from '../news/article.ts';
import { listNotices } from '../news/notices.ts';
import { getHeight, getOriginalWidth } from '../news/picture.ts';
import { toArticlePath, toImageFile, toImagePath, toListingPath, type FeedFormat } from '../news/urls.ts';
import type { Context } from '../views/context.ts';
import { buildCorrections } from '../views/correction.ts';

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

/** A feed without its stories. */
export interface FeedFacts {
  readonly title: string;
  readonly description: string;
  readonly format: FeedFormat;
  /** Site path of the feed itself. */
  readonly path: string;
  /** Site path of the listing that the feed follows. */
  readonly listingPath: string;
  /** When its stories last changed, in milliseconds since 1970. 0 for a feed without stories, which never changed. */
  readonly modifiedMs: number;
  readonly archive?: ArchiveLinks | undefined;
}

/** The facts about a story that every feed states. */
export interface FeedStory {
  /** The story's absolute address, which is also its permanent id. */
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  readonly lang: string;
  readonly published: Date;
  /** When it was last updated or corrected. */
  readonly modified: Date;
  readonly authors: readonly { readonly name: string; readonly url: string }[];
  /** Undefined for a notice, which is about a story. */
  readonly topic?: { readonly title: string; readonly mediaTopic?: string | undefined } | undefined;
  readonly places: readonly { readonly title: string; readonly code: string }[];
  readonly tags: readonly string[];
  readonly image?: FeedImage | undefined;
  readonly filed?: FilingPlace | undefined;
}

/** The place where a story was filed. */
interface FilingPlace {
  readonly name: string;
  /** Latitude and longitude in degrees. */
  readonly at?: readonly [lat: number, lng: number] | undefined;
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

/**
 * Writes feeds in one format. A story is written once for all feeds of the format, so it is a piece of text that only
 * has to be put between others.
 */
export interface FeedWriter {
  /** Renders a story up to its text and after it, with the HTML around its text. */
  renderStory(site: FeedSite, story: FeedStory, around: AroundText): AroundText;
  /** Renders a story that has its summary instead of its text. */
  renderSummary(site: FeedSite, story: FeedStory): string;
  /** Escapes HTML for its place in a story. */
  escapeText(html: string): string;
  /** Renders a feed of rendered stories, newest first. */
  renderFeed(site: FeedSite, facts: FeedFacts, stories: readonly string[]): string;
}

/** The markup before and after the text of a story. */
export interface AroundText {
  readonly before: string;
  readonly after: string;
}

/** Builds the facts that every feed states of a story. */
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
    filed: dateline && { name: dateline.place, at: dateline.at },
  };
}

/** Builds the facts of the notices of a story, each as an entry of its own: what was wrong, or why it was withdrawn. */
export function buildFeedNotices(context: Context, article: Article): readonly FeedStory[] {
  const { addresses } = context;
  const notices = buildCorrections(context, listNotices(article));
  return listNotices(article).map(({ kind, date }, index) => {
    const { id = '', kind: name = '', text = '' } = notices[index] ?? {};
    const url = addresses.absolute(toArticlePath(article.id));
    const instant = new Date(date.epochMs);
    return {
      url: `${url}#${id}`,
      title: kind === 'withdrawn' ? context.words.withdrawnTitle : `${name}: ${article.title}`,
      summary: text,
      lang: article.lang,
      published: instant,
      modified: instant,
      authors: [],
      places: [],
      tags: [],
    };
  });
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

/** Returns the licence of a site's texts in a line: its name and its address. */
export function toRights({ name, address }: LicenceChoice): string {
  return `${name} ${address}`;
}
