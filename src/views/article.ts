import type { Root } from 'hast';
import { countMonths, countYears } from '../core/age.ts';
import type { Timestamp } from '../core/dates.ts';
import { renderHtml } from '../core/html-tree.ts';
import { getDirection } from '../i18n/dictionary.ts';
import { getModified, getModifiedMs, type Article, type ArticleKind } from '../news/article.ts';
import { getPosition } from '../news/edition.ts';
import { getRelated, type RelatedReason } from '../news/related.ts';
import { toTagId } from '../news/tag.ts';
import { paths, toArticlePath, toListingPath } from '../news/urls.ts';
import type { Context, DateView, Link } from './context.ts';
import { buildCorrections, type CorrectionView } from './correction.ts';
import { buildPreviewMark } from './preview-mark.ts';
import { buildHead, type HeadView } from './head.ts';
import { getLanguage, toStoryLink, type LanguageView, type StoryLink } from './language.ts';
import { buildCitation, type CitationView } from './citation.ts';
import { listSections } from './contents.ts';
import { buildKeyPoints, linkKeyPoints, type KeyPointView } from './key-points.ts';
import {
  buildStoryPicture,
  buildTextPictures,
  enrichPictures,
  type PictureView,
  type StoryPictureView,
} from './picture.ts';
import { getReadingMinutes } from './reading-time.ts';
import { getSharedPicture } from './shared-picture.ts';
import { collectSourceUses, type SourceUse } from './source-uses.ts';
import { buildKicker, buildTeaser, type KickerView, type TeaserView } from './teaser.ts';

/** The position of a story in a storyline. */
export interface StorylineBoxView {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  /** `Part 6 of 9` */
  readonly part: string;
  /** The chapters around this one, oldest first. */
  readonly chapters: readonly (StoryLink & { readonly date: DateView; readonly isThis: boolean })[];
  readonly previous?: StoryLink | undefined;
  readonly next?: StoryLink | undefined;
}

/** A source as a reader can look it up. */
export interface SourceView {
  readonly title: string;
  readonly publisher: string;
  /** `official text` */
  readonly type?: string | undefined;
  readonly url?: string | undefined;
  readonly published?: DateView | undefined;
}

/** A story's page without its text. */
export interface ArticleView {
  readonly head: HeadView;
  readonly kicker: KickerView;
  readonly title: string;
  readonly summary: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly byline: readonly Link[];
  readonly dateline?: string | undefined;
  readonly published: DateView;
  readonly updated?: DateView | undefined;
  /**
   * Says that the story is more than a month or a year old at the build's instant. Empty if it is not. The page itself keeps
   * counting.
   */
  readonly age: string;
  /** `Reading time: 2 minutes`. Empty for a story without a text. */
  readonly readingTime: string;
  /** `5 sources`; empty when there is none. */
  readonly sourceCount: string;
  readonly image?: StoryPictureView | undefined;
  readonly keyPoints: readonly KeyPointView[];
  /** The pictures in its text, by their addresses there. */
  readonly pictures: Readonly<Record<string, PictureView>>;
  readonly kind: ArticleKind;
  readonly credit?: string | undefined;
  readonly corrections: readonly CorrectionView[];
  readonly sources: readonly SourceView[];
  readonly storylines: readonly StorylineBoxView[];
  readonly regions: readonly Link[];
  readonly tags: readonly Link[];
  readonly related: readonly { readonly teaser: TeaserView; readonly reason: string }[];
  readonly citation: CitationView;
  /** In a preview, the reason why readers cannot see the story. */
  readonly previewMark?: string | undefined;
}

/** The parts of a story's page that depend on its text. */
export interface ArticleTextView {
  readonly html: string;
  readonly keyPoints: readonly KeyPointView[];
  /** The paragraphs that use each source, in the order of the sources. Empty if no mark names one. */
  readonly sourceUses: readonly (readonly SourceUse[])[];
  /** The sections of a long text, and the questions of an explainer. Empty for a short text. */
  readonly contents: readonly Link[];
}

