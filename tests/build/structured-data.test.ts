import { describe, expect, it } from 'vitest';
import { readGraph, validateThings } from '../support/schema-org.ts';
import { getSiteDir, type SiteName } from '../support/sites.ts';
import { listFiles, readSiteFile } from '../support/site-files.ts';

async function readPage(name: SiteName, file: string) {
  return readGraph(await readSiteFile(getSiteDir(name), file));
}

/** Finds a page's description by its type. */
async function find(name: SiteName, file: string, type: string) {
  return (await readPage(name, file))?.find((thing) => thing['@type'] === type);
}

describe.each<SiteName>(['demo', 'hard', 'empty', 'places', 'archive', 'themed'])(
  'what pages of %s tell machines',
  (name) => {
    it('is schema.org: no type or property that it does not know, no rule of rich results broken', async () => {
      const dir = getSiteDir(name);
      let described = 0;
      for (const file of await listFiles(dir, 'index.html')) {
        const graph = readGraph(await readSiteFile(dir, file));
        if (!graph) continue;
        described += 1;
        expect(await validateThings(graph), file).toEqual([]);
        const ids = graph.map((thing) => thing['@id']);
        expect(new Set(ids).size, file).toBe(ids.length);
      }
      expect(described).toBeGreaterThan(0);
    });
  },
);

describe('the validator', () => {
  it('finds what schema.org does not know', async () => {
    const author = { '@type': 'Persn', name: 'X' };
    expect(await validateThings([{ '@type': 'ReportageNewsArticle', colour: 'red', author }])).toEqual([
      'ReportageNewsArticle: Property "colour" for type "ReportageNewsArticle" is not supported by the schema.org specification',
      'ReportageNewsArticle.author: Type "Persn" is not a valid schema.org type',
    ]);
  });
});

describe('the description of a story for machines', () => {
  it('says who, when, where, on what grounds and what was corrected', async () => {
    const data = await find('hard', '2024/11/everything-at-once/index.html', 'BackgroundNewsArticle');
    expect(data).toMatchObject({
      '@id': 'https://gazetteer.example/2024/11/everything-at-once/#article',
      datePublished: '2024-11-13T17:00:00Z',
      dateModified: '2024-11-15',
      dateline: 'Oslo',
      author: [
        { '@type': 'Person', '@id': 'https://gazetteer.example/authors/ada/#author', name: 'Ada Example' },
        { '@type': 'Organization', name: 'Test desk' },
      ],
      publisher: { '@id': 'https://gazetteer.example/#publisher' },
      citation: [
        { name: 'A letter' },
        { name: 'A page', url: 'https://example.com/page', datePublished: '2024-11-12' },
      ],
      correction: [
        { '@type': 'CorrectionComment', name: 'Correction', text: 'An earlier version gave the wrong year.' },
        { '@type': 'CorrectionComment', name: 'Update', text: 'A reply was added.' },
      ],
      isPartOf: [{ '@type': 'CreativeWorkSeries', '@id': 'https://gazetteer.example/storylines/long-haul/#storyline' }],
      about: [
        { '@type': 'DefinedTerm', inDefinedTermSet: 'http://cv.iptc.org/newscodes/mediatopic/' },
        { '@type': 'DefinedTerm', name: 'cafe' },
        { '@type': 'DefinedTerm', name: 'arms control' },
      ],
      creditText: 'With inputs from agencies',
      contentLocation: [
        { '@type': 'Country', name: 'Norway', identifier: { propertyID: 'ISO 3166-1 alpha-2', value: 'NO' } },
        { '@type': 'Country', name: 'Britain', identifier: { value: 'GB' } },
        { '@type': 'Place', name: 'Nordics' },
        { '@type': 'Place', name: 'Asia', identifier: { propertyID: 'UN M49', value: '142' } },
        { '@type': 'Country', name: 'Antarctica', identifier: { value: 'AQ' } },
      ],
      locationCreated: {
        address: { addressLocality: 'Oslo', addressCountry: 'NO' },
        geo: { latitude: 59.92, longitude: 10.75 },
      },
    });
    expect(data).not.toHaveProperty('contentLocation.2.identifier');
  });

  it('is of the type that fits its kind', async () => {
    expect(await find('hard', '2024/02/leap-day/index.html', 'ReportageNewsArticle')).toBeDefined();
    expect(await find('hard', '2024/12/timeline-story/index.html', 'BackgroundNewsArticle')).toBeDefined();
  });

  it('cannot end its script element', async () => {
    const data = await find('hard', '2024/02/leap-day/index.html', 'ReportageNewsArticle');
    expect(data?.['headline']).toBe('A leap day: <b>markup</b> & "quotes" ]]> stay text');
    const html = await readSiteFile(getSiteDir('hard'), '2024/02/leap-day/index.html');
    expect(html.replaceAll(/"[^"]*"/gu, '""')).not.toContain('<b>markup');
  });

  it('stands on no page of a withdrawn story', async () => {
    expect(await readPage('hard', '2024/11/withdrawn-story/index.html')).toBeUndefined();
  });
});

describe('the description of a listing for machines', () => {
  it('has its subject, the way to it and its stories, newest first', async () => {
    const file = 'regions/eastern-europe/index.html';
    const page = await find('demo', file, 'CollectionPage');
    const html = await readSiteFile(getSiteDir('demo'), file);
    const list = page?.['mainEntity'] as { readonly itemListElement: readonly { readonly '@id': string }[] };
    const shown = [...html.matchAll(/<h[23][^>]*> ?<a href="(?<href>\/\d{4}\/\d{2}\/[^"]+)"/gu)].map(
      (match) => `https://gazetteer.example${match.groups?.['href']}`,
    );
    const ids = list.itemListElement.map((item) => item['@id']);
    expect(ids.toSorted()).toEqual(shown.map((url) => `${url}#article`).toSorted());
    const months = ids.map((id) => id.slice(0, 'https://gazetteer.example/2024/12'.length));
    expect(months).toEqual(months.toSorted().reverse());
    expect(shown.length).toBeGreaterThan(1);
    expect(page?.['about']).toEqual({ '@id': 'https://gazetteer.example/regions/eastern-europe/#region' });
    expect(await find('demo', file, 'Place')).toMatchObject({ identifier: { propertyID: 'UN M49', value: '151' } });
    const crumbs = await find('demo', file, 'BreadcrumbList');
    expect(crumbs?.['itemListElement']).toMatchObject([
      { name: 'Gazetteer' },
      { name: 'Regions' },
      { name: 'Europe' },
      { name: 'Eastern Europe', item: 'https://gazetteer.example/regions/eastern-europe/' },
    ]);
  });

  it('names the person or the desk on an author’s page', async () => {
    expect(await find('hard', 'authors/ada/index.html', 'Person')).toMatchObject({
      '@id': 'https://gazetteer.example/authors/ada/#author',
      worksFor: { '@id': 'https://gazetteer.example/#publisher' },
    });
    expect(await find('demo', 'authors/world-desk/index.html', 'Organization')).toMatchObject({ name: 'World desk' });
  });
});

