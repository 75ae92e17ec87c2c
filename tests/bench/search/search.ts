import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { readFile } from 'node:fs/promises';
import { brotliCompressSync, constants } from 'node:zlib';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import type { Browser, Page } from 'playwright-core';
import { parseArgs, promisify } from 'node:util';
import { findBrowser, launchBrowser } from '../../support/browser.ts';
import { createRandom } from '../../support/random.ts';
import { listFiles } from '../../support/site-files.ts';
import { writeArchive } from '../../support/write-archive.ts';
import { heldStories, toSearchSentence, writeFigures } from '../figures.ts';
import { serveOverWire, type Answer } from './wire-server.ts';

/**
 * Measures what a search costs a reader: `npm run bench -- search 10000`. Bytes are those over the wire from a cold cache
 * until nothing more is loaded: page, styles, fonts, scripts and index, in Chromium, on a phone and on a desktop. It also
 * counts how often the first ten answers are replaced. Milliseconds are those from a key to the painted answers, with
 * everything loaded, on this machine. `--peers` builds the indexes of lunr and MiniSearch of the same stories, which a
 * reader would load whole. With it, figures of 10,000 stories are written into READMEs.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { peers: { type: 'boolean', default: false }, queries: { type: 'string', default: '20' } },
  });
  const stories = Number(positionals[0] ?? 1000);
  const folder = path.resolve('node_modules/.cache/bench-search', String(stories));
  const [contentDir, outDir] = [path.join(folder, 'content'), path.join(folder, 'site')];
  await mkdir(folder, { recursive: true });
  if (!existsSync(contentDir)) await writeArchive(contentDir, { stories, years: 15 });
  await promisify(execFile)(process.execPath, ['--max-semi-space-size=64', 'src/desk/main.ts', 'build'], {
    env: { ...process.env, CONTENT_DIR: contentDir, OUT_DIR: outDir, SITE_URL: 'https://search.bench.example/' },
    maxBuffer: 2 ** 26,
  });
  const texts = await readTexts(contentDir);
  const queries = makeQueries(texts, Number(values.queries));
  const server = await serveOverWire(outDir);
  const browser = await launchBrowser(await findBrowser());
  try {
    const costs: Record<Device, Cost[]> = { phone: [], desktop: [] };
    for (const device of devices)
      for (const query of queries) costs[device].push(await measureCost(browser, server, query, device));
    const times = await measureTimes(browser, server.url, queries);
    const figures = [
      `${stories} stories, ${queries.length} queries of two to six words:`,
      '',
      ...devices.map((device) => describeCosts(device, costs[device])),
      `- Milliseconds from a key to painted answers: median ${toQuantile(times, 0.5).toFixed(0)}, p95 ${toQuantile(times, 0.95).toFixed(0)}.`,
      ...(values.peers ? measurePeers(texts) : []).map(([name, size]) => `- Index of ${name}: ${toKilobytes(size)}.`),
    ].join('\n');
    process.stdout.write(`${figures}\n`);
    if (stories === heldStories && values.peers)
      await writeFigures('search', figures, toSearchSentence(toQuantile(toBytes(costs.phone), 0.5)));
  } finally {
    await browser.close();
    await server.close();
  }
}

interface Text {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

async function readTexts(contentDir: string): Promise<readonly Text[]> {
  const files = (await listFiles(contentDir, '.md')).filter((file) => file.startsWith('articles/'));
  return Promise.all(
    files.map(async (file) => {
      const [, front = '', text = ''] = (await readFile(path.join(contentDir, file), 'utf8')).split(/^---$/mu);
      return { id: file, title: /^title: (?<title>.*)$/mu.exec(front)?.groups?.['title'] ?? '', text };
    }),
  );
}

/** Makes queries from words of headlines all over the archive, as somebody remembers them. */
function makeQueries(texts: readonly Text[], count: number): readonly string[] {
  const random = createRandom(5);
  return Array.from({ length: count }, (_, number) => {
    const { title = '' } = texts[Math.floor(random() * texts.length)] ?? {};
    return title
      .toLowerCase()
      .split(' ')
      .slice(0, 2 + (number % 5))
      .join(' ');
  });
}

const viewports = { phone: { width: 390, height: 844 }, desktop: { width: 1440, height: 900 } };

type Device = keyof typeof viewports;

const devices: readonly Device[] = ['phone', 'desktop'];

/** The cost of a search until nothing more is loaded. */
interface Cost {
  readonly bytes: number;
  readonly requests: number;
  /** How often answers that were painted have been replaced by others. */
  readonly replaced: number;
}

/** Milliseconds without a request after which nothing more is expected. */
const quietMs = 700;

