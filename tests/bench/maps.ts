import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { createContext } from '../../src/paper/site-context.ts';
import { buildPageFrame } from '../../src/views/page-frame.ts';
import { globeFiles, mapFiles } from '../../src/paper/kinds/maps.ts';
import { drawGlobe } from '../../src/atlas/globe.ts';
import { drawLayer } from '../../src/atlas/map-layers.ts';
import { getOutlines } from '../../src/atlas/outlines.ts';
import { readNewsroom } from '../../src/content/reader.ts';
import { buildEdition } from '../../src/news/edition.ts';
import { readSettings } from '../../src/settings/settings.ts';
import { buildMap, planArticleMap } from '../../src/views/map.ts';
import { writeArchive } from '../support/write-archive.ts';
import { measure } from './process-tree.ts';

/**
 * Measures what maps cost. It draws all maps and globes of a generated archive and lays out the map of every story, on
 * one core. Then it builds the same archive from nothing and draws once more, so that the two figures show whether the
 * speed of the machine has changed. It compares the processor time of drawing with that of the whole build. It deletes
 * nothing, because files created soon after others were deleted are slow (ext4). `npm run bench -- maps 10000`
 */
const stories = Number(process.argv[2] ?? 10_000);
const folder = await mkdtemp(path.join(tmpdir(), 'gazetteer-maps-'));
const { site } = await readSettings();
const bench = {
  ...site,
  contentDir: path.join(folder, 'content'),
  url: `https://${path.basename(folder)}.bench.example/`,
};
await writeArchive(bench.contentDir, { stories, years: 15 });
const { newsroom } = await readNewsroom(bench);
const edition = buildEdition(newsroom, { ...bench, nowMs: Date.now() });

const before = draw();
const build = await measure({
  file: process.execPath,
  args: ['--max-semi-space-size=64', 'src/desk/main.ts', 'build'],
  cwd: process.cwd(),
  env: {
    CONTENT_DIR: bench.contentDir,
    OUT_DIR: path.join(folder, 'site'),
    SITE_URL: bench.url,
    NODE_ENV: 'production',
  },
});
const after = draw();
const share = (cpuMs: number) => `${((100 * cpuMs) / build.cpuMs).toFixed(1)} %`;
say(
  build.cpuMs,
  `of processor time for the whole build, ${(build.wallMs / 1000).toFixed(1)} s by the clock; of it maps are`,
);
say(before, `${share(before)}, as drawn before the build`);
say(after, `${share(after)}, as drawn after it`);

/**
 * Draws everything that pages need, prints how long each step took, and returns the processor time of all in
 * milliseconds.
 */
function draw(): number {
  const context = createContext(edition, site);
  const frame = buildPageFrame(context);
  let at = process.cpuUsage();
  let totalMs = 0;
  const lap = (what: string) => {
    const { user, system } = process.cpuUsage(at);
    at = process.cpuUsage();
    totalMs += (user + system) / 1000;
    say((user + system) / 1000, what);
  };
  getOutlines();
  lap('outlines read');
  const layers = mapFiles.list(context).map((id) => mapFiles.build(context, id));
  lap(`${layers.length} pictures told apart`);
  for (const { layer } of layers) if (layer) drawLayer(layer);
  lap('pictures drawn');
  for (const article of edition.articles) {
    const plan = planArticleMap(context, article);
    if (plan) buildMap(plan, frame);
  }
  lap(`${stories} maps laid out`);
  const globes = globeFiles.list(context);
  for (const id of globes) drawGlobe(globeFiles.build(context, id).countries);
  lap(`${globes.length} globes drawn`);
  return totalMs;
}

function say(ms: number, what: string): void {
  process.stdout.write(`${(ms / 1000).toFixed(2).padStart(7)} s  ${what}\n`);
}