describe('the bytes of descriptions', () => {
  const dir = getSiteDir('archive');
  /** Pages at old addresses have no description. */
  const measure = async (file: string) => {
    const things = (await readGraph(await readSiteFile(dir, file))) ?? [];
    return Buffer.byteLength(JSON.stringify(things));
  };

  it('are at most 3.8 kB for a story', async () => {
    const stories = (await listFiles(dir, 'index.html')).filter((file) => /^\d{4}\/\d{2}\/\D[^/]*\/index/u.test(file));
    expect(stories).toHaveLength(400);
    for (const file of stories) expect(await measure(file), file).toBeLessThanOrEqual(3800);
  });

  it('are at most 2 kB for a listing and 100 for each of its stories', async () => {
    for (const file of await listFiles(dir, 'index.html')) {
      if (!/^(?:topics|tags|regions|authors)\/[^/]*[a-z]/u.test(file)) continue;
      const html = await readSiteFile(dir, file);
      const count = html.split('#article"').length - 1;
      expect(await measure(file), file).toBeLessThanOrEqual(2000 + 100 * count);
    }
  });
});

describe('the description of other pages for machines', () => {
  it('says what they are and where they stand', async () => {
    for (const [file, type, name] of [
      ['topics/index.html', 'CollectionPage', 'Topics'],
      ['regions/2024/index.html', 'CollectionPage', '2024'],
      ['2024/index.html', 'CollectionPage', '2024'],
      ['sourcing/index.html', 'WebPage', 'How we source'],
    ] as const) {
      const page = await find('demo', file, type);
      expect(page?.['name'], file).toContain(name);
      expect(page?.['breadcrumb'], file).toEqual({ '@id': `${String(page?.['url'])}#breadcrumbs` });
      expect((await find('demo', file, 'BreadcrumbList'))?.['itemListElement'], file).toMatchObject([
        { name: 'Gazetteer' },
        { item: page?.['url'] },
      ]);
    }
  });
});

describe('the description of the publisher', () => {
  it('names those policies that there is a page for', async () => {
    const publisher = await find('demo', 'index.html', 'NewsMediaOrganization');
    const pages = await listFiles(getSiteDir('demo'), 'index.html');
    const policies = Object.values(publisher ?? {}).filter(
      (value) => typeof value === 'string' && /^https:\/\/gazetteer\.example\/[\w-]+\/$/u.test(value),
    );
    expect(policies.length).toBeGreaterThan(0);
    for (const policy of policies) expect(pages).toContain(`${new URL(String(policy)).pathname.slice(1)}index.html`);
    expect(await find('empty', 'index.html', 'NewsMediaOrganization')).not.toHaveProperty('correctionsPolicy');
  });
});
