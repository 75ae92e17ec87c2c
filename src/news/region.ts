import codeMappings from 'cldr-core/supplemental/codeMappings.json' with { type: 'json' };
import containment from 'cldr-core/supplemental/territoryContainment.json' with { type: 'json' };
import { memoize } from '../core/memo.ts';
import { getNearest } from '../core/spelling.ts';
import { toSlug } from '../core/text.ts';
import { commonCodes, commonNames, defaultNames, slugNames } from './region-names.ts';

/** The level of a place in the tree. A group is a set that an editor put together; `beyond` is not on Earth. */
type RegionLevel = 'world' | 'continent' | 'subregion' | 'country' | 'group' | 'beyond';

/** A place that stories can be about. */
export interface Region {
  /** Its flat, unique part of an address: `eastern-asia`, `north-korea`. */
  readonly id: string;
  /** UN M49 code, ISO 3166-1 alpha-2 code, or the id of a group or of a place beyond the Earth. */
  readonly code: string;
  readonly title: string;
  readonly level: RegionLevel;
  /** The place that contains it. The world, groups and places beyond the Earth have none. */
  readonly parent?: Region | undefined;
  /** Places directly below it, by title. */
  readonly children: readonly Region[];
}

/** The content of `places.yaml`. */
export interface PlacesConfig {
  /** Editorial names by code, which replace those of the Unicode CLDR. */
  readonly names: Readonly<Record<string, string>>;
  readonly groups: Readonly<Record<string, { readonly title: string; readonly members: readonly string[] }>>;
  /** Places outside the tree by id, such as space. */
  readonly beyond?: Readonly<Record<string, { readonly title: string }>> | undefined;
  /** Codes by additional names, as parts of addresses: `persia: IR`. */
  readonly aliases?: Readonly<Record<string, string>> | undefined;
}

/** All places of the world and the newsroom's groups. */
export interface Gazetteer {
  readonly world: Region;
  readonly groups: readonly Region[];
  readonly beyond: readonly Region[];
  /** Places by additional parts of addresses: former names, and names in wide use. */
  readonly aliases: ReadonlyMap<string, Region>;
  /** The aliases that the newsroom defined itself. */
  readonly ownAliases: ReadonlySet<string>;
  /** Places by code or group id. */
  readonly byCode: ReadonlyMap<string, Region>;
  /** Places by their part of an address. */
  readonly byId: ReadonlyMap<string, Region>;
  /**
   * Returns every place that a story about `code` also counts for: the place itself, everything that contains it, and
   * its groups. A group counts for the places that contain all of its members.
   */
  getRollUp(code: string): readonly Region[];
  /** Returns the place that an editor most likely meant by an unknown code. */
  suggest(text: string): Region | undefined;
}

type MutableRegion = { -readonly [Key in keyof Region]: Region[Key] } & { children: Region[] };

/**
 * Creates the gazetteer: World → UN M49 regions → subregions (with Sub-Saharan Africa and Latin America and the
 * Caribbean between) → ISO 3166-1 countries and territories, plus groups and places beyond the Earth. Codes and
 * relations come from the Unicode CLDR. It also places Kosovo and the territories to which M49 assigns no region, such
 * as Taiwan.
 *
 * @param places the newsroom's names and groups
 * @param language BCP 47 tag of the names; addresses are always made from the English names
 *
 * Source: https://unstats.un.org/unsd/methodology/m49/, https://cldr.unicode.org (territoryContainment)
 */
export function createGazetteer(places: PlacesConfig, language: string): Gazetteer {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  const english = new Intl.DisplayNames(['en'], { type: 'region' });
  const isEnglish = new Intl.Locale(language).language === 'en';
  const byCode = new Map<string, Region>();
  const byId = new Map<string, Region>();
  const collator = new Intl.Collator(language);
  const byTitle = (a: Region, b: Region) => collator.compare(a.title, b.title);

  const add = (region: MutableRegion): MutableRegion => {
    byCode.set(region.code, region);
    byId.set(region.id, region);
    return region;
  };
  const grow = (code: string, parent: Region | undefined, depth: number): MutableRegion => {
    const region = add({
      code,
      id: toSlug(slugNames[code] ?? english.of(code) ?? code),
      title: places.names[code] ?? (isEnglish ? defaultNames[code] : undefined) ?? names.of(code) ?? code,
      level: getLevel(code, depth),
      parent,
      children: [],
    });
    region.children = getContained(code)
      .map((child) => grow(child, region, depth + 1))
      .sort(byTitle);
    return region;
  };

  const world = grow('001', undefined, 0);
  const groups = Object.entries(places.groups).map(([id, group]) =>
    add({
      code: id,
      id,
      title: group.title,
      level: 'group',
      children: getMembers(group.members, byCode).sort(byTitle),
    }),
  );
  const beyond = Object.entries(places.beyond ?? {}).map(([id, { title }]) =>
    add({ code: id, id, title, level: 'beyond', children: [] }),
  );
  const aliases = collectAliases({ ...commonNames, ...places.aliases }, byCode, byId);
  const rollUps = createRollUps(groups);
  return {
    world,
    groups,
    beyond,
    aliases,
    ownAliases: new Set(Object.keys(places.aliases ?? {}).filter((alias) => aliases.has(alias))),
    byCode,
    byId,
    getRollUp: (code) => rollUps(byCode.get(code)),
    suggest: (text) => suggestRegion(text, byCode, byId),
  };
}

