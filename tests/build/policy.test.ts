import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { pagePolicy, renderPolicy } from '../../src/hosts/content-policy.ts';
import { getFileHeaders } from '../../src/hosts/file-rules.ts';
import { readSettings } from '../../src/settings/settings.ts';
import { readHostFiles } from '../support/host-readers.ts';
import { getSiteDir, sites, type SiteName } from '../support/sites.ts';
import { listFiles, readSiteFile } from '../support/site-files.ts';

describe.each<SiteName>(['demo', 'based', 'hard', 'empty', 'arabic', 'themed'])('the site %s', (name) => {
  const dir = getSiteDir(name);
  const { base } = sites[name];

  it('has the policy on every page, before all that it rules, and breaks it nowhere', async () => {
    const start = `<head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="${renderPolicy(pagePolicy)}">`;
    for (const file of await listFiles(dir, '.html')) {
      const html = await readSiteFile(dir, file);
      expect(html.includes(start), file).toBe(true);
      expect(
        html.match(/<style|<[^>]* (?:style|on[a-z]+)=|(?:src|href)="(?:data|javascript):|<base /gu),
        file,
      ).toBeNull();
    }
  });

  it('names for every script and style sheet the hash of its bytes', async () => {
    const hashes = new Map<string, string>();
    for (const file of await listFiles(path.join(dir, 'assets'))) {
      const bytes = await readFile(path.join(dir, 'assets', file));
      hashes.set(`${base}assets/${file}`, `sha256-${hash('sha256', bytes, 'base64')}`);
    }
    for (const file of await listFiles(dir, '.html')) {
      const html = await readSiteFile(dir, file);
      const loaders = html.match(/<(?:script[^>]* src|link rel="(?:stylesheet|modulepreload)")[^>]*>/gu) ?? [];
      expect(loaders.length > 0, file).toBe(!html.includes('http-equiv="refresh"'));
      for (const loader of loaders) {
        const [, at = ''] = /(?:src|href)="([^"]*)"/u.exec(loader) ?? [];
        expect(loader, file).toContain(`integrity="${hashes.get(at)}"`);
      }
    }
  });

  it('has _headers and _redirects for all that it has', async () => {
    const { site } = await readSettings({ CONTENT_DIR: sites[name].contentDir });
    const answer = readHostFiles(await readSiteFile(dir, '_headers'), await readSiteFile(dir, '_redirects'));
    for (const file of await listFiles(dir)) {
      const sitePath = `/${file.replace(/(^|\/)index\.html$/u, '$1')}`;
      const { headers, location } = answer(`${base}${sitePath.slice(1)}`);
      expect({ 'Cache-Control': 'public, max-age=0, must-revalidate', ...headers }, file).toMatchObject(
        getFileHeaders(sitePath, site.face),
      );
      // A page that says where its story went, for hosts that read no such file.
      const moved = file.endsWith('.html')
        ? /http-equiv="refresh" content="0; url=([^"]*)"/u.exec(await readSiteFile(dir, file))?.[1]
        : undefined;
      expect(location, file).toBe(moved);
    }
  });

  it('names feeds by their formats, wherever they are', async () => {
    const types = { 'feed.xml': 'rss+xml', 'atom.xml': 'atom+xml', 'feed.json': 'feed+json' };
    for (const [end, type] of Object.entries(types)) {
      const feeds = await listFiles(dir, `${end}`);
      expect(feeds.length).toBeGreaterThan(0);
      for (const feed of feeds) expect(getFileHeaders(`/${feed}`)['Content-Type'], feed).toContain(type);
    }
  });
});

describe('security.txt', () => {
  it('is there for newsrooms that name a contact', async () => {
    expect(await readSiteFile(getSiteDir('arabic'), '.well-known/security.txt')).toBe(
      'Contact: mailto:security@gazetteer.example\nExpires: 2026-12-01T00:00:00Z\nPreferred-Languages: ar\n' +
        'Canonical: https://gazetteer.example/.well-known/security.txt\n',
    );
  });

  it('is not there for others', () => {
    expect(existsSync(path.join(getSiteDir('demo'), '.well-known'))).toBe(false);
  });
});
