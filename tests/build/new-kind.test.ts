import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { compareSites } from '../support/compare-sites.ts';
import { runGazetteer } from '../support/sites.ts';
import { storyFile, toStory, writeNewsroom } from '../support/write-newsroom.ts';

/**
 * A kind of page added to a copy of the program as `src/README.md` says: an address, a view, a component, a route and
 * an entry in the table. The page counts the stories of each kind.
 */
const added: Readonly<Record<string, string>> = {
  'src/views/numbers.ts': `import { paths } from '../news/urls.ts';
import type { Context } from './context.ts';
import { buildHead, type HeadView } from './head.ts';

export interface NumbersView {
  readonly head: HeadView;
  readonly lines: readonly string[];
}

export function buildNumbers(context: Context): NumbersView {
  const { words, edition } = context;
  const byKind = Map.groupBy(edition.articles, ({ kind }) => kind);
  return {
    head: buildHead(context, { title: 'Numbers', description: 'The stories in numbers.', path: paths.numbers }),
    lines: [...byKind].map(([kind, articles]) => \`\${words.kinds[kind]}: \${words.stories(articles.length)}\`).sort(),
  };
}
`,
  'src/components/Numbers.astro': `---
import type { NumbersView } from '../views/numbers.ts';

interface Props {
  view: NumbersView;
}

const { view } = Astro.props;
---

<h1>{view.head.name}</h1>
<ul>
  {view.lines.map((line) => <li>{line}</li>)}
</ul>
`,
  'src/pages/numbers.astro': `---
import Numbers from '../components/Numbers.astro';
import Page from '../layouts/Page.astro';
import { numbersPage } from '../paper/kinds/indexes.ts';
import { openPage } from '../paper/routes.ts';

const { content, frame } = await openPage(numbersPage, Astro);
---

<Page head={content.view.head} frame={frame} graph={content.graph}>
  <Numbers view={content.view} />
</Page>
`,
};

const changed: readonly (readonly [file: string, from: string, to: string])[] = [
  ['src/news/urls.ts', "  about: '/about/',\n", "  about: '/about/',\n  numbers: '/numbers/',\n"],
  [
    'src/paper/kinds/indexes.ts',
    'export const topicIndex =',
    "export const numbersPage = createIndexPage('numbers.astro', paths.numbers, buildNumbers);\nexport const topicIndex =",
  ],
  [
    'src/paper/kinds/indexes.ts',
    "import { buildYear, listYears } from '../../views/year.ts';",
    "import { buildNumbers } from '../../views/numbers.ts';\nimport { buildYear, listYears } from '../../views/year.ts';",
  ],
  ['src/paper/table.ts', '  noticeMonths,\n  offlinePage,', '  noticeMonths,\n  numbersPage,\n  offlinePage,'],
  ['src/paper/table.ts', '  frontPage,\n  topicIndex,', '  frontPage,\n  numbersPage,\n  topicIndex,'],
];

let folder = '';
let contentDir = '';
const at = (...parts: readonly string[]) => path.join(folder, ...parts);
const story = () => path.join(contentDir, storyFile);

async function edit(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  const edited = text.replace(from, () => to);
  if (edited === text) throw new Error(`${file} does not contain ${from}.`);
  await writeFile(file, edited);
}

async function writeProgram(): Promise<void> {
  // Node takes no TypeScript below `node_modules`.
  folder = await mkdtemp(path.join(tmpdir(), 'new-kind-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await mkdir(at('program'));
  for (const name of ['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json']) {
    await cp(name, at('program', name), { recursive: true });
  }
  await symlink(path.resolve('node_modules'), at('program/node_modules'));
  for (const [file, text] of Object.entries(added)) await writeFile(at('program', file), text);
  for (const [file, from, to] of changed) await edit(at('program', file), from, to);
}

async function run(args: readonly string[], outDir = 'dist'): Promise<string> {
  const input = { contentDir, outDir: at(outDir), programDir: at('program'), settings: { CACHE_DIR: at('cache') } };
  const { exitCode, output } = await runGazetteer(args, input);
  if (exitCode !== 0) throw new Error(output);
  return output;
}

const build = () => run(['build', '--changed', at('changed.txt')]);
const readChanged = () => readFile(at('changed.txt'), 'utf8');
const read = (file: string) => readFile(at('dist', file), 'utf8');

it('is linked to, in the sitemap, built again when what it shows has changed, and made by shards', async () => {
  await writeProgram();
  contentDir = await writeNewsroom({ [storyFile]: toStory({}, 'The river rose, as [the numbers](/numbers/) say.') });
  await build();
  expect(await read('2024/11/flood/index.html')).toContain('href="/numbers/"');
  expect(await read('numbers/index.html')).toContain('<title>Numbers');
  expect(await read('sitemaps/1.xml')).toContain('<loc>https://gazetteer.example/numbers/</loc>');

  expect(await build()).toContain(' 0 of ');
  await edit(story(), 'The river rose', 'The river fell');
  await build();
  expect(await readChanged()).toContain('/2024/11/flood/\n');
  expect(await readChanged()).not.toContain('/numbers/');

  const before = await read('numbers/index.html');
  await writeFile(path.join(path.dirname(story()), 'drought.md'), toStory({ title: 'Wells run dry' }));
  await build();
  expect(await readChanged()).toContain('/numbers/\n');
  expect(await read('numbers/index.html')).not.toBe(before);

  await run(['shards', '2'], 'sharded');
  expect(await compareSites(at('dist'), at('sharded'))).toEqual([]);
}, 300_000);
