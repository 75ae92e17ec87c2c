import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import process from 'node:process';
import lighthouse, { type Result } from 'lighthouse';
import { readSettings } from '../../src/settings/settings.ts';
import { formatTable } from '../../src/desk/readme-parts.ts';
import { findBrowser, launchBrowser } from '../support/browser.ts';
import { demoPages } from '../support/page-types.ts';
import { serveOverWire } from './search/wire-server.ts';

/**
 * Asks Lighthouse (a slow phone on a slow network) about one page of every type of the built site, served as a good
 * host does, and says what is not full. Seconds depend on the machine, so that it is a measurement and not a test. `npm
 * run bench -- lighthouse <path> …`
 */
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

const asked = process.argv.slice(2);
const port = await findFreePort();
const browser = await launchBrowser(await findBrowser(), [`--remote-debugging-port=${port}`]);
const { site } = await readSettings();
const server = await serveOverWire(site.outDir);
const rows: string[][] = [];
for (const path of asked.length > 0 ? asked : Object.values(demoPages)) {
  const result = await lighthouse(new URL(path, server.url).href, { port, onlyCategories: [...categories] });
  if (!result) throw new Error(`Lighthouse has nothing to say of /${path}.`);
  rows.push([
    `/${path}`,
    ...categories.map((name) => toPoints(result.lhr.categories[name]?.score)),
    ...toTimes(result.lhr),
  ]);
  for (const name of categories)
    for (const line of listShortcomings(result.lhr, name)) process.stdout.write(`/${path} ${line}\n`);
}
await browser.close();
await server.close();
const heads = [
  'page',
  'performance',
  'accessibility',
  'best practices',
  'SEO',
  'layout shift',
  'first paint',
  'largest paint',
];
process.stdout.write(`\n${formatTable(heads, rows)}`);

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0);
  await once(probe, 'listening');
  const { port: free } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return free;
}

/** Formats a share of 1 as points of 100, or a dash if there is none. */
function toPoints(score: number | null | undefined): string {
  return typeof score === 'number' ? String(Math.round(score * 100)) : '–';
}

function toTimes({ audits }: Result): readonly string[] {
  return ['cumulative-layout-shift', 'first-contentful-paint', 'largest-contentful-paint'].map(
    (id) => audits[id]?.displayValue ?? '–',
  );
}

/** Lists the audits that cost points, each with the elements it names. */
function listShortcomings({ audits, categories: judged }: Result, name: string): readonly string[] {
  return (judged[name]?.auditRefs ?? []).flatMap(({ id, weight }) => {
    const audit = audits[id];
    if (!audit || weight === 0 || audit.score === null || audit.score === 1) return [];
    const details = audit.details?.type === 'table' ? audit.details.items : [];
    const named = details.slice(0, 3).map((item) => JSON.stringify(item).slice(0, 300));
    return [`${name}: ${id} ${toPoints(audit.score)} ${audit.displayValue ?? ''} ${named.join(' ')}`.trimEnd()];
  });
}
