import { describe, expect, it } from 'vitest';
import { renderFooter } from '../../../src/components/footer.ts';
import { renderSharing } from '../../../src/components/head.ts';
import { renderTools } from '../../../src/components/masthead.ts';
import type { SiteChoices } from '../../../src/core/site-choices.ts';
import { checkOwnWords, getSiteWords } from '../../../src/i18n/own-words.ts';
import { hostTexts, toPublishedSite } from '../../../src/paper/kinds/host-texts.ts';
import { globeFiles, mapFiles } from '../../../src/paper/kinds/maps.ts';
import { robotsFile } from '../../../src/paper/kinds/sitemaps.ts';
import { renderCaddy } from '../../../src/hosts/caddy.ts';
import { renderNginx } from '../../../src/hosts/nginx.ts';
import { toServerSite } from '../../../src/hosts/server-site.ts';
import { atom } from '../../../src/syndication/atom.ts';
import { jsonFeed } from '../../../src/syndication/json-feed.ts';
import { rss } from '../../../src/syndication/rss.ts';
import { buildNewsArticle } from '../../../src/syndication/structured-data/news-article.ts';
import { buildPublisher } from '../../../src/syndication/structured-data/publisher.ts';
import { buildArticle } from '../../../src/views/article.ts';
import { buildFront } from '../../../src/views/front.ts';
import { buildHead } from '../../../src/views/head.ts';
import { planArticleMap } from '../../../src/views/map.ts';
import { buildMasthead } from '../../../src/views/masthead.ts';
import { buildTeaser } from '../../../src/views/teaser.ts';
import { makeContext } from '../../support/make-context.ts';
import { makeArticle } from '../../support/make-newsroom.ts';

const article = makeArticle({ keyPoints: [{ text: 'A point.' }], wordCount: 400 });

/** The context of a newsroom that has chosen something. */
function make(choices: SiteChoices) {
  const context = makeContext({
    articles: [article, ...['b', 'c', 'd'].map((slug) => makeArticle({ id: `2024/11/${slug}` }))],
  });
  return { ...context, site: { ...context.site, choices } };
}

describe('menus', () => {
  const context = make({
    navigation: [
      { to: 'topics/world', text: 'Abroad' },
      { to: 'regions/RO' },
      { to: 'https://shop.example/', text: 'Shop' },
    ],
    footer: [{ title: 'Read', links: [{ to: 'archive' }, { to: 'topics/*' }] }],
    profiles: [{ name: 'Mastodon', address: 'https://m.example/@a' }],
    licence: { name: 'CC BY 4.0', address: 'https://cc.example/by/' },
    publisher: { name: 'A house', post: 'A street 1', email: 'a@b.example', phone: '+40 (21) 555-0123' },
    donation: 'https://give.example/',
    search: { order: 'newest' },
  });
  const view = buildMasthead(context);

  it('have what is chosen, in its order, with its words', () => {
    expect(view.sections).toEqual([
      { text: 'Abroad', href: '/news/topics/world/' },
      { text: 'Romania', href: '/news/regions/romania/' },
      { text: 'Shop', href: 'https://shop.example/' },
    ]);
  });

  it('have in the footer groups, publisher, contacts, profiles and licence', () => {
    const { html } = renderFooter(view, context.words);
    expect(html).toContain('<p>A house, A street 1</p>');
    expect(html).toContain('<a href="tel:+40215550123">+40 (21) 555-0123</a>');
    expect(html).toContain('<a href="https://give.example/">Support us</a>');
    expect(html).toContain('<a rel="me" href="https://m.example/@a">Mastodon</a>');
    expect(html).toContain('<a rel="license" href="https://cc.example/by/">CC BY 4.0</a>');
    expect(html).toContain('<div class="footer-group"><h2>Read</h2>');
  });

  it('ask for the chosen order with every search', () => {
    expect(renderTools(view, context.words).html).toContain('<input name="sort" type="hidden" value="newest">');
    expect(renderTools(buildMasthead(make({ search: { order: 'relevance' } })), context.words).html).not.toContain(
      'hidden"',
    );
  });
});

