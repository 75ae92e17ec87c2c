import { describe, expect, it } from 'vitest';
import {
  createAddresses,
  paths,
  toArticlePath,
  toFeedPath,
  toImagePath,
  toListingPath,
  toMediaPath,
  toPagePath,
  toSearchPath,
  toYearPath,
} from '../../../src/news/urls.ts';

const toPath = (src: string) =>
  toImagePath('2024/11/flood', { src, alt: 'A bridge', credit: 'A. Bee', caption: 'It stands.' });

describe('paths', () => {
  it('hold the addresses of the contract, which never change', () => {
    expect(paths).toEqual({
      front: '/',
      topics: '/topics/',
      tags: '/tags/',
      regions: '/regions/',
      storylines: '/storylines/',
      authors: '/authors/',
      search: '/search/',
      corrections: '/corrections/',
      about: '/about/',
      feeds: '/feeds/',
      offline: '/offline/',
      opml: '/feeds/feeds.opml',
      manifest: '/manifest.webmanifest',
      sitemap: '/sitemap.xml',
      newsSitemap: '/sitemaps/news.xml',
    });
  });
});

describe('the addresses of pages', () => {
  it('make the address of a story from its id', () => {
    expect(toArticlePath('2024/11/flood')).toBe('/2024/11/flood/');
  });

  it.each([
    ['topic', 'health', '/topics/health/'],
    ['tag', 'arms-control', '/tags/arms-control/'],
    ['region', 'north-korea', '/regions/north-korea/'],
    ['storyline', 'cop29', '/storylines/cop29/'],
    ['author', 'world-desk', '/authors/world-desk/'],
    ['month', '2024/11', '/2024/11/'],
  ] as const)('give the %s %s its address, pages and feed', (kind, id, address) => {
    expect(toListingPath({ kind, id })).toBe(address);
    expect(toListingPath({ kind, id }, 1)).toBe(`${address}1/`);
    expect(toListingPath({ kind, id }, 2)).toBe(`${address}2/`);
    expect(toListingPath({ kind, id }, 1234)).toBe(`${address}1234/`);
    expect(toFeedPath(toListingPath({ kind, id }))).toBe(`${address}feed.xml`);
  });

  it('number the pages of anything else from the second on', () => {
    expect(toPagePath(paths.corrections, 1)).toBe('/corrections/');
    expect(toPagePath(paths.corrections, 2)).toBe('/corrections/2/');
  });

  it('give the front page its feed and a year its archive', () => {
    expect(toFeedPath(paths.front)).toBe('/feed.xml');
    expect(toYearPath('2024')).toBe('/2024/');
  });
});

describe('toSearchPath', () => {
  it.each([
    [{ region: 'asia' }, '/search/?region=asia'],
    [{ q: 'a&b=c #d', topic: 'health' }, '/search/?q=a%26b%3Dc+%23d&topic=health'],
    [{ q: 'هدنة' }, '/search/?q=%D9%87%D8%AF%D9%86%D8%A9'],
    [{}, '/search/'],
  ])('writes the search for %j', (query, path) => {
    expect(toSearchPath(query)).toBe(path);
  });
});

describe('toMediaPath', () => {
  it.each([
    ['articles/2024/11/bridge.jpg', '/media/2024/11/bridge.jpg'],
    ['articles/2024/11/articles/bridge.jpg', '/media/2024/11/articles/bridge.jpg'],
  ])('publishes %s', (file, path) => {
    expect(toMediaPath(file)).toBe(path);
  });
});

describe('toImagePath', () => {
  it.each([
    ['bridge.jpg', '/media/2024/11/bridge.jpg'],
    ['./bridge.jpg', '/media/2024/11/bridge.jpg'],
    ['flood/bridge.jpg', '/media/2024/11/flood/bridge.jpg'],
  ])('puts %s beside the story', (src, path) => {
    expect(toPath(src)).toBe(path);
  });

  it.each(['bridge 2.jpg', 'bridge #2.jpg', 'what?.jpg', '100%.jpg', '100%25.jpg', 'جسر.jpg'])(
    'gives an address under which a browser asks for the file %s',
    (src) => {
      const { pathname } = new URL(createAddresses('https://host/').absolute(toPath(src)));
      expect(decodeURIComponent(pathname)).toBe(`/media/2024/11/${src}`);
    },
  );
});

describe('createAddresses', () => {
  it.each([
    ['https://host/', '/', '/topics/', 'https://host/topics/'],
    ['https://host', '/', '/topics/', 'https://host/topics/'],
    ['https://host/news/', '/news/', '/news/topics/', 'https://host/news/topics/'],
    ['https://host/news', '/news/', '/news/topics/', 'https://host/news/topics/'],
    ['https://host/a/b//', '/a/b/', '/a/b/topics/', 'https://host/a/b/topics/'],
    ['http://localhost:4321/news/', '/news/', '/news/topics/', 'http://localhost:4321/news/topics/'],
    ['https://host/news/?x=1#y', '/news/', '/news/topics/', 'https://host/news/topics/'],
  ])('puts site paths under %s', (siteUrl, front, topics, whole) => {
    const { href, absolute } = createAddresses(siteUrl);
    expect(href('/')).toBe(front);
    expect(href('/topics/')).toBe(topics);
    expect(absolute('/topics/')).toBe(whole);
  });

  it('writes letters of every script the way they travel', () => {
    const { href, absolute } = createAddresses('https://host/news/');
    expect(href('/tags/هدنة/')).toBe('/news/tags/%D9%87%D8%AF%D9%86%D8%A9/');
    expect(absolute('/tags/größe/')).toBe('https://host/news/tags/gr%C3%B6%C3%9Fe/');
  });

  it('keeps a query and a fragment', () => {
    expect(createAddresses('https://host/news/').href('/search/?q=a+b#results')).toBe('/news/search/?q=a+b#results');
  });

  it.each(['//evil.example/', '///evil.example/', '/\\evil.example/', '/%2F/evil.example/', '/./..//evil.example/'])(
    'never leads from %s to another host',
    (path) => {
      for (const siteUrl of ['https://host/', 'https://host/news/']) {
        const { href, absolute } = createAddresses(siteUrl);
        expect(new URL(href(path), 'https://host/page/').host).toBe('host');
        expect(new URL(absolute(path)).host).toBe('host');
      }
    },
  );

  it('refuses a site without an address', () => {
    expect(() => createAddresses('/news/')).toThrow(TypeError);
  });
});
