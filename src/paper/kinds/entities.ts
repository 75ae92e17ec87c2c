import { foldSpace } from '../../core/text.ts';
import { articleKinds } from '../../news/article.ts';
import type { Listing } from '../../news/listing.ts';
import { getAlpha3, type Region } from '../../news/region.ts';
import { searchEntitiesPath } from '../../news/urls.ts';
import { renderEntities, type Entity, type EntityList } from '../../search/entities/entity.ts';
import { toNameKey } from '../../search/entities/entity-names.ts';
import { placeWords } from '../../search/entities/place-words.ts';
import type { SearchFacet } from '../../search/engine/state.ts';
import type { Context } from '../../views/context.ts';
import { createSingle } from './page-kind.ts';

/** The file with everything that the search offers above the stories. */
export const entitiesFile = createSingle(
  'search/entities.txt.ts',
  searchEntitiesPath,
  (context) => ({ text: renderEntities(buildEntities(context)) }),
  { shows: () => false },
);

/** The largest number of tags, storylines or authors in the file, so that it stays small: those with most stories. */
const mostOfKind = 1_500;

/** Lists the places, topics, storylines, tags, kinds and authors that have stories, by id. */
function buildEntities(context: Context): EntityList {
  const { listings } = context.edition;
  const places = buildPlaces(context);
  const others = (['topic', 'storyline', 'tag', 'author'] as const).flatMap((facet) =>
    selectMost([...listings[facet].values()]).map((listing) => toEntity(facet, listing)),
  );
  return {
    entities: [...places, ...others, ...buildKinds(context)],
    otherNames: listOtherNames(context, places),
  };
}

function toEntity(facet: SearchFacet, { id, title, articles }: Pick<Listing, 'id' | 'title' | 'articles'>): Entity {
  return { facet, id, title: foldSpace(title), stories: articles.length, codes: [], names: [] };
}

function selectMost(listings: readonly Listing[]): readonly Listing[] {
  return listings
    .filter(({ articles }) => articles.length > 0)
    .sort((a, b) => b.articles.length - a.articles.length || byId(a, b))
    .slice(0, mostOfKind)
    .sort(byId);
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}

function buildKinds({ edition, words }: Context): readonly Entity[] {
  const stories = Map.groupBy(edition.articles, ({ kind }) => kind);
  return articleKinds.flatMap((id) => {
    const articles = stories.get(id);
    return articles ? [toEntity('kind', { id, title: words.kinds[id], articles })] : [];
  });
}

function buildPlaces(context: Context): readonly Entity[] {
  const { gazetteer, listings } = context.edition;
  const aliases = Map.groupBy(gazetteer.aliases, ([, region]) => region);
  const names = listDisplayNames(context);
  return [...listings.region.values()].sort(byId).flatMap((listing) => {
    const region = gazetteer.byId.get(listing.id);
    if (!region) return [];
    const known = (aliases.get(region) ?? []).map(([alias]) => alias.replaceAll('-', ' '));
    const all = [...names.map((of) => of(region)), ...(placeWords.get(region.code) ?? []), ...known];
    const entity = toEntity('region', listing);
    return [{ ...entity, codes: toCodes(region), names: removeKnown(entity, all) }];
  });
}

/** Removes names that are found by the title, the id or a name before. */
function removeKnown({ id, title }: Entity, names: readonly string[]): readonly string[] {
  const known = new Set(['', toNameKey(title), toNameKey(id.replaceAll('-', ' '))]);
  return names.filter((name) => {
    const key = toNameKey(name);
    return !known.has(key) && known.add(key);
  });
}

/** Returns functions that name places in the languages of the edition: that of the paper, and those of its stories. */
function listDisplayNames({ edition, site }: Context): readonly ((region: Region) => string)[] {
  const languages = [...new Set([site.language, ...edition.articles.map(({ lang }) => lang)])].sort();
  return languages.map((language) => {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    return ({ code }) => (/^(?:[A-Z]{2}|\d{3})$/u.test(code) ? (names.of(code) ?? '') : '');
  });
}

function toCodes({ code, level }: Region): readonly string[] {
  if (level === 'group' || level === 'beyond') return [];
  return [code, getAlpha3(code) ?? ''].filter(Boolean);
}

/** Lists the names of places without stories within which the name of a place with stories stands. */
function listOtherNames({ edition: { gazetteer, listings } }: Context, places: readonly Entity[]): readonly string[] {
  const keys = places.flatMap(({ title, names }) => [title, ...names].map((name) => ` ${toNameKey(name)} `));
  return [...gazetteer.byId.values()]
    .filter(({ id }) => !listings.region.has(id))
    .flatMap(({ title, id }) => [title, id.replaceAll('-', ' ')])
    .filter((name) => {
      const key = ` ${toNameKey(name)} `;
      return keys.some((known) => known.length < key.length && key.includes(known));
    })
    .sort();
}
