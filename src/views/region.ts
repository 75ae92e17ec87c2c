import { getLineage, type Region } from '../news/region.ts';
import type { Listing, ListingPage } from '../news/listing.ts';
import { paths, toListingPath, toSearchPath } from '../news/urls.ts';
import type { Context, CountedLink, Link } from './context.ts';
import { buildHead, type HeadView } from './head.ts';
import { buildListing, type ListingView } from './listing.ts';

/** A place in the tree, with the places below it that have stories. */
export interface RegionNodeView extends CountedLink {
  readonly children: readonly RegionNodeView[];
}

/** The index of places. */
export interface RegionTreeView {
  readonly head: HeadView;
  /** Continents, each with its subregions and countries. */
  readonly continents: readonly RegionNodeView[];
  readonly groups: readonly CountedLink[];
}

/** Builds the index of places: all that have stories. */
export function buildRegionTree(context: Context): RegionTreeView {
  const { edition, words } = context;
  return {
    head: buildHead(context, { title: words.regions, description: words.regionsIntro, path: paths.regions }),
    continents: buildNodes(context, edition.gazetteer.world.children),
    groups: toCountedLinks(context, edition.gazetteer.groups),
  };
}

function buildNodes(context: Context, regions: readonly Region[]): readonly RegionNodeView[] {
  return regions.flatMap((region) => {
    const [link] = toCountedLinks(context, [region]);
    return link ? [{ ...link, children: buildNodes(context, region.children) }] : [];
  });
}

/** Gives links to the places that have stories. */
function toCountedLinks({ edition, addresses, words }: Context, regions: readonly Region[]): readonly CountedLink[] {
  return regions.flatMap(({ id, title }) => {
    const listing = edition.listings.region.get(id);
    if (!listing) return [];
    return [
      { text: title, href: addresses.href(toListingPath(listing)), count: words.number(listing.articles.length) },
    ];
  });
}

/** A place's page. */
export interface RegionView extends ListingView {
  /** From the index of places down to the place above. */
  readonly breadcrumb: readonly Link[];
  readonly children: readonly CountedLink[];
  readonly childrenTitle: string;
  /** Groups that the place belongs to. */
  readonly memberOf: readonly CountedLink[];
  readonly searchWithin: Link;
}

/** Builds a page of a place's listing; the places around it, whose counts change, stand on the first page only. */
export function buildRegion(context: Context, listing: Listing, page: ListingPage): RegionView {
  const { edition, addresses, words } = context;
  const region = edition.gazetteer.byId.get(listing.id) ?? edition.gazetteer.world;
  const above = getLineage(region)
    .slice(1)
    .reverse()
    .filter(({ level }) => level !== 'world');
  const title = region.title;
  const view = buildListing(context, listing, page, { title, description: '' });
  return {
    ...view,
    breadcrumb: [
      { text: words.regions, href: addresses.href(paths.regions) },
      ...above.map(({ id, title: text }) => ({ text, href: addresses.href(toListingPath({ kind: 'region', id })) })),
    ],
    children: view.isFirst ? toCountedLinks(context, region.children) : [],
    childrenTitle: region.level === 'group' ? words.members : words.within,
    memberOf: view.isFirst ? toCountedLinks(context, getGroups(context, region)) : [],
    searchWithin: { text: words.searchWithin(title), href: addresses.href(toSearchPath({ region: region.id })) },
  };
}

/** The groups that a place belongs to. */
function getGroups({ edition }: Context, region: Region): readonly Region[] {
  if (region.level === 'group') return [];
  return edition.gazetteer.getRollUp(region.code).filter(({ level }) => level === 'group');
}
