import { describe, expect, it } from 'vitest';
import { buildEdition } from '../../../src/news/edition.ts';
import { checkIntegrity } from '../../../src/news/integrity.ts';
import { getMoves } from '../../../src/news/moves.ts';
import type { Newsroom } from '../../../src/news/newsroom.ts';
import {
  makeArticle,
  makeNewsroom,
  makeStoryline,
  makeTimestamp,
  worldDesk,
  worldTopic,
} from '../../support/make-newsroom.ts';

const pages = ['about', 'legal'].map((id) => ({
  id,
  file: `pages/${id}.md`,
  textHash: 'h',
  title: id,
  summary: 'We.',
}));

/** Returns the errors as `file field code message`. */
function check(partial: Partial<Newsroom>): readonly string[] {
  const issues = checkIntegrity(makeNewsroom(partial), { timeZone: 'UTC' });
  return issues.map(({ file, field, code, message, hint }) => `${file} ${field?.join('.')} ${code} ${message} ${hint}`);
}

const taken = (at: string, alias: string, owner: string) =>
  `${at} duplicate-address The alias \`${alias}\` is already used by ${owner}. Delete the alias, or choose another address.`;
const circle = 'Delete it: a page already has this address.';

const inCircle = (alias: string, owner: string, own: string) =>
  `The alias \`${alias}\` is the address of ${owner}, which has \`${own}\` as an alias: each would redirect to the other.`;

describe('an alias', () => {
  it('is the address of nothing else, whatever its status, letter case and accents', () => {
    const a = makeArticle({ id: '2024/11/a', aliases: ['/old/', '/café/', '/2024/11/D/'] });
    const b = makeArticle({ id: '2024/11/b', aliases: ['/fine/', '/OLD/', '/cafe\u0301/', '/Fine/'] });
    const c = makeArticle({ id: '2024/11/c', status: 'withdrawn', aliases: ['/2024/11/b/', '/legal/'] });
    const d = makeArticle({ id: '2024/11/d', status: 'draft' });
    expect(check({ articles: [a, b, c, d], pages })).toEqual([
      taken(`${a.file} aliases.2`, '/2024/11/D/', d.file),
      taken(`${b.file} aliases.1`, '/OLD/', a.file),
      taken(`${b.file} aliases.2`, '/cafe\u0301/', a.file),
      taken(`${b.file} aliases.3`, '/Fine/', b.file),
      taken(`${c.file} aliases.0`, '/2024/11/b/', b.file),
      taken(`${c.file} aliases.1`, '/legal/', 'pages/legal.md'),
    ]);
  });

  it.each([
    ['/old/con/', 'con', 'Windows reserves it for a device'],
    ['/Nul/', 'Nul', 'Windows reserves it for a device'],
    ['/old/aux.html/', 'aux.html', 'Windows reserves it for a device'],
    ['/.git/a/', '.git', 'servers hide names that start with a dot'],
    ['/old./a/', 'old.', 'Windows removes a dot at the end of a name'],
  ])('has no part that systems treat in their own way: %s', (alias, part, why) => {
    const a = makeArticle({ aliases: ['/fine.html/', alias] });
    expect(check({ articles: [a] })).toEqual([
      `${a.file} aliases.1 reserved-name The alias \`${alias}\` contains \`${part}\`: ${why}. Delete it: not every host can serve this address.`,
    ]);
  });

  it.each([`/${'a'.repeat(241)}/`, `/x/${'水'.repeat(81)}/`, '/a'.repeat(500).concat('/')])(
    'is no longer than a file system takes: %s',
    (alias) => {
      const a = makeArticle({ aliases: [`/${'水'.repeat(80)}/`, alias] });
      expect(check({ articles: [a] })).toEqual([
        `${a.file} aliases.1 too-long The alias \`${alias.slice(0, 60)}…\` is too long: the limit is 240 bytes for each part and 1000 for the whole. Delete it: nothing can be published at this address.`,
      ]);
    },
  );

  it('never leads in a circle, alone or with another', () => {
    const a = makeArticle({ id: '2024/11/a', aliases: ['/2024/11/A/'] });
    const b = makeArticle({ id: '2024/11/b', aliases: ['/2024/11/c/'] });
    const c = makeArticle({ id: '2024/11/c', aliases: ['/2024/11/b/'] });
    expect(check({ articles: [a, b, c] })).toEqual([
      `${a.file} aliases.0 alias-loop The alias \`/2024/11/A/\` is the page’s own address: it would redirect to itself. ${circle}`,
      `${b.file} aliases.0 alias-loop ${inCircle('/2024/11/c/', c.file, '/2024/11/b/')} ${circle}`,
      `${c.file} aliases.0 alias-loop ${inCircle('/2024/11/b/', b.file, '/2024/11/c/')} ${circle}`,
    ]);
  });

  it('leads to a page in one step: no chain of aliases passes', () => {
    const a = makeArticle({ id: '2024/11/a', aliases: ['/2024/11/b/'] });
    const b = makeArticle({ id: '2024/11/b', aliases: ['/2024/11/c/'] });
    const c = makeArticle({ id: '2024/11/c', aliases: ['/one/'] });
    expect(check({ articles: [a, b, c] })).toEqual([
      taken(`${a.file} aliases.0`, '/2024/11/b/', b.file),
      taken(`${b.file} aliases.0`, '/2024/11/c/', c.file),
    ]);
  });

  it.each([
    '/topics/',
    '/search/',
    '/corrections/',
    '/feeds/',
    '/topics/world/',
    '/regions/romania/',
    '/tags/one/',
    '/authors/world-desk/',
    '/storylines/cop29/',
    '/2024/',
    '/2024/11/',
    '/2024/11/12/',
    '/about/',
    '/legal/',
    '/Topics/',
    '/feed.xml/',
    '/2024/11/feed.xml/',
    '/2024/11/story/card.png/',
    '/old/index.html/',
    '/old/atom.xml/x/',
    '/pagefind/x/',
  ])('is not %s, where the site has something of its own', (alias) => {
    const article = makeArticle({ aliases: [alias], tags: ['one'], storylines: ['cop29'] });
    const owners: Readonly<Record<string, string>> = {
      '/legal/': 'pages/legal.md',
      '/about/': 'pages/about.md',
      '/topics/world/': 'topics.yaml',
      '/authors/world-desk/': 'authors.yaml',
      '/storylines/cop29/': 'storylines/cop29.md',
    };
    expect(check({ articles: [article], storylines: [makeStoryline()], pages })).toEqual([
      taken(`${article.file} aliases.0`, alias, owners[alias] ?? 'the site itself'),
    ]);
  });
});

