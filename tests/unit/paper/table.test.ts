import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { getFileHeaders } from '../../../src/hosts/file-rules.ts';
import { isSiteFile, isSitePath } from '../../../src/news/names.ts';
import type { Newsroom } from '../../../src/news/newsroom.ts';
import { articlePages, standingPages } from '../../../src/paper/kinds/articles.ts';
import { movedPages } from '../../../src/paper/kinds/moves.ts';
import { toParams } from '../../../src/paper/kinds/page-kind.ts';
import {
  collectPagePrints,
  collectPermanent,
  collectSitemap,
  collectTextPages,
  listPages,
  pageKinds,
  toPageKeys,
} from '../../../src/paper/table.ts';
import type { Context } from '../../../src/views/context.ts';
import { makeContext } from '../../support/make-context.ts';
import { makeArticle, makeStoryline, makeTimestamp } from '../../support/make-newsroom.ts';

const image = { src: './bridge.jpg', alt: 'A bridge', caption: 'The bridge.', credit: 'A. Photographer' };
const picture = { file: 'articles/2024/11/bridge.jpg', width: 1000, height: 500, isAnimated: false };

/** A newsroom that has every kind of page. */
const rich: Partial<Newsroom> = {
  articles: [
    makeArticle({
      id: '2024/11/flood',
      image,
      media: [picture.file],
      regions: ['FR'],
      tags: ['Rain'],
      aliases: ['/old/'],
    }),
    makeArticle({ id: '2024/10/vote', regions: ['DE', 'PL'], storylines: ['cop29'] }),
    makeArticle({ id: '2024/10/gone', status: 'withdrawn' }),
    makeArticle({ id: '2023/05/gone', published: makeTimestamp('2023-05-02'), status: 'withdrawn' }),
  ],
  storylines: [makeStoryline()],
  pages: [{ id: 'about', file: 'pages/about.md', textHash: 'h', title: 'About', summary: 'We.' }],
  pictures: [picture],
};

