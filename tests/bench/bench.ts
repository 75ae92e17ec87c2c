import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { makeStory, writeArchive, type ArchiveOptions } from '../support/write-archive.ts';
import { readPeerStories, writePeerStories, type PeerStory } from './peer-content.ts';
import { measure, type Command, type Cost } from './process-tree.ts';

/**
 * Measures builds of made-up archives side by side with what a newsroom might use instead: `npm run bench -- 1000 10000`.
 * Peers that are not on the machine are left out, with a word on how to get them. Results go to the terminal and, as JSON, to
 * node_modules/.cache/bench/results.json.
 */
const root = path.resolve('node_modules/.cache/bench');
const years = 15;

/** What is measured of every tool. */
const cases = ['cold', 'unchanged', 'one story added', 'one story edited'] as const;

interface Row {
  readonly stories: number;
  readonly tool: string;
  readonly case: (typeof cases)[number];
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
  /** What our build says of its steps. */
  readonly phases: string;
}

/** A tool on a machine: how to prepare it, build with it, and add a story to its content. */
interface Tool {
  readonly name: string;
  readonly commands: readonly Command[];
  reset(): Promise<void>;
  put(story: { readonly id: string; readonly text: string }): Promise<void>;
}

const sizes = process.argv.slice(2).map(Number).filter(Boolean);
const rows: Row[] = [];
for (const stories of sizes.length > 0 ? sizes : [1_000]) rows.push(...(await measureArchive({ stories, years })));
await writeFile(path.join(root, 'results.json'), JSON.stringify({ node: process.version, rows }, null, 2));
process.stdout.write(`${formatTable(rows)}\n`);

async function measureArchive(archive: ArchiveOptions): Promise<readonly Row[]> {
  const contentDir = path.join(root, `content-${archive.stories}`);
  process.stdout.write(`Writing ${archive.stories} stories …\n`);
  await writeArchive(contentDir, archive);
  const peers = await readPeerStories(contentDir);
  const found: Row[] = [];
  for (const tool of [createOurs(contentDir, archive), await createHugo(peers), await createEleventy(peers)]) {
    if (tool) found.push(...(await measureTool(tool, archive, contentDir)));
  }
  return found;
}

async function measureTool(tool: Tool, archive: ArchiveOptions, contentDir: string): Promise<readonly Row[]> {
  const found: Row[] = [];
  const extra = { id: '2025/12/one-more-story', text: await makeExtra(tool, archive) };
  await tool.reset();
  for (const name of cases) {
    if (name === 'one story added') await tool.put(extra);
    if (name === 'one story edited') await tool.put({ ...extra, text: `${extra.text}\nOne more line.\n` });
    const costs: Cost[] = [];
    for (const command of tool.commands) costs.push(await measure(command));
    found.push(toRow(tool.name, archive.stories, name, costs));
    process.stdout.write(`${tool.name}, ${archive.stories} stories, ${name}: ${found.at(-1)?.seconds} s\n`);
  }
  await rm(path.join(contentDir, 'articles', `${extra.id}.md`), { force: true });
  return found;
}

/** The newest story once more, in the form that the tool reads. */
async function makeExtra({ name }: Tool, archive: ArchiveOptions): Promise<string> {
  const story = makeStory(archive.stories - 1, archive);
  if (name === 'Gazetteer') return story.text;
  const [peer] = await readPeerStories(path.join(root, `content-${archive.stories}`)).then((all) => all.slice(-1));
  return peer?.text ?? '';
}

function toRow(tool: string, stories: number, name: Row['case'], costs: readonly Cost[]): Row {
  const sum = (pick: (cost: Cost) => number) => costs.reduce((total, cost) => total + pick(cost), 0);
  return {
    stories,
    tool,
    case: name,
    seconds: Math.round(sum(({ wallMs }) => wallMs) / 100) / 10,
    cpuSeconds: Math.round(sum(({ cpuMs }) => cpuMs) / 100) / 10,
    peakMegabytes: Math.round(Math.max(...costs.map(({ peakBytes }) => peakBytes)) / 1e6),
    phases: /^read .*$/mu.exec(costs.map(({ output }) => output).join('\n'))?.[0] ?? '',
  };
}

