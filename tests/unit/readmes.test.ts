import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatIssues } from '../../src/core/issue-report.ts';
import { commands } from '../../src/desk/commands.ts';
import {
  findDeadCommands,
  findDeadLinks,
  findDeadNames,
  findDeadPaths,
  findOutsideNames,
  listRepository,
  type Repository,
} from '../support/references.ts';
import { checkIntegrity } from '../../src/news/integrity.ts';
import { makeArticle, makeNewsroom } from '../support/make-newsroom.ts';
import { rooms } from '../support/rooms.ts';

interface Package {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
}

const read = (file: string) => readFileSync(file, 'utf8');
const manifest: Package = JSON.parse(read('package.json'));
const files = listRepository();
const repository: Repository = {
  files,
  scripts: new Set(Object.keys(manifest.scripts)),
  commands: new Set(Object.keys(commands)),
};

// The changelog may name removed things, but its links must work.
const changelog = '.github/CHANGELOG.md';
const readmes = files.filter((file) => /(?:^|\/)README\.md$|^\.github\/.*\.md$/u.test(file));
const current = readmes.filter((file) => file !== changelog);
const sources = files.filter(
  (file) =>
    /^(?:src|tests|\.ci|\.github|\.vscode|astro\.config).*\.(?:ts|mjs|astro|css|yml|json)$|^\.ci\//u.test(file) &&
    !/^tests\/fixtures\/|^tests\/unit\/readmes\.test\.ts$/u.test(file),
);

/** Problems of files, each with the file's name. */
function collect(names: readonly string[], find: (file: string, text: string) => readonly string[]): readonly string[] {
  return names.flatMap((file) => find(file, read(file)).map((problem) => `${file}: ${problem}`));
}

/** Lists the files that a file below `src` names as imports. */
function listNeighbours(file: string): ReadonlySet<string> {
  const names = read(`src/${file}`).matchAll(/'(?<name>\.{1,2}\/[^'\n]+)'/gu);
  return new Set([...names].map(({ groups }) => path.posix.join(path.posix.dirname(file), groups?.['name'] ?? '')));
}

describe('READMEs, comments and messages', () => {
  it('are all read', () => {
    expect(readmes.length).toBeGreaterThan(12);
    expect(sources.length).toBeGreaterThan(600);
  });

  it('link to files and headings that exist', () => {
    expect(collect(readmes, (file, text) => findDeadLinks(file, text, repository))).toEqual([]);
  });

  it('name scripts and commands that exist', () => {
    expect(collect([...current, ...sources], (_file, text) => findDeadCommands(text, repository))).toEqual([]);
  });

  it('name paths that exist', () => {
    expect(collect(current, (file, text) => findDeadPaths(file, text, repository))).toEqual([]);
    expect(collect(sources, (file, text) => findDeadNames(file, text, repository))).toEqual([]);
  });

  it('refer to nothing outside the repository', () => {
    expect(collect([...readmes, ...sources], (_file, text) => findOutsideNames(text))).toEqual([]);
  });
});

describe('the front door', () => {
  it('is a page that one can read at once', () => {
    expect(read('README.md').split('\n').length).toBeLessThanOrEqual(140);
  });

  it('has pictures that load quickly', () => {
    const pictures = [...read('README.md').matchAll(/!\[[^\]]+\]\((?<file>[^)]+)\)/gu)].map(
      ({ groups }) => groups?.['file'] ?? '',
    );
    expect(pictures).toHaveLength(2);
    for (const file of pictures) expect(statSync(file).size).toBeLessThan(80_000);
  });
});

describe('workflows', () => {
  const workflows = files.filter((file) => /^\.github\/workflows\/|^src\/hosts\/ci\/github-.*\.yml$/u.test(file));

  it('pin every action by its commit, and name the version', () => {
    const uses = workflows.flatMap((file) => read(file).match(/^.*\buses:.*$/gmu) ?? []);
    expect(uses.length).toBeGreaterThan(5);
    expect(uses.filter((line) => !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u.test(line))).toEqual([]);
  });

  it.each(workflows)('%s may only read the repository, as a whole', (file) => {
    expect(read(file)).toMatch(/^permissions:\n {2}contents: read\n\n/mu);
  });
});