describe('the table of pages', () => {
  it('has an entry for every route, and a route for every entry that Astro makes', () => {
    const routes = readdirSync('src/pages', { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => path.posix.relative('src/pages', path.posix.join(parentPath, name)));
    expect(pageKinds.flatMap(({ route }) => route ?? []).sort()).toEqual(routes.sort());
  });

  it('lists pages of every kind, each at an address of its route, and no two at one', () => {
    const pages = listPages(makeContext(rich));
    expect(new Set(pages.map(({ kind }) => kind))).toEqual(new Set(pageKinds));
    expect(new Set(pages.map(({ path: at }) => at)).size).toBe(pages.length);
    const params = pages.flatMap(({ kind: { route }, path: at }) => (route === undefined ? [] : [toParams(route, at)]));
    expect(params.length).toBeGreaterThan(300);
  });

  it('has only addresses that the newsroom may not take, except its own', () => {
    const own = new Set<unknown>([articlePages, standingPages, movedPages]);
    const open = listPages(makeContext(rich)).filter(({ kind, path: at }) => !own.has(kind) && !isSitePath(at));
    // Cards and feeds are beside pages, under reserved names.
    expect(
      open.map(({ path: at }) => at).filter((at) => at !== '/' && !isSiteFile(at.slice(at.lastIndexOf('/') + 1))),
    ).toEqual([]);
  });

  it('builds plain data for every page, so that nothing is lost in its fingerprint or on its way to a thread', () => {
    const context = makeContext(rich);
    const strange = listPages(context).flatMap(({ kind, subject, path: at }) =>
      findStrange(kind.build(context, subject), at),
    );
    expect(strange).toEqual([]);
  });

  it('serves files that are not pages with the type that their readers expect', () => {
    const types = Object.fromEntries(
      listPages(makeContext(rich))
        .filter(({ path: at }) => /\/(?:feed\.xml|atom\.xml|feed\.json|feeds\.opml|manifest\.webmanifest)$/u.test(at))
        .map(({ path: at }) => [at.split('.').at(-1), getFileHeaders(at)['Content-Type']]),
    );
    expect(types).toEqual({
      xml: expect.stringMatching(/^application\/(?:rss|atom)\+xml/u),
      json: 'application/feed+json; charset=utf-8',
      opml: 'text/x-opml; charset=utf-8',
      webmanifest: 'application/manifest+json; charset=utf-8',
    });
  });
});

/** Finds values that JSON would drop or change: functions, maps, sets, invalid numbers, instances of classes. */
function findStrange(value: unknown, at: string): readonly string[] {
  if (value === null || ['string', 'boolean', 'undefined'].includes(typeof value)) return [];
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${at}: ${value}`];
  if (typeof value !== 'object') return [`${at}: ${typeof value}`];
  const isPlain = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
  if (!isPlain) return [`${at}: ${value.constructor.name}`];
  return Object.entries(value).flatMap(([key, part]) => findStrange(part, `${at} ${key}`));
}

const collectPageKeys = (context: Context) => toPageKeys(collectPagePrints(context));

describe('what is read from the table', () => {
  const context = makeContext(rich);

  it('promises stories, notices, pages, topics, storylines, authors and aliases for ever', () => {
    expect([...collectPermanent(context)].sort()).toEqual([
      '/2023/05/gone/',
      '/2024/10/gone/',
      '/2024/10/vote/',
      '/2024/11/flood/',
      '/about/',
      '/authors/world-desk/',
      '/old/',
      '/storylines/cop29/',
      '/topics/world/',
    ]);
  });

  it('names in sitemaps what search engines should know, with its last change', () => {
    const entries = new Map(collectSitemap(context).map((entry) => [entry.path, entry.modifiedMs]));
    expect([...entries.keys()].slice(0, 4)).toEqual(['/', '/topics/', '/storylines/', '/tags/']);
    expect(entries.get('/about/')).toBe(0);
    expect(entries.get('/regions/france/')).toBe(makeArticle().published.epochMs);
    for (const absent of ['/2024/10/gone/', '/search/', '/offline/', '/404/', '/old/', '/feed.xml', '/regions/chad/']) {
      expect(entries.has(absent)).toBe(false);
    }
  });

  it('knows the text of each page that shows one, and the ids that others may link to', () => {
    const texts = collectTextPages(context);
    expect([...texts.keys()].sort()).toEqual(['/2024/10/vote/', '/2024/11/flood/', '/about/', '/storylines/cop29/']);
    expect(texts.get('/2024/11/flood/')?.anchors).toContain('sources');
    expect(texts.get('/about/')?.anchors).toEqual(['content']);
  });

  it('has no fingerprint for what is written whenever anything is', () => {
    const keys = collectPageKeys(context);
    expect(keys.get('/media/2024/11/bridge.jpg')).toBe('');
    expect([...keys].filter(([at, key]) => key === '' && !/^\/(?:media|pictures)\//u.test(at))).toEqual([]);
  });

  it.each([
    ['a story’s text', { textHash: 'other' }, ['/2024/11/flood/', '/feed.xml', '/regions/france/feed.xml']],
    ['its title', { title: 'Another title' }, ['/', '/search/', '/2024/11/flood/', '/tags/rain/', '/2024/11/']],
    ['its time', { updated: makeTimestamp('2024-11-14T10:00Z') }, ['/2024/11/flood/', '/sitemaps/1.xml', '/atom.xml']],
  ])('changes with %s the fingerprints of the pages that show it, and of no others', (_name, change, shown) => {
    const [first, ...others] = rich.articles ?? [];
    const after = collectPageKeys(
      makeContext({ ...rich, articles: [{ ...makeArticle(), ...first, ...change }, ...others] }),
    );
    const changed = [...collectPageKeys(context)].flatMap(([at, key]) => (after.get(at) === key ? [] : [at]));
    expect(changed).toEqual(expect.arrayContaining(shown));
    for (const same of ['/about/', '/2024/10/gone/', '/offline/', '/robots.txt', '/topics/world/1/']) {
      expect(changed).not.toContain(same);
    }
  });
});
