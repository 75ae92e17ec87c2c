import type { BreadcrumbList } from 'schema-dts';
import type { Article } from '../../news/article.ts';
import type { Listing } from '../../news/listing.ts';
import { getLineage } from '../../news/region.ts';
import { paths, toListingPath, toYearPath } from '../../news/urls.ts';
import type { Context } from '../../views/context.ts';
import type { HeadView } from '../../views/head.ts';
import { getPlace } from '../../views/place.ts';
import { ids } from './ids.ts';

/** A step on the path from the front page to a page. */
interface Crumb {
  readonly name: string;
  readonly path: string;
}

/** Builds the path to a page directly below the front page. */
export function buildPageBreadcrumbs(context: Context, { name, canonical }: HeadView): BreadcrumbList {
  const { site, addresses } = context;
  const crumbs = [
    { name: site.name, item: addresses.absolute(paths.front) },
    { name, item: canonical },
  ];
  return { ...toBreadcrumbs(crumbs), '@id': ids.breadcrumbs(canonical) };
}

/**
 * Builds the path to a story: topics, its topic. The path need not name the site or the page itself.
 *
 * Source: https://developers.google.com/search/docs/appearance/structured-data/breadcrumb#structured-data-type-definitions
 */
export function buildArticleBreadcrumbs({ words, edition, addresses }: Context, { topic }: Article): BreadcrumbList {
  return toBreadcrumbs([
    { name: words.topics, item: addresses.absolute(paths.topics) },
    {
      name: edition.topics.get(topic)?.title ?? topic,
      item: addresses.absolute(toListingPath({ kind: 'topic', id: topic })),
    },
  ]);
}

/** Builds the path to a listing: front page, index of its kind, and for a place the places that contain it. */
export function buildListingBreadcrumbs(context: Context, listing: Listing, title: string): BreadcrumbList {
  const { site, addresses } = context;
  const path = toListingPath(listing);
  const crumbs = [{ name: site.name, path: paths.front }, ...getCrumbsAbove(context, listing), { name: title, path }];
  const steps = crumbs.map((crumb) => ({ name: crumb.name, item: addresses.absolute(crumb.path) }));
  return { ...toBreadcrumbs(steps), '@id': ids.breadcrumbs(addresses.absolute(path)) };
}

/** Source: https://schema.org/BreadcrumbList */
function toBreadcrumbs(crumbs: readonly { readonly name: string; readonly item: string }[]) {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(
      ({ name, item }, index) => ({ '@type': 'ListItem', position: index + 1, name, item }) as const,
    ),
  } as const;
}

function getCrumbsAbove(context: Context, { kind, id }: Listing): readonly Crumb[] {
  const { words, dates } = context;
  switch (kind) {
    case 'topic':
      return [{ name: words.topics, path: paths.topics }];
    case 'tag':
      return [{ name: words.tags, path: paths.tags }];
    case 'storyline':
      return [{ name: words.storylines, path: paths.storylines }];
    case 'author':
      return [{ name: words.authors, path: paths.authors }];
    case 'month': {
      const year = id.slice(0, id.indexOf('/'));
      return [{ name: words.archiveOf(dates.year(year)), path: toYearPath(year) }];
    }
    case 'region':
      return [{ name: words.regions, path: paths.regions }, ...getPlacesAbove(context, id)];
  }
}

function getPlacesAbove(context: Context, id: string): readonly Crumb[] {
  return getLineage(getPlace(context, id))
    .slice(1)
    .filter(({ level }) => level !== 'world')
    .map((place) => ({ name: place.title, path: toListingPath({ kind: 'region', id: place.id }) }))
    .reverse();
}
