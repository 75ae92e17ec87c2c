import type { CollectionPage, ItemList, Thing, WebPage } from 'schema-dts';
import type { Article } from '../../news/article.ts';
import { getSlice, type Listing, type ListingPage } from '../../news/listing.ts';
import { toListingPath } from '../../news/urls.ts';
import type { Context } from '../../views/context.ts';
import type { HeadView } from '../../views/head.ts';
import { ids } from './ids.ts';

/**
 * Builds the description of a listing's page. The first page has the ids of its stories in order. Everything else about
 * the stories is on their own pages; here it would double the size of the page. Back pages are archives, of which the
 * list of ids would be a tenth.
 *
 * Source: https://schema.org/CollectionPage
 */
export function buildCollectionPage(
  context: Context,
  listing: Listing,
  page: ListingPage,
  { title, description, about }: { title: string; description: string; about: Thing | undefined },
): CollectionPage {
  const { site, addresses } = context;
  const url = addresses.absolute(toListingPath(listing, page));
  const articles = page === undefined ? getSlice(listing, page, site.pageSize) : [];
  return {
    '@type': 'CollectionPage',
    '@id': url,
    url,
    name: title,
    description,
    inLanguage: site.language,
    isPartOf: { '@id': ids.website(context) },
    breadcrumb: { '@id': ids.breadcrumbs(addresses.absolute(toListingPath(listing))) },
    ...(about ? { about: { '@id': ids.subject(context, listing) } } : {}),
    ...(articles.length > 0 ? { mainEntity: buildItemList(context, articles) } : {}),
  };
}

/** Builds the description of a page that does not list stories. Source: https://schema.org/WebPage */
export function buildWebPage(
  context: Context,
  type: 'CollectionPage' | 'WebPage',
  { name, description, canonical }: HeadView,
): CollectionPage | WebPage {
  return {
    '@type': type,
    '@id': canonical,
    url: canonical,
    name,
    description,
    inLanguage: context.site.language,
    isPartOf: { '@id': ids.website(context) },
    breadcrumb: { '@id': ids.breadcrumbs(canonical) },
  };
}

/**
 * Builds the list of stories by their ids, newest first.
 *
 * Source: https://schema.org/ItemList
 */
function buildItemList(context: Context, articles: readonly Article[]): ItemList {
  return {
    '@type': 'ItemList',
    itemListOrder: 'https://schema.org/ItemListOrderDescending',
    numberOfItems: articles.length,
    itemListElement: articles.map(({ id }) => ({ '@id': ids.article(context, id) })),
  };
}
