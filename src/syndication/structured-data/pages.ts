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

/** Builds what the front page tells machines: whose site this is, and how to search it. */
export function buildFrontGraph(context: Context): Graph {
  return toGraph([buildWebSite(context), buildPublisher(context)]);
}

/** Builds what a story's page tells machines; a withdrawn story's page tells them nothing. */
export function buildArticleGraph(context: Context, article: Article): Graph {
  return toGraph([
    buildNewsArticle(context, article),
    buildPublisher(context),
    buildArticleBreadcrumbs(context, article),
  ]);
}

/** Builds what a page of a listing tells machines: its subject, the way to it, and its stories' addresses. */
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

/** Builds what any other page tells machines, as an index of topics (`CollectionPage`) or a policy (`WebPage`). */
export function buildPageGraph(context: Context, type: 'CollectionPage' | 'WebPage', head: HeadView): Graph {
  return toGraph([buildWebPage(context, type, head), buildPageBreadcrumbs(context, head)]);
}