const [, legal] = pages;

/** A storyline, a topic, an author and a standing page, each with an alias. */
function named(aliases: Record<'storyline' | 'topic' | 'author' | 'page', string>) {
  return {
    storylines: [makeStoryline({ aliases: [aliases.storyline] })],
    topics: [{ ...worldTopic, aliases: [aliases.topic] }],
    authors: [{ ...worldDesk, aliases: [aliases.author] }],
    pages: legal ? [{ ...legal, aliases: [aliases.page] }] : [],
  };
}

describe('aliases of storylines, topics, authors and standing pages', () => {
  it('may be among addresses of their own kind, and lead there', () => {
    const newsroom = named({
      storyline: '/storylines/climate/',
      topic: '/topics/globe/',
      author: '/authors/old-desk/',
      page: '/imprint/',
    });
    expect(check(newsroom)).toEqual([]);
    const edition = buildEdition(makeNewsroom(newsroom), { nowMs: 0, language: 'en', timeZone: 'UTC' });
    const moves = getMoves(edition);
    expect(Object.values(newsroom).map(([thing]) => moves.get(thing?.aliases?.[0] ?? ''))).toEqual([
      '/storylines/cop29/',
      '/topics/world/',
      '/authors/world-desk/',
      '/legal/',
    ]);
  });

  it('may not be elsewhere on the site, on a page of a listing, or where another is', () => {
    const found = check(
      named({ storyline: '/topics/climate/', topic: '/topics/2/', author: '/authors/a/b/', page: '/topics/world/' }),
    );
    expect(found).toEqual([
      taken('pages/legal.md aliases.0', '/topics/world/', 'topics.yaml'),
      taken('storylines/cop29.md aliases.0', '/topics/climate/', 'the site itself'),
      taken('topics.yaml world.aliases.0', '/topics/2/', 'the site itself'),
      taken('authors.yaml world-desk.aliases.0', '/authors/a/b/', 'the site itself'),
    ]);
  });
});

describe('an alias of a story', () => {
  it('is one when the story is public or withdrawn, and unheard of while it is hidden', () => {
    const articles = [
      makeArticle({ id: '2024/11/seen', aliases: ['/seen/'] }),
      makeArticle({ id: '2024/11/withdrawn', status: 'withdrawn', aliases: ['/withdrawn/'] }),
      makeArticle({ id: '2024/11/draft', status: 'draft', aliases: ['/draft/'] }),
      makeArticle({ id: '2024/11/ahead', published: makeTimestamp('2030-01-01'), aliases: ['/ahead/'] }),
      makeArticle({ id: '2024/11/over', expires: makeTimestamp('2024-12-01'), aliases: ['/over/'] }),
    ];
    const nowMs = makeTimestamp('2025-01-01').epochMs;
    const edition = buildEdition(makeNewsroom({ articles }), { nowMs, language: 'en', timeZone: 'UTC' });
    expect([...getMoves(edition)].filter(([, to]) => to.startsWith('/2024/'))).toEqual([
      ['/seen/', '/2024/11/seen/'],
      ['/withdrawn/', '/2024/11/withdrawn/'],
    ]);
  });
});