const isoCodes: Readonly<Record<string, { _numeric?: string; _alpha3?: string; _fips10?: string }>> =
  codeMappings.supplemental.codeMappings;

/** Levels that CLDR marks as groupings but that are levels of the UN's own geoscheme. */
const intermediate: Readonly<Record<string, { parent: string; children: readonly string[] }>> = {
  '202': { parent: '002', children: ['011', '014', '017', '018'] },
  '419': { parent: '019', children: ['005', '013', '029'] },
};

/** Antarctica belongs to no M49 region, so it is placed beside the continents. */
const besideContinents = ['AQ'];

function getLevel(code: string, depth: number): RegionLevel {
  if (depth === 0) return 'world';
  if (/^[A-Z]{2}$/u.test(code)) return 'country';
  return depth === 1 ? 'continent' : 'subregion';
}

function getContained(code: string): readonly string[] {
  const level = intermediate[code];
  if (level) return level.children;
  const table: Readonly<Record<string, { _contains?: readonly string[] }>> =
    containment.supplemental.territoryContainment;
  const contained = (table[code]?._contains ?? []).filter((child) => /^\d{3}$/u.test(child) || isAssigned(child));
  const regrouped = Object.entries(intermediate).filter(([, { parent }]) => parent === code);
  const moved = new Set(regrouped.flatMap(([, { children }]) => children));
  return [
    ...contained.filter((child) => !moved.has(child)),
    ...regrouped.map(([id]) => id),
    ...(code === '001' ? besideContinents : []),
  ];
}

/** Countries and territories have a number in ISO 3166-1; Kosovo's code is user-assigned and in wide use. */
function isAssigned(code: string): boolean {
  return isoCodes[code]?._numeric !== undefined && code !== 'QO';
}

function getMembers(codes: readonly string[], byCode: ReadonlyMap<string, Region>): Region[] {
  return codes.flatMap((code) => byCode.get(code) ?? []);
}

/** Returns the places of aliases. A name that is already an address keeps its meaning. */
function collectAliases(
  codes: Readonly<Record<string, string>>,
  byCode: ReadonlyMap<string, Region>,
  byId: ReadonlyMap<string, Region>,
): ReadonlyMap<string, Region> {
  const aliases = new Map<string, Region>();
  for (const [alias, code] of Object.entries(codes)) {
    const region = byCode.get(code);
    if (region && !byId.has(alias)) aliases.set(alias, region);
  }
  return aliases;
}

/** Creates a memoised roll-up. A group counts for a place if it names the place or anything that contains it. */
function createRollUps(groups: readonly Region[]): (region: Region | undefined) => readonly Region[] {
  const known = new Map<Region, readonly Region[]>();
  return (region) => {
    if (!region) return [];
    const found = known.get(region);
    if (found) return found;
    const line = region.level === 'group' ? [region, ...getCommon(region.children)] : getLineage(region);
    const others = groups.filter((group) => group !== region && group.children.some((member) => line.includes(member)));
    const rollUp = [...line, ...others];
    known.set(region, rollUp);
    return rollUp;
  };
}

/** Returns the place itself and everything that contains it, nearest first. */
export function getLineage(region: Region): readonly Region[] {
  const line: Region[] = [];
  for (let at: Region | undefined = region; at; at = at.parent) line.push(at);
  return line;
}

/** Returns the places that contain all members of a group, nearest first. */
function getCommon(members: readonly Region[]): readonly Region[] {
  const [first, ...others] = members.map(getLineage);
  return (first ?? []).filter((region) => others.every((line) => line.includes(region)));
}

/** Returns the countries and territories of a place or group; a country returns itself. */
export const getCountries: (region: Region) => readonly Region[] = memoize((region) =>
  region.level === 'country' ? [region] : [...new Set(region.children.flatMap(getCountries))],
);

/** Understands alpha-3 codes, names in English and in the site's language, and small typos. */
function suggestRegion(
  text: string,
  byCode: ReadonlyMap<string, Region>,
  byId: ReadonlyMap<string, Region>,
): Region | undefined {
  const upper = text.toUpperCase();
  const slug = toSlug(text);
  const common = Object.hasOwn(commonNames, slug) ? commonNames[slug] : commonCodes[slug];
  const exact = byCode.get(common ?? getAlpha2(upper) ?? upper) ?? byId.get(slug);
  if (exact) return exact;
  const names = new Map<string, Region>();
  for (const region of byId.values()) names.set(region.id, region).set(toSlug(region.title), region);
  const nearest = getNearest(slug, names.keys());
  if (nearest !== undefined) return names.get(nearest);
  const alpha3 = getNearest(upper, alpha3Codes);
  return alpha3 === undefined ? undefined : byCode.get(getAlpha2(alpha3) ?? '');
}

const alpha3Codes: readonly string[] = Object.entries(isoCodes).flatMap(([code, { _alpha3 }]) =>
  isAssigned(code) && _alpha3 !== undefined ? [_alpha3] : [],
);

/** Returns the ISO 3166-1 alpha-3 code of a country. Undefined for other places. */
export function getAlpha3(alpha2: string): string | undefined {
  return isoCodes[alpha2]?._alpha3;
}

function getAlpha2(alpha3: string): string | undefined {
  return Object.keys(isoCodes).find((code) => code.length === 2 && isoCodes[code]?._alpha3 === alpha3);
}
