import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findMissing, listSourceFiles, parseImports, readImports } from '../support/imports.ts';
import { findBreaches, findCycle, findNodeInBrowser, isForBrowser, rooms, toRoom } from '../support/rooms.ts';

const files = listSourceFiles();
const imports = files.flatMap((file) => readImports(file));

function readCode(file: string): string {
  return readFileSync(path.join('src', file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gmu, '');
}

function findBreachesIn(file: string, text: string): readonly string[] {
  return findBreaches(parseImports(file, text)).map(({ target }) => target);
}

describe('rooms and wings', () => {
  it('reads the imports of every file, and each leads to one that exists', () => {
    expect(files.length).toBeGreaterThan(400);
    expect(imports.length).toBeGreaterThan(1_500);
    expect(findMissing(imports)).toEqual([]);
  });

  it('names every room once, after those that it uses', () => {
    const names = Object.keys(rooms);
    expect([...new Set(files.map(toRoom))].filter((room) => room !== 'env.d.ts' && !names.includes(room))).toEqual([]);
    for (const [name, { uses }] of Object.entries(rooms)) {
      expect(uses.filter((used) => names.indexOf(used) >= names.indexOf(name))).toEqual([]);
    }
  });

  it('names every wing, and each has files', () => {
    for (const [room, { wings }] of Object.entries(rooms)) {
      if (!wings) continue;
      const folders = readdirSync(path.join('src', room), { withFileTypes: true }).filter((entry) =>
        entry.isDirectory(),
      );
      expect(folders.map(({ name }) => name).sort()).toEqual(wings.toSorted());
    }
  });

  it('keeps every import within the rooms and wings that it may use', () => {
    expect(findBreaches(imports)).toEqual([]);
  });

  it('lets no room use what it does not need', () => {
    const used = new Set(imports.map(({ file, target }) => `${toRoom(file)} ${toRoom(target)}`));
    const allowed = Object.entries(rooms).flatMap(([room, { uses }]) => uses.map((other) => `${room} ${other}`));
    expect(allowed.filter((arrow) => !used.has(arrow))).toEqual([]);
  });

  it('has no cycles', () => {
    expect(findCycle(imports)).toBeUndefined();
  });

  it('keeps what browsers load free of Node and Astro', () => {
    expect(findNodeInBrowser(imports)).toEqual([]);
  });

  it('keeps core and news free of Node, the DOM, Astro and the clock', () => {
    const pure = files.filter((file) => /^(?:core|news)\//u.test(file));
    const foreign = imports.filter(({ file, target }) => pure.includes(file) && /^(?:node:|astro)/u.test(target));
    const impure = pure.filter((file) =>
      /\b(?:document|window|process|Date\.now|new Date\(\)|Math\.random|performance)\b/u.test(readCode(file)),
    );
    expect(foreign).toEqual([]);
    expect(impure).toEqual([]);
  });

  it('reads the time in two places, one for content and one for the machine, and besides only in the browser', () => {
    const clocks = files.filter((file) =>
      /\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b|Temporal\.Now\b|\bhrtime\b/u.test(readCode(file)),
    );
    expect(clocks.filter((file) => !isForBrowser(file)).sort()).toEqual(['content/clock.ts', 'disk/clock.ts']);
  });

  it('hands routes their page: none of them opens the edition', () => {
    const readers = imports.filter(({ file, target }) => toRoom(file) === 'pages' && target === 'paper/authoring.ts');
    expect(readers).toEqual([]);
    expect(imports).toContainEqual(expect.objectContaining({ file: 'paper/routes.ts', target: 'paper/authoring.ts' }));
  });

  it('lets no room that is handed a tree of HTML look for tags in text', () => {
    const handed = new Set(['views', 'syndication', 'search', 'components', 'layouts', 'pages']);
    const tag = /(?<!\(\?)<\/?(?:\w+[ \\>]|\(\?:|\[\^)[^\n]*\/[gimsy]*u[gimsy]*\b/u;
    const readers = files.filter((file) => tag.test(readFileSync(path.join('src', file), 'utf8')));
    expect(readers.filter((file) => handed.has(toRoom(file)))).toEqual([]);
    expect(readers).toContain('press/output/icons.ts');
  });

  it('lets one file read settings of the environment; the others that touch it read the clock or start programs', () => {
    const users = files.filter((file) => /\bprocess\.env\b|\benv\b.*'(?:node:)?process'/u.test(readCode(file)));
    expect(users.sort()).toEqual([
      'content/clock.ts',
      'desk/main.ts',
      'desk/shards.ts',
      'desk/start-program.mjs',
      'press/program/compile.worker.ts',
      'search/indexing/index.worker.ts',
      'settings/settings.ts',
    ]);
  });

  it('lets one file touch web storage', () => {
    const users = files.filter((file) =>
      /\b(?:localStorage|sessionStorage|indexedDB|document\.cookie)\b/u.test(
        readFileSync(path.join('src', file), 'utf8'),
      ),
    );
    expect(users).toEqual(['reader/storage.client.ts']);
  });
});

describe('the walls hold', () => {
  it.each([
    ['an import up', 'news/urls.ts', "import { buildFront } from '../views/front.ts';", 'views/front.ts'],
    ['an import of a type up', 'core/text.ts', "import type { Article } from '../news/article.ts';", 'news/article.ts'],
    [
      'a name that is passed on',
      'core/text.ts',
      "export { readSettings } from '../settings/settings.ts';",
      'settings/settings.ts',
    ],
    [
      'an import() within a function',
      'views/front.ts',
      "const x = () => import('../press/merge.ts');",
      'press/merge.ts',
    ],
    ['a type in brackets', 'news/region.ts', "type X = import('../views/context.ts').Context;", 'views/context.ts'],
    [
      'an import hidden in an address',
      'content/store/page-workers.ts',
      "new Worker(new URL('../../paper/site-context.ts', import.meta.url));",
      'paper/site-context.ts',
    ],
    ['a glob', 'views/front.ts', "import.meta.glob('../desk/main.ts')", 'desk/main.ts'],
    ['a later wing', 'content/text/files.ts', "import { parseYaml } from '../yaml/yaml.ts';", 'content/yaml/yaml.ts'],
    ['the files of the room itself', 'search/format/part.ts', "import '../record.ts';", 'search/record.ts'],
    [
      'the script of a component',
      'components/Front.astro',
      "---\n---\n<script>import '../desk/main.ts';</script>",
      'desk/main.ts',
    ],
    ['a file above the house', 'views/front.ts', "import json from '../../package.json';", '../package.json'],
  ])('against %s', (_name, file, text, target) => {
    expect(findBreachesIn(file, text)).toEqual([target]);
  });

  it('against a name that is made up while it runs', () => {
    expect(() => parseImports('views/front.ts', 'await import(`./${name}.ts`)')).toThrow('write the name itself');
    expect(() => parseImports('views/front.ts', 'new URL(name, import.meta.url)')).toThrow('write the name itself');
  });

  it('against Node in a module of the browser, however far away', () => {
    const chain = [
      ...parseImports('search/engine/rank.ts', "import { memoize } from '../../core/memo.ts';"),
      ...parseImports('core/memo.ts', "import { hash } from 'node:crypto';"),
    ];
    expect(findNodeInBrowser(chain)).toMatchObject([{ file: 'core/memo.ts', target: 'node:crypto' }]);
    expect(findNodeInBrowser(parseImports('search/page/x.client.ts', "import type { A } from 'astro';"))).toEqual([]);
  });

  it('against a cycle', () => {
    const around = [
      ...parseImports('news/a.ts', "import './b.ts';"),
      ...parseImports('news/b.ts', "import type { A } from './a.ts';"),
    ];
    expect(findCycle(around)).toEqual(['news/a.ts', 'news/b.ts', 'news/a.ts']);
  });

  it('and lets through what is in order', () => {
    expect(findBreachesIn('views/front.ts', "import { toSlug } from '../core/text.ts'; import 'node:fs';")).toEqual([]);
    expect(findBreachesIn('content/reader.ts', "import { parseYaml } from './yaml/yaml.ts';")).toEqual([]);
  });
});
