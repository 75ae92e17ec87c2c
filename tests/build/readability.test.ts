import { Readability } from '@mozilla/readability';
import { describe, expect, it } from 'vitest';
import { getSiteDir } from '../support/sites.ts';
import { listFiles, readSiteFile } from '../support/site-files.ts';
import { parseDocument } from '../support/story-facts.ts';

const toWords = (text: string | null | undefined) => (text ?? '').replace(/\s+/gu, '');

/** Readability drops a heading whose id contains a word such as `contact`, which it mistakes for that of a form. */
function removeHeadings(document: Document): Document {
  for (const heading of document.querySelectorAll('.prose h2, .prose h3')) heading.remove();
  return document;
}

describe('the reader view of a browser (Mozilla Readability)', () => {
  it('shows the whole text of every story, the lines above it, and nothing else', async () => {
    const dir = getSiteDir('demo');
    let stories = 0;
    for (const file of await listFiles(dir, 'index.html')) {
      const html = await readSiteFile(dir, file);
      if (!html.includes('NewsArticle"')) continue;
      stories += 1;
      const page = removeHeadings(parseDocument(html));
      const title = page.querySelector('article h1');
      const view = new Readability(removeHeadings(parseDocument(html))).parse();
      expect(toWords(view?.title), file).toBe(toWords(title?.textContent));
      title?.remove();
      // A button is not part of a story, and source marks without their list are noise.
      for (const mark of page.querySelectorAll('.source-mark')) mark.remove();
      page.querySelector('share-story')?.remove();
      const above = toWords(page.querySelector('.article-header')?.textContent);
      // Key points, text and agency line.
      const column = toWords(page.querySelector('.prose')?.parentElement?.textContent);
      expect(column.length, file).toBeGreaterThan(500);
      expect([above + column, column], file).toContain(toWords(view?.textContent));
    }
    expect(stories).toBeGreaterThan(10);
  });
});
