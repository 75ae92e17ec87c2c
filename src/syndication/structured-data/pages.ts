import type { Graph } from 'schema-dts';
import type { Article } from '../../news/article.ts';
import type { Listing, ListingPage } from '../../news/listing.ts';
import type { Context } from '../../views/context.ts';
import type { ListingView } from '../../views/listing.ts';
import { buildArticleBreadcrumbs, buildListingBreadcrumbs, buildPageBreadcrumbs } from './breadcrumbs.ts';
import type { HeadView } from '../../views/head.ts';
import { buildCollectionPage, buildWebPage } from './collection-page.ts';
import { toGraph } from './graph.ts';
import { buildNewsArticle } from './news-article.ts';
import { buildPublisher, buildWebSite } from './publisher.ts';
import { buildSubject } from './subject.ts';

/** Builds the front page's structured data: the publisher, and how to search the site. */
export function buildFrontGraph(context: Context): Graph {
  return toGraph([buildWebSite(context), buildPublisher(context)]);
}

/** Builds the structured data of a story's page. A withdrawn story's page has none. */
export function buildArticleGraph(context: Context, article: Article): Graph {
  return toGraph([buildNewsArticle(context, article), buildArticleBreadcrumbs(context, article)]);
}

/** Builds the structured data of a listing's page: its subject, the path to it, and its stories' addresses. */
export function buildListingGraph(
  context: Context,
  listing: Listing,
  page: ListingPage,
  { title, head }: Pick<ListingView, 'title' | 'head'>,
): Graph {
  const subject = buildSubject(context, listing);
  return toGraph([
    buildCollectionPage(context, listing, page, { title, description: head.description, about: subject }),
    ...(subject ? [subject] : []),
    buildListingBreadcrumbs(context, listing, title),
  ]);
}

/** Builds the structured data of any other page: an index of topics is a `CollectionPage`, a policy is a `WebPage`. */
export function buildPageGraph(context: Context, type: 'CollectionPage' | 'WebPage', head: HeadView): Graph {
  return toGraph([buildWebPage(context, type, head), buildPageBreadcrumbs(context, head)]);
}
