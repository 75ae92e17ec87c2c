import type { Import } from './imports.ts';

/** A room of `src` with the other rooms that it may import from. */
export interface Room {
  readonly uses: readonly string[];
  /** Its wings in order. Each may import from those before it; the files of the room itself from all of them. */
  readonly wings?: readonly string[];
}

/**
 * The rooms of `src`, each after those that it uses. `components`, `layouts` and `styles` belong to Astro and the
 * browser. Single files count as rooms.
 */
export const rooms: Readonly<Record<string, Room>> = {
  core: { uses: [] },
  disk: { uses: ['core'] },
  news: { uses: ['core'] },
  i18n: { uses: ['core', 'news'] },
  atlas: { uses: ['core', 'news'] },
  content: {
    uses: ['core', 'disk', 'news'],
    wings: ['text', 'schema', 'yaml', 'rules', 'markdown', 'pictures', 'places', 'reading', 'store'],
  },
  theme: { uses: ['core', 'disk', 'news', 'content'] },
  settings: { uses: ['core', 'i18n', 'content', 'theme'] },
  reader: { uses: ['core'] },
  search: {
    uses: ['core', 'disk', 'news', 'reader'],
    wings: ['pagefind', 'format', 'indexing', 'engine', 'entities', 'page'],
  },
  views: { uses: ['core', 'news', 'i18n', 'atlas'] },
  hosts: { uses: ['core', 'atlas', 'reader'] },
  server: { uses: ['core', 'hosts'] },
  syndication: { uses: ['core', 'news', 'i18n', 'views'] },
  cards: { uses: ['core', 'disk', 'atlas', 'views', 'theme'] },
  paper: {
    wings: ['kinds'],
    uses: ['core', 'disk', 'news', 'i18n', 'content', 'atlas', 'search', 'views', 'hosts', 'syndication', 'settings'],
  },
  astro: { uses: ['core', 'disk', 'content', 'theme', 'atlas', 'views', 'search', 'server', 'paper'] },
  press: {
    uses: [
      'core',
      'disk',
      'news',
      'content',
      'atlas',
      'search',
      'views',
      'hosts',
      'cards',
      'paper',
      'astro',
      'theme',
      'settings',
    ],
    wings: ['report', 'output', 'plan', 'program'],
  },
  desk: {
    uses: ['core', 'disk', 'news', 'i18n', 'content', 'settings', 'hosts', 'server', 'paper', 'press'],
  },
  create: { uses: [] },
  styles: { uses: [] },
  components: { uses: ['core', 'news', 'i18n', 'views', 'search', 'reader', 'styles'] },
  layouts: { uses: ['core', 'news', 'i18n', 'views', 'components', 'reader', 'styles'] },
  pages: {
    uses: ['core', 'atlas', 'views', 'syndication', 'paper', 'astro', 'components', 'layouts'],
  },
};

/** Finds forbidden imports: from a room that is not listed, or from a later wing. */
export function findBreaches(imports: readonly Import[]): readonly Import[] {
  return imports.filter(({ file, target, isOurs }) => isOurs && !mayImport(file, target));
}

function mayImport(file: string, target: string): boolean {
  const [from, to] = [toRoom(file), toRoom(target)];
  // The program's folder is above `src`: the launcher starts from it, and nothing may be built over it.
  if (target.startsWith('..')) return from === 'desk' || from === 'disk';
  if (from !== to) return rooms[from]?.uses.includes(to) ?? false;
  const wings = rooms[from]?.wings ?? [];
  return getRank(target, wings) <= getRank(file, wings);
}

/** Returns the rank of a file's wing. Files of the room itself come after all of them. */
function getRank(file: string, wings: readonly string[]): number {
  const wing = wings.indexOf(file.split('/')[1] ?? '');
  return wing < 0 ? wings.length : wing;
}

/** Returns the first part of a path below `src`. */
export function toRoom(file: string): string {
  return file.split('/')[0] ?? '';
}

/** Returns whether a module runs in a browser, by its name or the wing it lies in. */
export function isForBrowser(file: string): boolean {
  return /\.client\.ts$|^reader\/.*\.worker\.ts$|^search\/(?:engine|page)\//u.test(file);
}

/** Finds what only Node or Astro has among everything that a browser's modules import, types aside. */
export function findNodeInBrowser(imports: readonly Import[]): readonly Import[] {
  const byFile = Map.groupBy(
    imports.filter(({ isType }) => !isType),
    ({ file }) => file,
  );
  const seen = new Set([...byFile.keys()].filter(isForBrowser));
  const found: Import[] = [];
  for (const file of seen) {
    for (const entry of byFile.get(file) ?? []) {
      if (entry.isOurs) seen.add(entry.target);
      else if (/^(?:node:|astro)/u.test(entry.target)) found.push(entry);
    }
  }
  return found;
}

/** Finds a cycle of imports, types included. Undefined if there is none. */
export function findCycle(imports: readonly Import[]): readonly string[] | undefined {
  const targets = Map.groupBy(
    imports.filter(({ isOurs }) => isOurs),
    ({ file }) => file,
  );
  const done = new Set<string>();
  const search = (file: string, trail: readonly string[]): readonly string[] | undefined => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const { target } of targets.get(file) ?? []) {
      const cycle = search(target, [...trail, file]);
      if (cycle) return cycle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of targets.keys()) {
    const cycle = search(file, []);
    if (cycle) return cycle;
  }
  return undefined;
}
