import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSite, type OpenSite } from '../support/open-site.ts';
import { listFiles } from '../support/site-files.ts';
import { getSiteDir } from '../support/sites.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite('demo');
});
afterAll(() => site.close());

it('every story is printed on at most two sheets of A4', async () => {
  const page = await site.openTab();
  const stories = (await listFiles(getSiteDir('demo'), 'index.html')).filter((file) =>
    /^\d{4}\/\d\d\/[a-z]/u.test(file),
  );
  const long: unknown[] = [];
  let printed = 0;
  for (const story of stories) {
    await page.goto(story.slice(0, -'index.html'.length));
    // Addresses that moved have no text.
    if ((await page.locator('.prose').count()) === 0) continue;
    const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
    const sheets = pdf.match(/\/Type\s*\/Page\b/gu)?.length ?? 0;
    printed += 1;
    if (sheets < 1 || sheets > 2) long.push([story, sheets]);
  }
  expect(long).toEqual([]);
  expect(printed).toBe(57);
});
