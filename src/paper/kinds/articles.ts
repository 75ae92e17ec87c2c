import { getModifiedMs, type Article } from '../../news/article.ts';
import type { Edition } from '../../news/edition.ts';
import { getListingsWith } from '../../news/edited.ts';
import type { Listing } from '../../news/listing.ts';
import { listShared, listStretches, toStretch } from '../../news/related.ts';
import { toTagId } from '../../news/tag.ts';
import { toArticlePath, toStandingPagePath } from '../../news/urls.ts';
import { buildArticleGraph, buildPageGraph } from '../../syndication/structured-data/pages.ts';
import { buildArticle, buildWithdrawn, getAge, type ArticleView, type WithdrawnView } from '../../views/article.ts';
import type { Context } from '../../views/context.ts';
import { planArticleMap, type MapPlan } from '../../views/map.ts';
import { buildStandingPage } from '../../views/standing-page.ts';
import { describeListing, describePlaces, describeStories, describeStretch } from './inputs.ts';
import { toTextReference, type PageKind } from './page-kind.ts';

/** The content of a story's page, or of a withdrawn one's. */
export type ArticleContent =
  | { readonly view: ArticleView; readonly graph: object; readonly map: MapPlan | undefined }
  | { readonly withdrawn: WithdrawnView };

/** Stories, and the notices of withdrawn ones. */
export const articlePages: PageKind<string, ArticleContent> = {
  route: '[year]/[month]/[slug].astro',
  list: ({ edition }) => [...edition.byId.keys()],
  toPath: toArticlePath,
  build: (context, id) => {
    const article = getArticle(context, id);
    if (article.status === 'withdrawn') return { withdrawn: buildWithdrawn(context, article) };
    return {
      view: buildArticle(context, article),
      graph: buildArticleGraph(context, article),
      map: planArticleMap(context, article),
    };
  },
  getInputs: (context, id) => {
    const { edition } = context;
    const article = getArticle(context, id);
    const story = describeStories(context, [article]);
    if (article.status === 'withdrawn') return story;
    return [
      story,
      getAge(context, article),
      describePlaces(context),
      article.tags.map((tag) => edition.listings.tag.get(toTagId(tag))?.title),
      article.storylines.map((storyline) => describeStoryline(context, storyline)),
      listStretches(edition, article).map((stretch) => describeStretch(context, stretch)),
    ];
  },
  shows: (context, id, article) => {
    const own = getArticle(context, id);
    return own === article || isBeside(context.edition, own, getListingsWith(context.edition)(article), article);
  },
  isApart: (context, id, { ids, near }) => !ids.has(id) && !near.has(getArticle(context, id)),
  getText: (context, id) => {
    const article = getArticle(context, id);
    return article.status === 'withdrawn' ? undefined : toTextReference(article);
  },
  anchors: ['content', 'article-body', 'sources', 'corrections', 'contents', 'places-and-tags', 'related'],
  getModifiedMs: (context, id) => {
    const article = getArticle(context, id);
    return article.status === 'withdrawn' ? undefined : getModifiedMs(article);
  },
  isPermanent: () => true,
};

/** Returns whether one of the listings with a story may have it beside another: in a box of a storyline, or as related. */
function isBeside(edition: Edition, own: Article, listings: ReadonlySet<Listing>, article: Article): boolean {
  return listShared(edition, own).some((listing) => {
    if (!listings.has(listing)) return false;
    const { from, to } = toStretch(listing, own);
    return listing.kind === 'storyline' || listing.articles.slice(from, to).includes(article);
  });
}

function describeStoryline(context: Context, id: string): unknown {
  const { listings, storylines } = context.edition;
  const listing = listings.storyline.get(id);
  return [storylines.get(id)?.title, listing && describeListing(context, listing)];
}

function getArticle({ edition }: Context, id: string): Article {
  const article = edition.byId.get(id);
  if (!article) throw new Error(`There is no article ${id}.`);
  return article;
}

/** The newsroom's own pages, such as its policies. */
export const standingPages = {
  route: '[page].astro',
  list: ({ edition }) => [...edition.pages.keys()],
  toPath: toStandingPagePath,
  build: (context, id) => {
    const view = buildStandingPage(context, getPage(context, id));
    return { id, view, graph: buildPageGraph(context, 'WebPage', view.head) };
  },
  getText: (context, id) => toTextReference(getPage(context, id)),
  anchors: ['content'],
  getModifiedMs: () => 0,
  isPermanent: () => true,
} satisfies PageKind<string, object>;

function getPage({ edition }: Context, id: string) {
  const page = edition.pages.get(id);
  if (!page) throw new Error(`There is no page ${id}.`);
  return page;
}
