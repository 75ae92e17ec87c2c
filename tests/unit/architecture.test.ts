import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * Who may import whom (DESIGN.md §3): each room lists the rooms of `src` that it may use besides itself. `i18n` holds the
 * words of the interface and knows only what the field's things are called; `site.config.ts` is read at the edges.
 */
const allowed: Readonly<Record<string, readonly string[]>> = {
  core: [],
  disk: [],
  news: ['core'],
  i18n: ['core', 'news'],
  atlas: ['core', 'news'],
  content: ['core', 'disk', 'news'],
  views: ['core', 'news', 'i18n', 'atlas'],
  search: ['core', 'disk', 'news'],
  cards: ['core', 'disk', 'atlas', 'views'],
  syndication: ['core', 'news', 'i18n', 'views'],
  reader: ['core'],
  hosts: ['core', 'atlas', 'reader'],
  build: [
    'core',
    'disk',
    'news',
    'i18n',
    'content',
    'atlas',
    'views',
    'search',
    'cards',
    'syndication',
    'hosts',
    'site.config.ts',
  ],
  desk: ['core', 'disk', 'news', 'i18n', 'content', 'hosts', 'build', 'site.config.ts'],
  styles: [],
  components: ['core', 'news', 'i18n', 'views', 'search', 'reader', 'styles'],
  layouts: ['core', 'news', 'i18n', 'views', 'components', 'reader', 'styles'],
  pages: [
    'core',
    'news',
    'content',
    'atlas',
    'views',
    'syndication',
    'build',
    'components',
    'layouts',
    'site.config.ts',
  ],
  'content.config.ts': ['content', 'site.config.ts'],
  'site.config.ts': ['core'],
};

interface Import {
  readonly file: string;
  readonly target: string;
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => /\.(?:ts|astro)$/u.test(file) && !file.endsWith('.d.ts'));

const imports: readonly Import[] = files.flatMap((file) =>
  [...readFileSync(path.join('src', file), 'utf8').matchAll(/(?:from\s+|import\s+|import\()'(?<target>[^']+)'/gu)].map(
    (match) => ({ file, target: match.groups?.['target'] ?? '' }),
  ),
);

const local = imports.filter(({ target }) => target.startsWith('.'));
const toRoom = (file: string) => file.split('/')[0] ?? '';
const resolve = ({ file, target }: Import) => path.posix.join(path.posix.dirname(file), target.replace(/\?.*$/u, ''));

describe('who may import whom', () => {
  it('finds the imports at all', () => {
    expect(files.length).toBeGreaterThan(80);
    expect(local.length).toBeGreaterThan(150);
  });

  it('knows every room', () => {
    expect([...new Set(files.map(toRoom))].filter((room) => !(room in allowed))).toEqual([]);
  });

  it('keeps every import within the rooms that its room may use', () => {
    const wrong = local.filter((entry) => {
      const [from, to] = [toRoom(entry.file), toRoom(resolve(entry))];
      return from !== to && !allowed[from]?.includes(to);
    });
    expect(wrong).toEqual([]);
  });

  it('keeps core and news free of Node, the DOM, Astro and the clock', () => {
    const pure = files.filter((file) => /^(?:core|news)\//u.test(file));
    const foreign = imports.filter(({ file, target }) => pure.includes(file) && /^(?:node:|astro)/u.test(target));
    const impure = pure.filter((file) =>
      /\b(?:document|window|process|Date\.now|new Date\(\)|Math\.random|performance)\b/u.test(
        readFileSync(path.join('src', file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gmu, ''),
      ),
    );
    expect(foreign).toEqual([]);
    expect(impure).toEqual([]);
  });

  it('lets only content/ and pages/ touch astro:content', () => {
    const users = imports.filter(({ target }) => target === 'astro:content').map(({ file }) => toRoom(file));
    expect(users).toContain('content');
    expect(users.filter((room) => !['content', 'pages', 'content.config.ts'].includes(room))).toEqual([]);
  });

  it('has no cycles', () => {
    const graph = Map.groupBy(local, ({ file }) => file);
    const done = new Set<string>();
    const findCycle = (file: string, trail: readonly string[]): readonly string[] | undefined => {
      if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
      if (done.has(file)) return undefined;
      for (const next of (graph.get(file) ?? []).map(resolve)) {
        const cycle = findCycle(next, [...trail, file]);
        if (cycle) return cycle;
      }
      done.add(file);
      return undefined;
    };
    expect(files.map((file) => findCycle(file, [])).find(Boolean)).toBeUndefined();
  });

  it('lets no room that is handed a tree of HTML look for tags in text; only the root of a feed is found by its name', () => {
    const rooms = new Set(['views', 'syndication', 'search', 'components', 'layouts', 'pages']);
    const tag = /(?<!\(\?)<\/?(?:\w+[ \\>]|\(\?:|\[\^)[^\n]*\/[gimsy]*u[gimsy]*\b/u;
    const readers = files.filter((file) => tag.test(readFileSync(path.join('src', file), 'utf8')));
    expect(readers.filter((file) => rooms.has(toRoom(file)))).toEqual(['syndication/atom.ts']);
    expect(readers).toContain('build/icons.ts');
  });

  it('lets one file touch web storage', () => {
    const users = files.filter((file) =>
      /\b(?:localStorage|sessionStorage|indexedDB|document\.cookie)\b/u.test(
        readFileSync(path.join('src', file), 'utf8'),
      ),
    );
    expect(users).toEqual(['reader/storage.client.ts']);
  });

  it('keeps browser files out of the build and build files out of the browser', () => {
    const browser = imports.filter(({ file }) => file.endsWith('.client.ts'));
    expect(browser.length).toBeGreaterThan(0);
    expect(browser.filter(({ target }) => target.startsWith('node:') || target.startsWith('astro'))).toEqual([]);
  });
});