function createOurs(contentDir: string, { stories }: ArchiveOptions): Tool {
  const outDir = path.join(root, `gazetteer-${stories}`);
  const env = { CONTENT_DIR: contentDir, OUT_DIR: outDir, SITE_URL: 'https://bench.example/', NODE_ENV: 'production' };
  return {
    name: 'Gazetteer',
    commands: [{ file: process.execPath, args: ['src/build/build.ts'], cwd: process.cwd(), env }],
    reset: async () => {
      await rm(outDir, { recursive: true, force: true });
      await rm('node_modules/.cache/gazetteer', { recursive: true, force: true });
    },
    put: ({ id, text }) => writeFile(path.join(contentDir, 'articles', `${id}.md`), text),
  };
}

async function createHugo(stories: readonly PeerStory[]): Promise<Tool | undefined> {
  if (!existsSync('/usr/bin/hugo')) return leaveOut('Hugo', 'apt-get install hugo');
  const folder = await prepare('hugo', 'content', stories);
  return {
    name: 'Hugo + Pagefind',
    commands: [
      { file: '/usr/bin/hugo', args: ['--quiet', '--cleanDestinationDir'], cwd: folder },
      toPagefind(path.join(folder, 'public')),
    ],
    reset: () => rm(path.join(folder, 'public'), { recursive: true, force: true }),
    put: ({ id, text }) => writeFile(path.join(folder, 'content', `${id}.md`), text),
  };
}

async function createEleventy(stories: readonly PeerStory[]): Promise<Tool | undefined> {
  const command = path.resolve('node_modules/.cache/bench-tools/node_modules/@11ty/eleventy/cmd.cjs');
  if (!existsSync(command)) {
    return leaveOut('Eleventy', 'npm install --prefix node_modules/.cache/bench-tools @11ty/eleventy@3.1.8');
  }
  const folder = await prepare('eleventy', 'stories', stories);
  const permalink =
    'export default { permalink: ({ page }) => `${page.filePathStem.replace("/stories", "")}/index.html` };\n';
  await writeFile(path.join(folder, 'stories/stories.11tydata.js'), permalink);
  return {
    name: 'Eleventy + Pagefind',
    commands: [
      { file: process.execPath, args: [command, '--quiet'], cwd: folder },
      toPagefind(path.join(folder, '_site')),
    ],
    reset: () => rm(path.join(folder, '_site'), { recursive: true, force: true }),
    put: ({ id, text }) => writeFile(path.join(folder, 'stories', `${id}.md`), text),
  };
}

/** Copies a peer's templates and writes the stories in its form. */
async function prepare(peer: string, storyFolder: string, stories: readonly PeerStory[]): Promise<string> {
  const folder = path.join(root, peer);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await cp(path.resolve('tests/bench', peer), folder, { recursive: true });
  await writePeerStories(path.join(folder, storyFolder), stories);
  return folder;
}

function toPagefind(site: string): Command {
  return { file: path.resolve('node_modules/.bin/pagefind'), args: ['--site', site], cwd: process.cwd() };
}

function leaveOut(name: string, cure: string): undefined {
  process.stdout.write(`${name} is not here: \`${cure}\` puts it beside the others.\n`);
}

function formatTable(all: readonly Row[]): string {
  const lines = all.map(({ stories, tool, case: name, seconds, cpuSeconds, peakMegabytes, phases }) => {
    const cold = all.find((row) => row.stories === stories && row.tool === 'Hugo + Pagefind' && row.case === 'cold');
    const ratio = cold ? (seconds / cold.seconds).toFixed(2) : '';
    return `| ${stories} | ${tool} | ${name} | ${seconds} s | ${ratio} | ${cpuSeconds} s | ${peakMegabytes} MB | ${phases} |`;
  });
  const head = '| stories | tool | build | time | to Hugo cold | CPU | peak memory | steps |';
  return [head, '|---|---|---|---|---|---|---|---|', ...lines].join('\n');
}
