import type { SearchFacet } from '../engine/state.ts';

/** A place, topic, storyline, tag, kind or author of the edition, which the search offers above the stories. */
export interface Entity {
  readonly facet: SearchFacet;
  readonly id: string;
  readonly title: string;
  /** How many stories there are about it. */
  readonly stories: number;
  /** The codes of a place: first its own in the gazetteer, then ISO 3166-1 alpha-3. */
  readonly codes: readonly string[];
  /** Further names, which readers may search for. */
  readonly names: readonly string[];
}

/** The entities of an edition. */
export interface EntityList {
  readonly entities: readonly Entity[];
  /** Names of places without stories that contain the name of an entity: “Guinea-Bissau” is not Guinea. */
  readonly otherNames: readonly string[];
}

/** Stands between the parts of a line, which none of them contains. */
const separator = '\t';

/**
 * Renders entities as text, one a line. A title that its id spells is left out.
 *
 * @example renderEntities({ entities: [{ facet: 'tag', id: 'arms-control', title: 'arms control', stories: 2, codes: [], names: [] }], otherNames: [] })
 * // '\ntag\tarms-control\t2\t\t'
 */
export function renderEntities({ entities, otherNames }: EntityList): string {
  const lines = entities.map(({ facet, id, title, stories, codes, names }) =>
    [facet, id, stories, codes.join(' '), title === toWords(id) ? '' : title, ...names].join(separator),
  );
  return [otherNames.join(separator), ...lines].join('\n');
}

/** Parses what `renderEntities` has rendered. */
export function parseEntities(text: string, facets: readonly SearchFacet[]): EntityList {
  const [others = '', ...lines] = text.split('\n');
  const entities = lines.flatMap((line): readonly Entity[] => {
    const [name, id = '', stories = '', codes = '', title = '', ...names] = line.split(separator);
    const facet = facets.find((known) => known === name);
    const list = codes.split(' ').filter(Boolean);
    return facet ? [{ facet, id, title: title || toWords(id), stories: Number(stories), codes: list, names }] : [];
  });
  return { entities, otherNames: others.split(separator).filter(Boolean) };
}

/** Returns the words of an id: `arms-control` → `arms control`. */
function toWords(id: string): string {
  return id.replaceAll('-', ' ');
}
