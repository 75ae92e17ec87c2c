import { describe, expect, it } from 'vitest';
import { fileRules } from '../../../src/hosts/file-rules.ts';
import { explainSystemName, isReservedId, isSitePath, longestName, toName } from '../../../src/news/names.ts';
import { paths } from '../../../src/news/urls.ts';

describe('toName', () => {
  it.each([
    ['Diplomacy & Security', 'diplomacy-security'],
    ['?!', ''],
    ['a'.repeat(300), 'a'.repeat(100)],
    ['a-'.repeat(80), `${'a-'.repeat(49)}a`],
    ['水'.repeat(100), '水'.repeat(80)],
    ['한'.repeat(100).normalize('NFD'), '한'.repeat(80)],
    [`${'水'.repeat(79)}-水水`, '水'.repeat(79)],
    ['𠮷'.repeat(90), '𠮷'.repeat(50)],
  ])('makes of %j a part of an address that every file system takes', (words, name) => {
    expect(toName(words)).toBe(name);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(longestName.bytes);
  });
});

describe('isReservedId', () => {
  it.each(['0', '1', '42', '999', 'feed.xml', 'index.html', 'card.png'])('keeps %s for the pages of listings', (id) => {
    expect(isReservedId(id)).toBe(true);
  });

  it.each(['2024', 'a1', '1a', '1-2', '', 'feed', 'feedxml', '１２', 'asia'])('leaves %j to whoever wants it', (id) => {
    expect(isReservedId(id)).toBe(false);
  });
});

describe('isSitePath', () => {
  it.each([
    ...Object.values(paths),
    '/topics/health/',
    '/regions/asia/2/',
    '/media/2024/11/bridge/',
    '/pagefind/',
    '/2024/',
    '/2024/11/',
    '/2024/11/2/',
    '/feed.xml/',
    '/sitemap.xml/',
    '/robots.txt/',
    '/404.html/',
    '/404/',
    '/assets/',
    '/maps/',
    '/globes/',
    '/icons/',
    '/pictures/',
    '/sitemaps/',
    '/sw.js/',
    '/_headers/',
    '/.well-known/x/',
    '/cdn-cgi/',
  ])('keeps %s for the site', (path) => {
    expect(isSitePath(path)).toBe(true);
  });

  it.each([
    '/old/',
    '/topic/',
    '/topicsy/',
    '/news/topics/',
    '/2024/11/flood/',
    '/20244/',
    '/24/',
    '/2024/11/flood/2/',
  ])('leaves %s to whoever wants it', (path) => {
    expect(isSitePath(path)).toBe(false);
  });
});

describe('explainSystemName', () => {
  it.each([
    'con',
    'CON',
    'nul',
    'aux',
    'prn',
    'com1',
    'LPT9',
    'com¹',
    'aux.html',
    'nul.',
    '.hidden',
    '.',
    '..',
    'old.',
  ])('says why %s is no name for everyone', (name) => {
    expect(explainSystemName(name)).toMatch(/^(?:Windows|servers) /u);
  });

  it.each(['console', 'com', 'com10', 'a.con', 'nul-and-void', 'old.html', 'index', ''])(
    'has nothing against %j',
    (name) => {
      expect(explainSystemName(name)).toBeUndefined();
    },
  );
});

describe('rules for files', () => {
  it('hold for no folder that a page could have', () => {
    const roots = fileRules.flatMap(({ patterns }) => patterns.map((pattern) => pattern.split('/')[1] ?? ''));
    const own = roots.filter((root) => !root.startsWith(':'));
    expect(own.length).toBeGreaterThan(8);
    expect(own.filter((root) => !isSitePath(`/${root}/`))).toEqual([]);
  });
});
