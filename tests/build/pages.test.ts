import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { demoPages } from '../support/page-types.ts';
import { getSiteDir, type SiteName } from '../support/sites.ts';
import { listFiles, readSiteFile } from '../support/site-files.ts';

/** Resolves the rules once. The validator does so again for every page, which takes longer than checking it. */
class KeptRules extends StaticConfigLoader {
  readonly #rules = super.getConfigFor('');

  override getConfigFor() {
    return this.#rules;
  }
}

const validator = new HtmlValidate(new KeptRules({ extends: ['html-validate:standard'] }));

/**
 * Describes the elements of a page and the names of their attributes, each with the element before it. Of pages that
 * agree in them, one is validated: that takes forty milliseconds.
 */
function toStructure(html: string): string {
  const tags = [...html.matchAll(/<(?<tag>\/?[a-z][\w-]*)(?<attributes>(?:\s[^>]*)?)>/gu)].map(({ groups }) =>
    [groups?.['tag'], ...(groups?.['attributes']?.matchAll(/[a-z-:]+(?==)/gu) ?? [])].join(' '),
  );
  return [...new Set(tags.map((tag, index) => `${tags[index - 1] ?? ''}>${tag}`))].sort().join('\n');
}

describe.each<SiteName>(['demo', 'based', 'hard', 'empty', 'archive', 'arabic', 'themed'])(
  'the pages of the site %s',
  (name) => {
    const dir = getSiteDir(name);

    it('are valid HTML', async () => {
      const problems: string[] = [];
      const pages = new Map<string, string>();
      for (const file of await listFiles(dir, '.html')) pages.set(toStructure(await readSiteFile(dir, file)), file);
      for (const file of pages.values()) {
        const report = await validator.validateString(await readSiteFile(dir, file));
        for (const { messages } of report.results) {
          for (const { line, column, ruleId, message } of messages) {
            problems.push(`${file}:${line}:${column} ${ruleId} ${message}`);
          }
        }
      }
      expect(problems.slice(0, 20)).toEqual([]);
    });

    it('each have a skip link, landmarks, one h1, a canonical address, a description, Open Graph and a feed', async () => {
      const lacking: string[] = [];
      for (const file of await listFiles(dir, '.html')) {
        const html = await readSiteFile(dir, file);
        if (html.includes('http-equiv="refresh"')) continue;
        const needs: readonly [string, RegExp][] = [
          ['skip link', /<body><a class="skip-link[^"]*" href="#content">/u],
          ['header, main and footer', /<header class="masthead[\s\S]*<main id="content"[\s\S]*<footer class="footer/u],
          ['canonical', /<link rel="canonical" href="https:\/\/gazetteer\.example\/[^"]*">/u],
          ['description', /<meta name="description" property="og:description" content="[^"]{20,}">/u],
          ['Open Graph', /<meta property="og:title" content="[^"]+">/u],
          ['feed', /<link rel="alternate" type="application\/rss\+xml"/u],
        ];
        lacking.push(...needs.filter(([, pattern]) => !pattern.test(html)).map(([need]) => `${file}: ${need}`));
        if (html.match(/<h1[\s>]/gu)?.length !== 1) lacking.push(`${file}: one h1`);
        const ids = [...html.matchAll(/<[^>]*\sid="(?<id>[^"]*)"/gu)].map(({ groups }) => groups?.['id']);
        if (new Set(ids).size < ids.length) lacking.push(`${file}: an id of its own for each element`);
      }
      expect(lacking).toEqual([]);
    });

    it('hold no trace of what Astro leaves when an image fails', async () => {
      for (const file of await listFiles(dir, '.html')) {
        expect(await readSiteFile(dir, file)).not.toContain('__ASTRO_IMAGE_');
      }
    });

    it('load nothing from anybody else', async () => {
      for (const file of await listFiles(dir, '.html')) {
        const html = await readSiteFile(dir, file);
        const loaded = [
          ...html.matchAll(
            /<(?:script|img|iframe|source|link rel="(?:stylesheet|preload|icon)")[^>]*(?:src|href)="(?<at>[^"]*)"/gu,
          ),
        ];
        expect(loaded.map((match) => match.groups?.['at'] ?? '').filter((at) => !at.startsWith('/'))).toEqual([]);
      }
    });
  },
);

describe('the addresses of the demo edition', () => {
  it('answer for every type of page, and for every parent of an address', async () => {
    const files = new Set(await listFiles(getSiteDir('demo')));
    const pages = [...Object.values(demoPages), 'regions/eastern-asia/', 'regions/north-korea/', 'regions/2024/'];
    const paths = pages.filter((path) => !path.includes('?')).map((path) => path.replace(/(^|\/)$/u, '$1index.html'));
    const machines = ['feed.xml', 'topics/health/feed.xml', 'regions/asia/feed.xml', 'tags/russia/feed.xml'];
    const others = ['sitemap.xml', 'sitemaps/1.xml', 'robots.txt', 'pagefind/2024-09/pagefind-entry.json'];
    expect([...paths, ...machines, ...others].filter((file) => !files.has(file))).toEqual([]);
  });

  it('are those of its fifty-seven stories', async () => {
    const files = await listFiles(getSiteDir('demo'), 'index.html');
    const stories = files.filter((file) => /^\d{4}\/\d{2}\/[^/]+\/index\.html$/u.test(file));
    expect(stories).toHaveLength(57);
  });
});

describe('a listing of four hundred stories', () => {
  const dir = getSiteDir('archive');

  it('has a back page for every thirty of them, except those on its first page', async () => {
    const files = await listFiles(dir, 'index.html');
    expect(files.filter((file) => /^regions\/world\/(?:\d+\/)?index\.html$/u.test(file))).toHaveLength(13);
  });

  it('leads from page to page without a gap or a repetition, newest first', async () => {
    const seen: string[] = [];
    let next: string | undefined = '/regions/world/';
    while (next !== undefined) {
      const html: string = await readSiteFile(dir, `${next.slice(1)}index.html`);
      const titles = [...html.matchAll(/<h3><a href="(?<at>\/\d{4}\/[^"]*)"/gu)].map(
        (match) => match.groups?.['at'] ?? '',
      );
      seen.push(...titles);
      next = /<a href="(?<at>[^"]*)" rel="next"/u.exec(html)?.groups?.['at'];
    }
    expect(seen).toHaveLength(400);
    expect(new Set(seen).size).toBe(400);
    const months = seen.map((at) => at.slice(1, 8));
    expect(months).toEqual(months.toSorted().toReversed());
  });

  it('groups a busy listing by day', async () => {
    const html = await readSiteFile(dir, 'regions/world/index.html');
    expect(html).toMatch(/<time datetime="2025-12-31">Wednesday,? 31 December 2025<\/time>/u);
  });
});
