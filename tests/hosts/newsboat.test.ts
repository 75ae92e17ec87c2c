import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { parseRssFeed } from 'feedsmith';
import { expect, it } from 'vitest';
import { serveSite } from '../../src/server/site-server.ts';
import { readSiteFile } from '../support/site-files.ts';
import { getSiteDir } from '../support/sites.ts';
import { findProgram } from './run-server.ts';

const run = promisify(execFile);

const byUrl = (a: { readonly url: unknown }, b: { readonly url: unknown }) =>
  String(a.url).localeCompare(String(b.url));

it.each(['feed.xml', 'atom.xml', 'regions/asia/feed.xml', 'topics/health/feed.xml'])(
  'newsboat takes every story of /%s, with its title, address and text',
  async (feed) => {
    const program = findProgram('newsboat', 'newsboat');
    const dir = getSiteDir('demo');
    const server = await serveSite({ dir, base: '/', port: 0 });
    const folder = await mkdtemp(path.join(tmpdir(), 'newsboat-'));
    const [urls, cache, config] = ['urls', 'cache.db', 'config'].map((name) => path.join(folder, name)) as [
      string,
      string,
      string,
    ];
    try {
      await writeFile(urls, `${server.url}${feed}\n`);
      const errors = path.join(folder, 'errors');
      await writeFile(config, `error-log "${errors}"\n`);
      await writeFile(errors, '');
      await run(program, ['-u', urls, '-c', cache, '-C', config, '-x', 'reload'], {
        env: { ...process.env, HOME: folder },
      });
      expect(await readFile(errors, 'utf8')).toBe('');
      const database = new DatabaseSync(cache, { readOnly: true });
      const items = database.prepare('SELECT title, url, length(content) AS size FROM rss_item').all();
      database.close();

      // The Atom feed of a listing has the stories of its RSS feed, which another test holds.
      const { items: expected = [] } = parseRssFeed(await readSiteFile(dir, feed.replace('atom', 'feed')));
      expect(expected.length).toBeGreaterThan(3);
      expect(items.map(({ title, url }) => ({ title, url })).sort(byUrl)).toEqual(
        expected.map(({ title, link }) => ({ title, url: link })).sort(byUrl),
      );
      for (const { size } of items) expect(Number(size)).toBeGreaterThan(200);
    } finally {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
);
