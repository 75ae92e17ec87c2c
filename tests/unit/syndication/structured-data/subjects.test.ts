import { describe, expect, it } from 'vitest';
import {
  buildArticleBreadcrumbs,
  buildListingBreadcrumbs,
} from '../../../../src/syndication/structured-data/breadcrumbs.ts';
import { buildAuthorProfile } from '../../../../src/syndication/structured-data/author.ts';
import { buildCity, buildPlace } from '../../../../src/syndication/structured-data/place.ts';
import { buildPublisher } from '../../../../src/syndication/structured-data/publisher.ts';
import { buildSubject } from '../../../../src/syndication/structured-data/subject.ts';
import type { Author } from '../../../../src/news/author.ts';
import { makeContext } from '../../../support/make-context.ts';
import { makeArticle, worldDesk, worldTopic } from '../../../support/make-newsroom.ts';

const site = 'https://host.example/news';
const places = { names: {}, groups: { lake: { title: 'Lake Chad', members: ['TD', 'NE'] } } };
const article = makeArticle({ tags: ['Arms control'], regions: ['RO', 'TD'] });
const context = makeContext({ articles: [article], places });

function getRegion(code: string) {
  const region = context.edition.gazetteer.byCode.get(code);
  if (!region) throw new Error(`No place ${code}.`);
  return region;
}

/** The names on a way to a page, and the addresses without the site. */
function read(breadcrumbs: object): readonly (readonly [string, string])[] {
  const { itemListElement }: { itemListElement: { name: string; item: string }[] } = JSON.parse(
    JSON.stringify(breadcrumbs),
  );
  return itemListElement.map(({ name, item }) => [name, item.replace(site, '')]);
}

describe('the way to a page', () => {
  it('to a story leads over its topic', () => {
    expect(read(buildArticleBreadcrumbs(context, article))).toEqual([
      ['Topics', '/topics/'],
      ['World', '/topics/world/'],
    ]);
  });

  it.each([
    ['region', 'romania', ['Regions', 'Europe', 'Eastern Europe']],
    ['region', 'world', ['Regions']],
    ['region', 'lake', ['Regions']],
    ['month', '2024/11', ['Archive 2024']],
    ['tag', 'arms-control', ['Tags']],
    ['author', 'world-desk', ['Desks and authors']],
  ] as const)('to the %s %s leads over %j', (kind, id, names) => {
    const listing = context.edition.listings[kind].get(id);
    if (!listing) throw new Error(`No listing ${kind} ${id}.`);
    const way = read(buildListingBreadcrumbs(context, listing, 'Title'));
    expect(way.slice(1, -1).map(([name]) => name)).toEqual(names);
    expect(way.at(-1)?.[0]).toBe('Title');
  });
});

describe('a place', () => {
  it.each([
    ['RO', 'Country', 'ISO 3166-1 alpha-2'],
    ['150', 'Place', 'UN M49'],
    ['lake', 'Place', undefined],
  ])('%s is a %s with a code of %s', (code, type, scheme) => {
    expect(buildPlace(context, getRegion(code))).toMatchObject({ '@type': type, name: getRegion(code).title });
    const identifier = scheme && { '@type': 'PropertyValue', propertyID: scheme, value: code };
    expect(JSON.parse(JSON.stringify(buildPlace(context, getRegion(code)))).identifier).toEqual(identifier);
  });

  it('where a story was filed has coordinates only if they are known', () => {
    expect(buildCity({ name: 'Bucharest', region: 'RO', at: [44.43, 26.1] })).toMatchObject({
      geo: { latitude: 44.43, longitude: 26.1 },
    });
    expect(buildCity({ name: 'Bucharest', region: 'RO' })).not.toHaveProperty('geo');
  });
});

describe('an author', () => {
  const person: Author = {
    ...worldDesk,
    id: 'ana-pop',
    name: 'Ana Pop',
    type: 'person',
    role: 'Reporter',
    basedIn: 'Cluj',
    bio: 'She writes.',
    languages: ['ro', 'en'],
  };
  const known = makeContext({ authors: [person, { ...worldDesk, basedIn: 'Geneva' }] });

  it('who is a person works for the publisher; a desk is a part of it', () => {
    expect(buildAuthorProfile(known, 'ana-pop')).toEqual({
      '@type': 'Person',
      '@id': `${site}/authors/ana-pop/#author`,
      name: 'Ana Pop',
      url: `${site}/authors/ana-pop/`,
      description: 'She writes.',
      knowsLanguage: ['ro', 'en'],
      jobTitle: 'Reporter',
      workLocation: { '@type': 'Place', name: 'Cluj' },
      worksFor: { '@id': `${site}/#publisher` },
    });
    expect(buildAuthorProfile(known, 'world-desk')).toMatchObject({
      '@type': 'Organization',
      location: 'Geneva',
      parentOrganization: { '@id': `${site}/#publisher` },
    });
  });
});

describe('a publisher', () => {
  it('names the policies that it has a page for', () => {
    const page = { file: 'pages/about.md', textHash: 'hash', title: 'About', summary: 'About us.', lang: 'en' };
    const pages = [
      { ...page, id: 'about' },
      { ...page, id: 'imprint' },
    ];
    expect(buildPublisher(makeContext({ pages }))).toMatchObject({ publishingPrinciples: `${site}/about/` });
    expect(buildPublisher(makeContext({ pages }))).not.toHaveProperty('correctionsPolicy');
    expect(buildPublisher(makeContext())).not.toHaveProperty('publishingPrinciples');
  });
});

describe('what a listing is about', () => {
  it('is its topic, tag or place; a month is about nothing', () => {
    const { listings } = context.edition;
    const tag = { '@type': 'DefinedTerm', '@id': `${site}/tags/arms-control/#tag`, name: 'Arms control' };
    const subject = (kind: keyof typeof listings, id: string) => {
      const listing = listings[kind].get(id);
      return listing && buildSubject(context, listing);
    };
    expect(subject('topic', 'world')).toMatchObject({
      sameAs: 'http://cv.iptc.org/newscodes/mediatopic/11000000',
      name: worldTopic.title,
      url: `${site}/topics/world/`,
    });
    expect(subject('tag', 'arms-control')).toEqual({ ...tag, url: `${site}/tags/arms-control/` });
    expect(subject('region', 'romania')).toMatchObject({ '@type': 'Country' });
    expect(subject('month', '2024/11')).toBeUndefined();
  });
});