/** The text of a story: its tree as the Markdown chain makes it, and what reading has found out about it. */
export interface StoryText {
  readonly tree: Root;
  /** For each key point the number of the paragraph that supports it, or -1. */
  readonly support: readonly number[];
}

/** The text of a story that has none, such as a link post. */
export const emptyText: StoryText = {
  tree: { type: 'root', children: [] },
  support: [],
};

/** A text with fewer sections has no table of contents. */
const minContents = 4;
const chaptersShown = 5;
const relatedShown = 3;

/** Builds a story's page without its text. */
export function buildArticle(context: Context, article: Article): ArticleView {
  const { addresses, words, edition } = context;
  const { show = {} } = context.site.choices;
  const kicker = buildKicker(context, article);
  const minutes = getReadingMinutes(article);
  const toDate = (timestamp: Timestamp) => toDateView(context, timestamp);
  return {
    head: buildArticleHead(context, article, kicker),
    kicker,
    title: article.title,
    summary: article.summary,
    lang: article.lang,
    dir: getDirection(article.lang),
    byline: article.authors.map((id) => ({
      text: edition.authors.get(id)?.name ?? id,
      href: addresses.href(toListingPath({ kind: 'author', id })),
    })),
    dateline: article.dateline?.place,
    published: toDate(article.published),
    updated: article.updated && toDate(article.updated),
    age: getAge(context, article),
    readingTime: minutes > 0 && show.readingTime !== false ? words.readingTime(words.minutes(minutes)) : '',
    sourceCount: article.sources.length > 0 ? words.sourceCount(article.sources.length) : '',
    image: buildStoryPicture(context, article, 'story'),
    keyPoints: show.keyPoints === false ? [] : buildKeyPoints(article.keyPoints, article.sources),
    pictures: buildTextPictures(context, article.media),
    kind: article.kind,
    credit: article.credit,
    corrections: buildCorrections(context, article.corrections),
    sources: article.sources.map(({ published, type, id: _id, ...source }) => ({
      ...source,
      type: type && words.sourceTypes[type],
      published: published && toDate(published),
    })),
    storylines: article.storylines.flatMap((id) => buildStorylineBox(context, article, id) ?? []),
    regions: buildRegionLinks(context, article),
    tags: article.tags.map((text) => ({
      text,
      href: addresses.href(toListingPath({ kind: 'tag', id: toTagId(text) })),
    })),
    related: getRelated(edition, article, relatedShown).map(({ article: other, reason }) => ({
      teaser: buildTeaser(context, other),
      reason: explainReason(context, reason, other),
    })),
    citation: buildCitation(context, article),
    previewMark: buildPreviewMark(context, article)?.notice,
  };
}

/**
 * Builds the parts of a story's page that depend on its text, from the page and the text alone.
 */
export function buildArticleText(
  { kind, keyPoints, pictures, sources }: ArticleView,
  body: StoryText,
): ArticleTextView {
  const { points, tree } = linkKeyPoints(keyPoints, body.support, body.tree);
  const uses = collectSourceUses(tree);
  const sections = listSections(tree);
  return {
    html: renderHtml(enrichPictures(tree, pictures).children),
    keyPoints: points,
    sourceUses: uses.size > 0 ? sources.map((_, index) => uses.get(index + 1) ?? []) : [],
    contents: kind === 'explainer' || sections.length >= minContents ? sections : [],
  };
}

function toDateView({ dates }: Context, timestamp: Timestamp): DateView {
  return { text: dates.moment(timestamp), machine: dates.machine(timestamp) };
}

