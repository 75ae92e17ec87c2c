import { getNeighbours } from '../atlas/neighbours.ts';
import type { Article } from '../news/article.ts';
import { getSlice, type Listing, type ListingPage } from '../news/listing.ts';
import { getLineage, type Region } from '../news/region.ts';
import { paths, toListingPath, toSearchPath } from '../news/urls.ts';
import type { Context, CountedLink, Link } from './context.ts';
import { buildHead, type HeadView } from './head.ts';
import { hasFacets } from './listing-facets.ts';
import { buildListing, type ListingView, type TeaserGroupView } from './listing.ts';
import { getPlace, toPlaceLink } from './place.ts';
import { buildTeaser, type TeaserView } from './teaser.ts';
import { buildPlaceInWorld, type PlaceInWorldView } from './world-map.ts';

/** The surroundings of a place: its parts, neighbours and groups. */
export interface SurroundingsView {
  readonly childrenTitle: string;
  /** Places within it, with and without stories. */
  readonly children: readonly CountedLink[];
  readonly emptyChildren: readonly Link[];
  /** Neighbouring places. Those without stories have no count. */
  readonly neighbours: readonly (Link & { readonly count?: string | undefined })[];
  /** Groups that the place belongs to. */
  readonly memberOf: readonly CountedLink[];
}

/** A place's page. */
export interface RegionView extends ListingView, SurroundingsView {
  /** From the index of places down to the place that contains it. */
  readonly breadcrumb: readonly Link[];
  readonly searchWithin: Link;
}

/** Returns whether there is anything to show beside the stories of a place. */
export function hasSurroundings({ facets, neighbours, memberOf }: RegionView): boolean {
  return hasFacets(facets) || neighbours.length + memberOf.length > 0;
}

/** Builds a page of a place's listing. Its surroundings, whose counts change, are on the first page only. */
export function buildRegion(context: Context, listing: Listing, page: ListingPage): RegionView {
  const { addresses, words } = context;
  const region = getPlace(context, listing.id);
  const view = buildListing(context, listing, page, { title: region.title, description: '' });
  return {
    ...view,
    ...splitByMainPlace(context, listing, page, region),
    ...(view.isFirst ? buildSurroundings(context, region) : nothingAround),
    breadcrumb: buildBreadcrumb(context, region),
    searchWithin: { text: words.searchWithin(region.title), href: addresses.href(toSearchPath({ region: region.id })) },
  };
}

/**
 * Groups the stories of a page: those mainly about the place, then those that also touch it. Nothing is grouped where all
 * are of one kind.
 */
function splitByMainPlace(
  context: Context,
  listing: Listing,
  page: ListingPage,
  region: Region,
): Partial<Pick<ListingView, 'groups' | 'showsDays'>> {
  const { words, edition, site } = context;
  const articles = getSlice(listing, page, site.pageSize);
  const isMain = ({ regions: [code = ''] }: Article) => edition.gazetteer.getRollUp(code).includes(region);
  const [main, others] = [articles.filter(isMain), articles.filter((article) => !isMain(article))];
  if (main.length === 0 || others.length === 0) return {};
  const toGroup = (text: string, group: readonly Article[]): TeaserGroupView => ({
    heading: { text },
    teasers: group.map((article) => buildTeaser(context, article)),
  });
  return {
    groups: [toGroup(words.mainlyAbout(region.title), main), toGroup(words.alsoAbout(region.title), others)],
    showsDays: true,
  };
}

/** The page of a place that no story is about yet. */
export interface EmptyRegionView extends SurroundingsView {
  readonly head: HeadView;
  readonly title: string;
  readonly breadcrumb: readonly Link[];
  readonly map: PlaceInWorldView;
  /** The nearest place around it that has stories, with the newest of them. Undefined in an empty edition. */
  readonly around?: { readonly link: Link; readonly teasers: readonly TeaserView[] } | undefined;
}

