import type {
  AnalysisNewsArticle,
  BackgroundNewsArticle,
  CorrectionComment,
  CreativeWork,
  ImageObject,
  OpinionNewsArticle,
  ReportageNewsArticle,
} from 'schema-dts';
import { getModified, type Article, type ArticleImage, type ArticleKind, type Source } from '../../news/article.ts';
import type { Correction } from '../../news/correction.ts';
import { toArticlePath, toImagePath } from '../../news/urls.ts';
import type { Context } from '../../views/context.ts';
import { getOwnPicture, getSharedPicture, type SharedPicture } from '../../views/shared-picture.ts';
import { buildAuthor } from './author.ts';
import { ids } from './ids.ts';
import { buildCity, buildPlace } from './place.ts';
import { buildPublisherName } from './publisher.ts';
import { buildStorylineSeries, buildTag, buildTopic } from './subject.ts';

/**
 * Schema.org's types for the kinds of story, after the indicators of the Trust Project.
 *
 * Source: https://schema.org/docs/news.html
 */
const articleTypes = {
  report: 'ReportageNewsArticle',
  explainer: 'BackgroundNewsArticle',
  analysis: 'AnalysisNewsArticle',
  opinion: 'OpinionNewsArticle',
  background: 'BackgroundNewsArticle',
  timeline: 'BackgroundNewsArticle',
} as const satisfies Record<ArticleKind, string>;

/** A story as one of schema.org's types. */
type AnyNewsArticle = ReportageNewsArticle | BackgroundNewsArticle | AnalysisNewsArticle | OpinionNewsArticle;

/**
 * Builds a story's description for machines: its authors, where it was filed, what it is about, its sources and its
 * corrections.
 *
 * Source: https://schema.org/NewsArticle
 */
export function buildNewsArticle(context: Context, article: Article): AnyNewsArticle {
  const { edition, addresses, dates } = context;
  const { licence } = context.site.choices;
  const url = addresses.absolute(toArticlePath(article.id));
  const topic = buildTopic(context, article.topic);
  return {
    '@type': articleTypes[article.kind],
    '@id': ids.article(context, article.id),
    url,
    headline: article.title,
    description: article.summary,
    inLanguage: article.lang,
    datePublished: dates.machine(article.published),
    dateModified: dates.machine(getModified(article)),
    articleSection: edition.topics.get(article.topic)?.title ?? article.topic,
    ...(article.tags.length > 0 ? { keywords: article.tags.join(', ') } : {}),
    isAccessibleForFree: true,
    author: article.authors.map((id) => buildAuthor(context, id)),
    publisher: buildPublisherName(context),
    copyrightHolder: { '@id': ids.publisher(context) },
    ...(licence ? { license: licence.address } : {}),
    about: [topic, ...article.tags.map((tag) => buildTag(context, tag))],
    ...buildLocations(context, article),
    ...(article.sources.length > 0
      ? { citation: article.sources.map((source) => buildCitation(context, source)) }
      : {}),
    ...(article.corrections.length > 0
      ? { correction: article.corrections.map((correction) => buildCorrection(context, correction)) }
      : {}),
    ...(article.storylines.length > 0
      ? { isPartOf: article.storylines.map((id) => buildStorylineSeries(context, id)) }
      : {}),
    ...toImages(context, article),
    ...(article.credit === undefined ? {} : { creditText: article.credit }),
  };
}

/** Builds the places that a story is about, where it happened, and where it was filed if its dateline says that. */
function buildLocations(context: Context, { regions, dateline, places }: Article) {
  const { edition, site } = context;
  const named = regions.flatMap((code) => {
    const region = edition.gazetteer.byCode.get(code);
    return region ? [buildPlace(context, region)] : [];
  });
  const city = dateline && { ...dateline, name: dateline.place };
  if (!city || site.datelines === 'event') {
    const events = city ? [city, ...places.filter(({ name }) => name !== city.name)] : places;
    return { contentLocation: [...named, ...events.map(buildCity)] };
  }
  return {
    contentLocation: [...named, ...places.map(buildCity)],
    dateline: city.name,
    locationCreated: buildCity(city),
  };
}

function buildCitation({ dates }: Context, { title, publisher, url, published }: Source): CreativeWork {
  return {
    '@type': 'CreativeWork',
    name: title,
    publisher: { '@type': 'Organization', name: publisher },
    ...(url === undefined ? {} : { url }),
    ...(published ? { datePublished: dates.machine(published) } : {}),
  };
}

/** Source: https://schema.org/CorrectionComment */
function buildCorrection({ words, dates }: Context, { kind, text, date }: Correction): CorrectionComment {
  return {
    '@type': 'CorrectionComment',
    name: words.correctionKinds[kind],
    text,
    datePublished: dates.machine(date),
  };
}

/** Returns the story's own picture and the one shown where it is shared. No key if it has neither. */
function toImages(context: Context, article: Article): { readonly image?: readonly ImageObject[] } {
  const shared = getSharedPicture(context, article);
  const ownImage = getOwnPicture(context, article) && article.image;
  const image = [
    ...(article.image ? [buildImage(context, article.id, article.image)] : []),
    ...(shared ? [buildShared(context, shared, ownImage)] : []),
  ];
  return image.length > 0 ? { image } : {};
}

function buildShared(
  { addresses }: Context,
  { path, width, height, alt }: SharedPicture,
  image: ArticleImage | undefined,
): ImageObject {
  return {
    '@type': 'ImageObject',
    url: addresses.absolute(path),
    width: String(width),
    height: String(height),
    ...(image ? { caption: image.caption, creditText: image.credit } : { caption: alt }),
  };
}

function buildImage({ addresses }: Context, id: string, image: ArticleImage): ImageObject {
  return {
    '@type': 'ImageObject',
    url: addresses.absolute(toImagePath(id, image)),
    caption: image.caption,
    creditText: image.credit,
  };
}