function buildArticleHead(context: Context, article: Article, kicker: KickerView): HeadView {
  const { dates } = context;
  return buildHead(context, {
    title: article.title,
    description: article.summary,
    path: toArticlePath(article.id),
    lang: article.lang,
    feed: { title: kicker.topic.text, listing: { kind: 'topic', id: article.topic } },
    picture: getSharedPicture(context, article),
    article: {
      published: dates.machine(article.published),
      modified: dates.machine(getModified(article)),
      section: kicker.topic.text,
    },
  });
}

function buildStorylineBox(context: Context, article: Article, id: string): StorylineBoxView | undefined {
  const { edition, addresses, words, dates } = context;
  const listing = edition.listings.storyline.get(id);
  if (!listing) return undefined;
  const total = listing.articles.length;
  // Listings run newest first, chapters oldest first.
  const position = getPosition(listing.articles, article);
  const at = (index: number): StoryLink | undefined => {
    const chapter = listing.articles[index];
    return chapter && toStoryLink(context, chapter);
  };
  const first = Math.max(0, Math.min(position - (chaptersShown >> 1), total - chaptersShown));
  return {
    id,
    title: listing.title,
    href: addresses.href(toListingPath(listing)),
    part: words.partOf(total - position, total),
    chapters: listing.articles
      .slice(first, first + chaptersShown)
      .map((chapter) => ({
        ...toStoryLink(context, chapter),
        date: { text: dates.day(chapter.published.epochMs), machine: dates.machine(chapter.published) },
        isThis: chapter === article,
      }))
      .reverse(),
    previous: at(position + 1),
    next: at(position - 1),
  };
}

function buildRegionLinks({ edition, addresses }: Context, { regions }: Article): readonly Link[] {
  return regions.flatMap((code) => {
    const region = edition.gazetteer.byCode.get(code);
    return region
      ? [{ text: region.title, href: addresses.href(toListingPath({ kind: 'region', id: region.id })) }]
      : [];
  });
}

function explainReason({ edition, words }: Context, reason: RelatedReason, other: Article): string {
  switch (reason.kind) {
    case 'storyline':
      return words.reasonStoryline(edition.storylines.get(reason.id)?.title ?? reason.id);
    case 'place-and-topic':
      return words.reasonPlaceAndTopic(
        edition.gazetteer.byCode.get(reason.region)?.title ?? reason.region,
        edition.topics.get(other.topic)?.title ?? other.topic,
      );
    case 'tags':
      return words.reasonTags(words.list(reason.ids.map((id) => edition.listings.tag.get(id)?.title ?? id)));
  }
}

/** The notice that remains of a withdrawn story. */
export interface WithdrawnView extends LanguageView {
  readonly head: HeadView;
  readonly withdrawn: DateView;
  /** Why, in the language of the story. Empty if it was not said. */
  readonly reason: string;
  /** The log of corrections, which lists it. */
  readonly log: Link;
}

/** Builds the notice at a withdrawn story's address. It keeps only the address, and when and why it was withdrawn. */
export function buildWithdrawn(context: Context, article: Article): WithdrawnView {
  const { words, dates } = context;
  const { date, reason = '' } = article.withdrawn ?? {};
  const modified = date ?? { epochMs: getModifiedMs(article), isDateOnly: true };
  return {
    head: buildHead(context, {
      title: words.withdrawnTitle,
      description: words.withdrawnText,
      path: toArticlePath(article.id),
      isIndexed: false,
    }),
    withdrawn: { text: dates.day(modified.epochMs), machine: dates.machine(modified) },
    reason,
    log: { text: words.corrections, href: context.addresses.href(paths.corrections) },
    ...getLanguage(context, article),
  };
}

/** Returns the notice that a story is more than a month or a year old. Empty if it is not. */
export function getAge({ edition, words }: Context, { published }: Article): string {
  const years = countYears(published.epochMs, edition.instantMs);
  if (years > 0) return words.age(years);
  const months = countMonths(published.epochMs, edition.instantMs);
  return months > 0 ? words.ageInMonths(months) : '';
}
