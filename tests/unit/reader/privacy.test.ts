import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { maxAgeDays, cacheLimits } from '../../../src/reader/offline-rules.ts';
import { prefetchRules } from '../../../src/reader/prefetch.ts';
import { prefix, settingsName, toStorylineName } from '../../../src/reader/storage.client.ts';

const page = readFileSync('content/pages/privacy.md', 'utf8');

it('the privacy page names everything that the site stores in a browser, and nothing else', () => {
  const named = [...page.matchAll(/`(?<name>gazetteer[^`]*)`/gu)].map((match) => match[1]);
  const kept = [settingsName, toStorylineName('')].map((name) => prefix + name);
  expect(named.toSorted()).toEqual([...kept, ...Object.values(cacheLimits).map(({ name }) => name)].toSorted());
});

it('the privacy page says how long pages and files are kept', () => {
  expect(page).toContain(`${maxAgeDays} days, and the last ${cacheLimits.page.maxCount} pages`);
  for (const { name, maxCount } of [cacheLimits.asset, cacheLimits.picture]) {
    expect(page).toMatch(new RegExp(`\`${name}\`.*the last ${maxCount} files`, 'u'));
  }
});

it('one file touches storage, and two more touch caches: everything else goes through them', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(?:ts|astro)$/u.test(file),
  );
  const touching = files
    .filter((file) =>
      /\b(?:localStorage|sessionStorage|indexedDB|cookieStore|document\.cookie)\b|\bcaches\.(?:open|delete)\b/u.test(
        readFileSync(path.join('src', file), 'utf8'),
      ),
    )
    .map((file) => file.split(path.sep).join('/'));
  expect(touching.toSorted()).toEqual([
    'reader/offline-off.worker.ts',
    'reader/offline.worker.ts',
    'reader/read-kept.client.ts',
    'reader/storage.client.ts',
  ]);
});

it('pages are fetched ahead from this host alone', () => {
  const { prefetch } = JSON.parse(prefetchRules) as { prefetch: readonly { where: { and: readonly object[] } }[] };
  for (const { where } of prefetch) expect(where.and).toContainEqual({ href_matches: '/*' });
});
