import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type OpenSite } from '../support/open-site.ts';
import { getSiteDir, type SiteName } from '../support/sites.ts';
import { listFiles, readSiteFile } from '../support/site-files.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite('empty');
});
afterAll(() => site.close());

/** The browser's parser is as strict as XML requires: one wrong character, and a feed reader shows nothing. */
describe.each<SiteName>(['demo', 'based', 'hard', 'empty', 'themed'])('the XML of the site %s', (name) => {
  it('is well-formed', async () => {
    const files = await listFiles(getSiteDir(name), '.xml');
    expect(files).toContain('feed.xml');
    const texts = await Promise.all(
      files.map(async (file) => [file, await readSiteFile(getSiteDir(name), file)] as const),
    );
    // The policy lets pages parse no text; the parser is the browser's, not the page's.
    const page = await site.visit('', { bypassCSP: true });
    const broken = await page.evaluate((all) => {
      const parser = new DOMParser();
      return all.flatMap(([file, text]) => {
        const error = parser.parseFromString(text, 'application/xml').querySelector('parsererror');
        return error ? [`${file}: ${error.textContent}`] : [];
      });
    }, texts);
    expect(broken).toEqual([]);
  });
});
