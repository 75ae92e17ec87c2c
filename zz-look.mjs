import { findBrowser, launchBrowser } from './tests/support/browser.ts';
import { serveSite } from './src/build/serve.ts';
import { mkdirSync, writeFileSync } from 'node:fs';
mkdirSync('/tmp/look-reader', { recursive: true });
const server = await serveSite({ dir: process.env.DIR ?? 'dist', base: '/', port: 0 });
const b = await launchBrowser(await findBrowser());
const jobs = JSON.parse(process.argv[2]);
for (const { name, path, width, settings = '', scheme = 'light', full = true, open = false, pdf = false, act, forced } of jobs) {
  const c = await b.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, forcedColors: forced });
  await c.addInitScript((s) => localStorage.setItem('gazetteer:reader', s), settings);
  const p = await c.newPage();
  p.on('console', (m) => ['error','warning'].includes(m.type()) && console.log(name, m.text()));
  p.on('pageerror', (e) => console.log(name, e.message));
  await p.goto(new URL(path, server.url).href, { waitUntil: 'networkidle' });
  if (open) { await p.locator('.settings-button').click(); await p.waitForTimeout(200); }
  if (act) { await p.evaluate(act); await p.waitForTimeout(600); }
  if (pdf) writeFileSync(`/tmp/look-reader/${name}.pdf`, await p.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: false }));
  else await p.screenshot({ path: `/tmp/look-reader/${name}.png`, fullPage: full });
  await c.close();
}
await b.close(); await server.close();
