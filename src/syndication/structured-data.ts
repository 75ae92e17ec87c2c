import type { NewsArticle, Organization, Person, Place, WithContext } from 'schema-dts';
import type { Article, ArticleImage, Dateline } from '../news/article.ts';
import type { Region } from '../news/region.ts';
import { paths, toArticlePath, toImagePath, toListingPath } from '../news/urls.ts';
import type { Context } from '../views/context.ts';

/**
 * Builds a story's description for machines: who says it, where it was filed, what places it is about, what it rests on.
 *
 * Source: https://schema.org/NewsArticle
 */
export function buildNewsArticle(context: Context, article: Article): WithContext<NewsArticle> {
  const { site, edition, addresses, dates } = context;
  const url = addresses.absolute(toArticlePath(article.id));
  const topic = edition.topics.get(article.topic);
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': `${url}#article`,
    url,
    mainEntityOfPage: url,
    headline: article.title,
    description: article.summary,
    inLanguage: article.lang,
    datePublished: dates.machine(article.published),
    dateModified: dates.machine(article.updated ?? article.published),
    articleSection: topic?.title ?? article.topic,
    keywords: article.tags.join(', '),
    isAccessibleForFree: true,
    publisher: buildPublisher(context),
    author: article.authors.map((id) => buildAuthor(context, id)),
    contentLocation: article.regions.flatMap((code) => {
      const region = edition.gazetteer.byCode.get(code);
      return region ? [buildPlace(context, region)] : [];
    }),
    citation: article.sources.map((source) => ({
      '@type': 'CreativeWork',
      name: source.title,
      publisher: { '@type': 'Organization', name: source.publisher },
      ...(source.url === undefined ? {} : { url: source.url }),
      ...(source.published ? { datePublished: dates.machine(source.published) } : {}),
    })),
    ...(article.dateline ? buildDateline(context, article.dateline) : {}),
    ...(article.image ? { image: buildImage(context, article.id, article.image) } : {}),
    ...(article.credit === undefined ? {} : { creditText: article.credit }),
    ...(article.corrections.length > 0
      ? {
          correction: article.corrections.map(({ text, date }) => ({
            '@type': 'CorrectionComment',
            text,
            datePublished: dates.machine(date),
          })),
        }
      : {}),
    copyrightHolder: { '@id': `${site.url}#publisher` },
  };
}

function buildPublisher({ site, addresses }: Context): Organization {
  return {
    '@type': 'NewsMediaOrganization',
    '@id': `${site.url}#publisher`,
    name: site.name,
    url: site.url,
    correctionsPolicy: addresses.absolute(paths.corrections),
    publishingPrinciples: addresses.absolute(paths.about),
  };
}

function buildAuthor({ edition, addresses }: Context, id: string): Person | Organization {
  const author = edition.authors.get(id);
  const url = addresses.absolute(toListingPath({ kind: 'author', id }));
  const facts = { '@id': `${url}#author`, name: author?.name ?? id, url } as const;
  return author?.type === 'person' ? { '@type': 'Person', ...facts } : { '@type': 'Organization', ...facts };
}

function buildPlace({ addresses }: Context, region: Region): Place {
  const url = addresses.absolute(toListingPath({ kind: 'region', id: region.id }));
  const scheme = getCodeScheme(region);
  return {
    '@type': region.level === 'country' ? 'Country' : 'Place',
    name: region.title,
    ...(scheme === undefined
      ? {}
      : { identifier: { '@type': 'PropertyValue', propertyID: scheme, value: region.code } }),
    url,
  };
}

/** Tells which standard a place's code is of. */
function getCodeScheme({ level }: Region): string | undefined {
  if (level === 'country') return 'ISO 3166-1 alpha-2';
  return level === 'group' || level === 'beyond' ? undefined : 'UN M49';
}

function buildDateline(
  { edition }: Context,
  { place, region, at }: Dateline,
): { readonly dateline: string; readonly locationCreated: Place } {
  const country = edition.gazetteer.byCode.get(region);
  return {
    dateline: place,
    locationCreated: {
      '@type': 'Place',
      name: place,
      address: { '@type': 'PostalAddress', addressLocality: place, addressCountry: country?.code ?? region },
      ...(at ? { geo: { '@type': 'GeoCoordinates', latitude: at[0], longitude: at[1] } } : {}),
    },
  };
}

function buildImage({ addresses }: Context, id: string, image: ArticleImage) {
  return {
    '@type': 'ImageObject',
    url: addresses.absolute(toImagePath(id, image)),
    caption: image.caption ?? image.alt,
    creditText: image.credit,
  } as const;
}