describe('READMEs of the program', () => {
  const readme = read('src/README.md');

  it('has every room in its map', () => {
    const map = new Set([...readme.matchAll(/`(?<room>[\w.]+)\/?`/gu)].map(({ groups }) => groups?.['room']));
    expect(Object.keys(rooms).filter((room) => !map.has(room))).toEqual([]);
  });

  it.each(['README.md', 'content/README.md'])('%s shows a mistake as the check prints it', (file) => {
    const newsroom = makeNewsroom({ articles: [makeArticle({ id: '2024/11/flood', regions: ['FRA'] })] });
    const issue = checkIntegrity(newsroom, { timeZone: 'UTC' }).find(({ code }) => code === 'unknown-region');
    expect(issue).toBeDefined();
    expect(read(file)).toContain(formatIssues(issue ? [{ ...issue, line: 7, column: 11 }] : [], 'content'));
  });

  it.each([
    ['src/README.md', 'a story', ''],
    ['src/search/README.md', 'a query', 'search/'],
  ])('%s shows the way of %s, each file opened from one above it', (file, what, folder) => {
    const way =
      read(file)
        .split(/^## /mu)
        .find((section) => section.startsWith(`The way of ${what}\n`)) ?? '';
    const steps = [...way.matchAll(/`(?<name>[^`\s]+\.(?:ts|astro))`/gu)].map(
      ({ groups }) => `${folder}${groups?.['name']}`,
    );
    expect(steps.length).toBeGreaterThan(8);
    expect(new Set(steps).size).toBe(steps.length);
    // Astro opens routes, by their names.
    const targets = steps.map(listNeighbours);
    const opened = steps.map(
      (step, index) => step.startsWith('pages/') || targets.slice(0, index).some((names) => names.has(step)),
    );
    expect(steps.filter((_step, index) => !opened[index])).toEqual(steps.slice(0, 1));
  });

  it('has a reason for every dependency, and for none that is gone', () => {
    const installed = Object.keys({
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.optionalDependencies,
      // Installs for itself: see the reason beside it.
      '@mdn/mdn-http-observatory': '',
    });
    const names = installed.map((name) => name.replace(/^@types\/.*/u, '@types/*'));
    const reasons = readme.slice(readme.indexOf('## Dependencies'));
    const given = [...reasons.matchAll(/`(?<name>(?:@[\w-]+\/)?[a-z*][\w.*-]*)`/gu)].map(
      ({ groups }) => groups?.['name'],
    );
    expect([...new Set(given)].sort()).toEqual([...new Set(names)].sort());
  });
});

describe('what is refused', () => {
  it.each([
    ['[a](gone.md)', 'link gone.md'],
    ['[a](../content/gone/)', 'link ../content/gone/'],
    ['[a](news/urls.ts#x)', 'heading news/urls.ts#x'],
    ['# Rooms\n\n[a](#room)', 'heading #room'],
  ])('the link %j', (text, problem) => {
    expect(findDeadLinks('src/README.md', text, repository)).toEqual([problem]);
  });

  it.each([
    ['npm run biuld -- --due FILE', 'script biuld'],
    ['// `npm run --silent chekc`', 'script chekc'],
    ['npm run desk -- nwe', 'command nwe'],
    ['`npm run desk nwe`', 'command nwe'],
    ['`gazetteer biuld`', 'command biuld'],
    ['npx gazetteer chekc', 'command chekc'],
  ])('the command %j', (text, problem) => {
    expect(findDeadCommands(text, repository)).toEqual([problem]);
  });

  it.each(['`src/news/url.ts`', '`urlz.ts`', '`engine/ranks.ts`', '`src/nwes/`', '`tests/gone/`'])(
    'the path %s',
    (text) => {
      expect(findDeadPaths('README.md', text, repository)).toEqual([text.slice(1, -1)]);
    },
  );

  it.each(['// See gone.ts.', '/** As in `content/gone.ts`. */', '/*\n * src/gone.css\n */', '<!-- Gone.astro -->'])(
    'the comment %j',
    (text) => {
      expect(findDeadNames('src/news/urls.ts', text, repository)).toHaveLength(1);
    },
  );

  it.each(['(DESIGN.md §2)', '../shared/x', 'see TRAPS.md'])('the reference %j', (text) => {
    expect(findOutsideNames(text)).toHaveLength(1);
  });

  it('and nothing that is in order', () => {
    const text =
      '# A b, c\n\n[a](#a-b-c) [b](news/urls.ts) `npm run build` `src/news/` `urls.ts` `/a/b.md` `dist/` npm runs';
    expect(findDeadLinks('src/README.md', text, repository)).toEqual([]);
    expect(findDeadCommands(text, repository)).toEqual([]);
    expect(findDeadPaths('src/README.md', text, repository)).toEqual([]);
    expect(
      findDeadNames('src/news/urls.ts', '// urls.ts, https://a.example/b.ts\nconst a = "gone.ts";', repository),
    ).toEqual([]);
    expect(findOutsideNames(text)).toEqual([]);
  });
});