async function measureCost(
  browser: Browser,
  { url, answers }: { readonly url: string; readonly answers: readonly Answer[] },
  query: string,
  device: Device,
): Promise<Cost> {
  const context = await browser.newContext({ viewport: viewports[device], serviceWorkers: 'block' });
  const page = await context.newPage();
  const before = answers.length;
  await page.goto(`${url}search/`);
  await page.evaluate(() => {
    const results = document.querySelector('[data-results]');
    const lists: string[] = [];
    Object.assign(window, { lists });
    const observer = new MutationObserver(() => {
      const shown = [...(results?.querySelectorAll('a[data-title]') ?? [])].map((link) => link.getAttribute('href'));
      if (shown.length > 0 && lists.at(-1) !== shown.join(' ')) lists.push(shown.join(' '));
    });
    if (results) observer.observe(results, { childList: true });
  });
  await page.locator('#q').fill(query);
  await page.waitForFunction(() => (window as unknown as { lists: readonly string[] }).lists.length > 0);
  for (let known = 0; known < answers.length;) {
    known = answers.length;
    await page.waitForTimeout(quietMs);
  }
  const own = answers.slice(before);
  const lists = await page.evaluate(() => (window as unknown as { lists: readonly string[] }).lists.length);
  await context.close();
  return { bytes: own.reduce((sum, { bytes }) => sum + bytes, 0), requests: own.length, replaced: lists - 1 };
}

function describeCosts(device: Device, costs: readonly Cost[]): string {
  const bytes = toBytes(costs);
  const requests = costs.map((cost) => cost.requests);
  return (
    `- Bytes to the final ten answers on a ${device}: median ${toKilobytes(toQuantile(bytes, 0.5))}, ` +
    `nine of ten at most ${toKilobytes(toQuantile(bytes, 0.9))}, most ${toKilobytes(Math.max(...bytes))}; ` +
    `requests: median ${toQuantile(requests, 0.5)}, most ${Math.max(...requests)}; ` +
    `first answers replaced: ${costs.filter(({ replaced }) => replaced > 0).length} of ${costs.length}.`
  );
}

function toBytes(costs: readonly Cost[]): readonly number[] {
  return costs.map(({ bytes }) => bytes);
}

async function measureTimes(browser: Browser, url: string, queries: readonly string[]): Promise<readonly number[]> {
  const page = await browser.newPage();
  await page.goto(`${url}search/`);
  const times: number[] = [];
  // Once to load what the queries need, then to measure.
  for (const round of ['load', 'measure']) {
    for (const query of queries) {
      const ms = await timeQuery(page, query);
      if (round === 'measure') times.push(ms);
      await page.waitForFunction(() => !document.querySelector('[data-status]')?.textContent?.includes('…'));
    }
  }
  await page.close();
  return times;
}

/** Measures the time from the last key of a query to the frame after the first results have changed. */
async function timeQuery(page: Page, query: string): Promise<number> {
  await page.locator('#q').fill(query.slice(0, -1));
  await page.waitForFunction(() => !document.querySelector('[data-status]')?.textContent?.includes('…'));
  await page.waitForTimeout(150);
  await page.evaluate(() => {
    const target = document.querySelector('[data-results]');
    target?.removeAttribute('data-query');
    Object.assign(window, { painted: 0, pressed: 0 });
    document
      .querySelector('#q')
      ?.addEventListener('keydown', () => Object.assign(window, { pressed: performance.now() }), { once: true });
    const observer = new MutationObserver(() => {
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => Object.assign(window, { painted: performance.now() })));
    });
    if (target) observer.observe(target, { attributeFilter: ['data-query'] });
  });
  await page.locator('#q').press(query.at(-1) ?? 'a');
  const handle = await page
    .waitForFunction(
      () => {
        const { painted, pressed } = window as unknown as { painted: number; pressed: number };
        return painted > 0 ? painted - pressed : false;
      },
      undefined,
      { timeout: 3000 },
    )
    .catch(() => undefined);
  // No change to be seen: the answers were the same.
  return handle ? Number(await handle.jsonValue()) : 0;
}

function measurePeers(texts: readonly Text[]): readonly (readonly [string, number])[] {
  const own = lunr((builder) => {
    builder.ref('id');
    builder.field('title');
    builder.field('text');
    for (const text of texts) builder.add(text);
  });
  const mini = new MiniSearch({ fields: ['title', 'text'], storeFields: ['title'] });
  mini.addAll(texts);
  return [
    ['lunr', toWireBytes(JSON.stringify(own))],
    ['MiniSearch', toWireBytes(JSON.stringify(mini))],
  ];
}

/** Uses quality 5, with which hosts compress on the fly. The best one takes minutes for these. */
function toWireBytes(text: string): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
}

function toQuantile(values: readonly number[], share: number): number {
  const sorted = values.filter((value) => value > 0).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function toKilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

await main();