/** The number of stories shown from the place around an empty one. */
const aroundShown = 6;
/** The number of stories among which they are looked for. */
const aroundSearched = 300;

/** Builds the page of a place without stories. */
export function buildEmptyRegion(context: Context, region: Region): EmptyRegionView {
  const { words } = context;
  const around = getStoriesAround(context, region);
  return {
    ...buildSurroundings(context, region),
    head: buildHead(context, {
      title: region.title,
      description: words.emptyRegion(region.title),
      path: toListingPath({ kind: 'region', id: region.id }),
      isIndexed: false,
    }),
    title: region.title,
    breadcrumb: buildBreadcrumb(context, region),
    map: buildPlaceInWorld(context, region),
    around: around && {
      link: toPlaceLink(context, getPlace(context, around.id)),
      teasers: around.articles.map((article) => buildTeaser(context, article)),
    },
  };
}

/** Returns the nearest place around an empty one that stories are mainly about, with the newest of them. */
export function getStoriesAround(
  { edition }: Context,
  { code }: Region,
): { readonly id: string; readonly articles: readonly Article[] } | undefined {
  const { gazetteer, listings } = edition;
  for (const region of gazetteer.getRollUp(code)) {
    const articles = (listings.region.get(region.id)?.articles ?? [])
      .slice(0, aroundSearched)
      .filter(({ regions: [main = ''] }) => gazetteer.getRollUp(main).includes(region))
      .slice(0, aroundShown);
    if (articles.length > 0) return { id: region.id, articles };
  }
  return undefined;
}

/** Returns the places with an address but no story. */
export function getEmptyRegions({ edition }: Context): readonly Region[] {
  return [...edition.gazetteer.byId.values()].filter(({ id }) => !edition.listings.region.has(id));
}

const nothingAround: SurroundingsView = {
  childrenTitle: '',
  children: [],
  emptyChildren: [],
  neighbours: [],
  memberOf: [],
};

/** Builds the surroundings of a place. */
export function buildSurroundings(context: Context, region: Region): SurroundingsView {
  const { edition, words } = context;
  const isKnown = ({ id }: Region) => edition.listings.region.has(id);
  return {
    childrenTitle: region.level === 'group' ? words.members : words.within,
    children: region.children.filter(isKnown).map((child) => toCountedLink(context, child)),
    emptyChildren: region.children.filter((child) => !isKnown(child)).map((child) => toPlaceLink(context, child)),
    neighbours: getPlacesBeside(context, region).map((place) =>
      isKnown(place) ? toCountedLink(context, place) : toPlaceLink(context, place),
    ),
    memberOf: edition.gazetteer
      .getRollUp(region.code)
      .filter((group) => group.level === 'group' && group !== region && isKnown(group))
      .map((group) => toCountedLink(context, group)),
  };
}

/** Returns the places of which the first page of a place may tell. */
export function getPlacesAround(context: Context, region: Region): readonly Region[] {
  const within = context.edition.gazetteer.getRollUp(region.code);
  return [...region.children, ...getPlacesBeside(context, region), ...within];
}

/** Returns a country's neighbours, or the other parts of the region that contains a region. */
function getPlacesBeside({ edition }: Context, region: Region): readonly Region[] {
  if (region.level !== 'country') return region.parent?.children.filter((other) => other !== region) ?? [];
  return getNeighbours(region.code).flatMap((code) => edition.gazetteer.byCode.get(code) ?? []);
}

function toCountedLink(context: Context, region: Region): CountedLink {
  const count = context.edition.listings.region.get(region.id)?.articles.length ?? 0;
  return { ...toPlaceLink(context, region), count: context.words.number(count) };
}

function buildBreadcrumb(context: Context, region: Region): readonly Link[] {
  const above = getLineage(region)
    .slice(1)
    .filter(({ level }) => level !== 'world')
    .map((place) => toPlaceLink(context, place));
  return [{ text: context.words.regions, href: context.addresses.href(paths.regions) }, ...above.reverse()];
}
