import { describe, expect, it } from 'vitest';
import { findOutdated, listAssets, listImports, toCacheKind, toCacheKey } from '../../../src/reader/offline-rules.ts';
import { readTitle } from '../../../src/reader/page-title.ts';

const root = 'https://host.example/news/';

describe('toCacheKind', () => {
  it.each([
    ['', 'navigate', 'page'],
    ['2024/11/flood/', 'navigate', 'page'],
    ['2024/11/flood/?highlight=water#s-rain', 'navigate', 'page'],
    ['feed.xml', 'navigate', undefined],
    ['assets/main.Ab3.css', 'no-cors', 'asset'],
    ['maps/flood.svg', 'no-cors', 'picture'],
    ['pictures/2024/11/bridge.jpg/640.avif', 'no-cors', 'picture'],
    ['pagefind/2024-11/pagefind-entry.json', 'cors', undefined],
    ['2024/11/flood/card.png', 'no-cors', undefined],
    ['sw.js', 'same-origin', undefined],
  ])('takes %s (%s) as %s', (path, mode, kind) => {
    expect(toCacheKind({ method: 'GET', mode, url: root + path }, root)).toBe(kind);
  });

  it('leaves other sites, what lies above the site, and what is sent, alone', () => {
    expect(toCacheKind({ method: 'GET', mode: 'navigate', url: 'https://other.example/news/' }, root)).toBeUndefined();
    expect(toCacheKind({ method: 'GET', mode: 'navigate', url: 'https://host.example/' }, root)).toBeUndefined();
    expect(toCacheKind({ method: 'POST', mode: 'navigate', url: root }, root)).toBeUndefined();
  });
});

describe('toCacheKey', () => {
  it('leaves out what changes nothing of a file', () => {
    expect(toCacheKey(`${root}search/?q=a?b#c`)).toBe(`${root}search/`);
  });
});

describe('findOutdated', () => {
  const nowMs = Date.UTC(2026, 0, 31);
  const kept = [
    { url: 'old', dateMs: Date.UTC(2025, 11, 31) },
    { url: 'unknown', dateMs: NaN },
    { url: 'fresh', dateMs: Date.UTC(2026, 0, 30) },
    { url: 'newest', dateMs: Date.UTC(2026, 0, 31) },
  ];

  it('deletes what is older than thirty days, and keeps what does not state its age', () => {
    expect(findOutdated(kept, 10, nowMs)).toEqual(['old']);
  });

  it('deletes the oldest above the maximum', () => {
    expect(findOutdated(kept, 1, nowMs)).toEqual(['old', 'unknown', 'fresh']);
    expect(findOutdated(kept, 0, nowMs)).toHaveLength(4);
  });
});

describe('listAssets', () => {
  it('finds what a page needs to look right, each once', () => {
    const html =
      '<link rel="stylesheet" href="/news/assets/head.css"><link rel="preload" href="/news/assets/a.woff2">' +
      '<script type="module" src="/news/assets/page.js"></script><script type="module" src="/news/assets/page.js"></script>' +
      '<a href="/news/topics/">assets</a><img src="/news/maps/a.svg">';
    const names = ['head.css', 'a.woff2', 'page.js'];
    expect(listAssets(html, root)).toEqual(names.map((name) => `${root}assets/${name}`));
  });

  it.each([
    'https://elsewhere.example/assets/a.js',
    'https://elsewhere.example/news/assets/a.js',
    '//elsewhere.example/news/assets/a.js',
    '/\\elsewhere.example/news/assets/a.js',
    'https://host.example.elsewhere.example/news/assets/a.js',
    'https://host.example@elsewhere.example/news/assets/a.js',
    'http://host.example/news/assets/a.js',
    'https://host.example/assets/above.js',
    '/news/../assets/above.js',
    'https://[/assets/',
    'javascript:/assets/x',
  ])('leaves %s alone, wherever a story links to it', (address) => {
    expect(listAssets(`<a href="${address}">a</a> <img src="${address}">`, root)).toEqual([]);
  });
});

describe('readTitle', () => {
  it('returns the title as it is read, not as it is written', () => {
    const html = '<meta property="og:title" content="Rock &#38; roll &lt;b&gt; &quot;x&quot; &amp;lt;">';
    expect(readTitle(html)).toBe('Rock & roll <b> "x" &lt;');
    expect(readTitle('<title>None</title>')).toBeUndefined();
  });
});

describe('listImports', () => {
  const url = 'https://paper.example/news/assets/a.Hash.js';

  it('returns what a script imports before it starts, and nothing that it loads later', () => {
    const script =
      'import{t as e}from"./b.js";import"./c.js";import d from "./d.js";e(()=>import("./late.js"));"./text.js"';
    expect(listImports(script, url)).toEqual(
      ['b', 'c', 'd'].map((name) => `https://paper.example/news/assets/${name}.js`),
    );
  });
});
