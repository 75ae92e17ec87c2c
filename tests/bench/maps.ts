import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { createContext } from '../../src/build/site-context.ts';
import { collectGlobes, collectMaps } from '../../src/build/maps.ts';
import { drawGlobe } from '../../src/atlas/globe.ts';
import { getOutlines } from '../../src/atlas/outlines.ts';
import { readNewsroom } from '../../src/content/reader.ts';
import { buildEdition } from '../../src/news/edition.ts';
import { getCountries } from '../../src/news/region.ts';
import { site } from '../../src/site.config.ts';
import { buildArticleMap } from '../../src/views/map.ts';
import { writeArchive } from '../support/write-archive.ts';

/**
 * Measures what maps cost: draws all maps and globes of a made-up archive and lays out the map of every story, on one core, then builds
 * the same archive from nothing. `npm run bench:maps -- 10000`
 */
const stories = Number(process.argv[2] ?? 10_000);
const folder = await mkdtemp(path.join(tmpdir(), 'gazetteer-maps-'));
const contentDir = path.join(folder, 'content');
await writeArchive(contentDir, { stories, years: 15 });

const { newsroom } = await readNewsroom({ ...site, contentDir });
const context = createContext(buildEdition(newsroom, { ...site, nowMs: Date.now() }));
const say = (line: string) => process.stdout.write(`${line}\n`);
let atMs = performance.now();
const lap = () => -(atMs - (atMs = performance.now()));

getOutlines();
const rows: [string, number][] = [['outlines read', lap()]];
const layers = collectMaps(context);
rows.push([`${layers.size} pictures told apart`, lap()]);
for (const layer of layers.values()) layer.draw();
rows.push(['pictures drawn', lap()]);
for (const article of context.edition.articles) buildArticleMap(context, article);
rows.push([`${stories} maps laid out`, lap()]);
const globes = collectGlobes(context);
for (const region of globes.values()) drawGlobe(getCountries(region).map(({ code }) => code));
rows.push([`${globes.size} globes drawn`, lap()]);
const total = rows.reduce((sum, [, ms]) => sum + ms, 0);
for (const [what, ms] of rows) say(`${(ms / 1000).toFixed(2).padStart(7)} s  ${what}`);

lap();
const outDir = path.join(folder, 'site');
execFileSync(process.execPath, ['--max-semi-space-size=64', 'src/build/build.ts'], {
  env: {
    ...process.env,
    CONTENT_DIR: contentDir,
    OUT_DIR: outDir,
    SITE_URL: 'https://maps.bench.example/',
    NODE_ENV: 'production',
  },
  stdio: ['ignore', 'ignore', 'inherit'],
});
const buildMs = lap();
say(
  `${(buildMs / 1000).toFixed(2).padStart(7)} s  the whole build, of which maps are ${((100 * total) / buildMs).toFixed(1)} %`,
);
await rm(folder, { recursive: true, force: true });