describe('the licence of texts', () => {
  const context = make({
    licence: { name: 'CC BY', address: 'https://cc.example/', refuses: ['ai-train', 'ai-input'] },
  });
  const facts = {
    title: 'A',
    description: 'B',
    listingPath: '/',
    path: '/feed.xml',
    format: 'rss',
    modifiedMs: 0,
  } as const;

  it('is in every feed', () => {
    expect(rss.renderFeed(context, facts, [])).toContain('<copyright>CC BY https://cc.example/</copyright>');
    expect(atom.renderFeed(context, facts, [])).toContain(
      '<rights>CC BY https://cc.example/</rights>\n<link href="https://cc.example/" rel="license"/>',
    );
    expect(JSON.parse(jsonFeed.renderFeed(context, facts, []))).toMatchObject({
      _rights: { about: 'https://cc.example/', name: 'CC BY' },
    });
  });

  it('is in the description of a story', () => {
    expect(buildNewsArticle(context, article)).toMatchObject({ license: 'https://cc.example/' });
  });

  it('is in robots.txt, which leads to its terms in RSL', () => {
    expect(robotsFile.build(context, undefined).text).toMatch(
      /^License: https:\/\/host\.example\/news\/license\.xml\n\nUser-agent: \*\n/u,
    );
    expect(hostTexts.list(context)).toContain('/license.xml');
    expect(hostTexts.build(context, '/license.xml').text).toContain(
      '<content url="/news/"><license><prohibits type="usage">ai-train ai-input</prohibits><payment type="attribution"><standard>https://cc.example/</standard></payment></license></content>',
    );
    expect(hostTexts.list(make({}))).not.toContain('/license.xml');
  });
});

describe('an account in the Fediverse', () => {
  const context = make({ fediverse: '@paper@m.example', head: [{ name: 'proof', content: '"1"' }] });

  it('is in the head of every page, before what else the newsroom adds', () => {
    const head = buildHead(context, { title: 'A', description: 'B', path: '/a/' });
    expect(renderSharing(head).html).toContain(
      '<meta name="fediverse:creator" content="@paper@m.example"><meta name="proof" content="&quot;1&quot;">',
    );
  });

  it('is found by WebFinger at the domain of the site, on every host that redirects', () => {
    const target = 'https://m.example/.well-known/webfinger?resource=acct:paper@m.example';
    const site = toServerSite(toPublishedSite(context));
    expect(hostTexts.build(context, '/_redirects').text).toContain(`\n/.well-known/webfinger ${target} 302\n`);
    expect(renderNginx(site)).toContain(`location = /.well-known/webfinger { return 302 "${target}"; }`);
    expect(renderCaddy(site)).toContain(`redir /.well-known/webfinger "${target}" 302`);
    expect(renderNginx(toServerSite(toPublishedSite(make({}))))).not.toContain('webfinger');
  });
});

it('describes the publisher for search engines', () => {
  const publisher = { name: 'A house', email: 'a@b.example', founded: 1998 };
  expect(
    buildPublisher(
      make({ publisher, profiles: [{ name: 'M', address: 'https://m.example/' }], donation: 'https://give.example/' }),
    ),
  ).toMatchObject({
    legalName: 'A house',
    email: 'a@b.example',
    foundingDate: '1998',
    sameAs: ['https://m.example/'],
    potentialAction: { '@type': 'DonateAction', target: 'https://give.example/' },
  });
});

describe('the front page', () => {
  it('has the chosen sections in their order, with as many entries as chosen', () => {
    const front = buildFront(make({ front: [{ section: 'months' }, { section: 'latest', most: 1 }] }));
    expect(front.sections).toEqual(['months', 'latest']);
    expect([front.seconds.length, front.latest.length, front.months.length]).toEqual([0, 1, 1]);
    expect([front.world, front.regions, front.strips]).toEqual([undefined, [], []]);
  });
});

describe('what pages show', () => {
  it('can be less: no maps, globes, key points, reading time', () => {
    const context = make({ show: { maps: false, globes: false, keyPoints: false, readingTime: false } });
    expect(planArticleMap(context, article)).toBeUndefined();
    expect(buildTeaser(context, article).globe).toBeUndefined();
    expect(buildArticle(context, article)).toMatchObject({ keyPoints: [], readingTime: '' });
    expect(mapFiles.list(context)).toEqual(['outlines']);
    expect(mapFiles.list(make({})).length).toBeGreaterThan(1);
    expect(globeFiles.list(context).length).toBeGreaterThan(0);
  });
});

describe('words of the interface', () => {
  it('are the newsroom’s own where it has some', () => {
    const { site } = make({ words: { latest: 'Just in' } });
    const words = getSiteWords(site);
    expect([words.latest, words.topics]).toEqual(['Just in', 'Topics']);
    expect(getSiteWords(site)).toBe(words);
    expect(checkOwnWords(site)).toEqual([]);
  });
});
