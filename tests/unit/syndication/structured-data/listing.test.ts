import { describe, expect, it } from 'vitest';
import { buildListingGraph } from '../../../../src/syndication/structured-data/pages.ts';
import type { HeadView } from '../../../../src/views/head.ts';
import { makeContext } from '../../../support/make-context.ts';
import { makeArticle } from '../../../support/make-newsroom.ts';

const head: HeadView = {
  title: '',
  name: '',
  description: 'Stories on Romania.',
  canonical: '',
  feeds: [],
  openGraph: [],
  hasPicture: false,
  additions: [],
  isIndexed: true,
};

describe('the description of a listing', () => {
  const made = makeContext({
    articles: ['a', 'b', 'c', 'd', 'e'].map((slug) => makeArticle({ id: `2024/11/${slug}` })),
  });
  const context = { ...made, site: { ...made.site, pageSize: 2 } };
  const listing = context.edition.listings.region.get('romania');
  const describePage = (page: number | undefined) =>
    listing && JSON.stringify(buildListingGraph(context, listing, page, { title: 'Romania', head }));

  it('names the stories of its first page by their ids', () => {
    expect(describePage(undefined)).toMatch(
      /"mainEntity":\{"@type":"ItemList".*"numberOfItems":3,.*\/2024\/11\/\w\/#article/u,
    );
  });

  it('names the subject of a back page, but not its stories', () => {
    expect(describePage(1)).toContain('"url":"https://host.example/news/regions/romania/1/"');
    expect(describePage(1)).toContain('"about":{"@id":"https://host.example/news/regions/romania/#region"}');
    expect(describePage(1)).not.toMatch(/ItemList"|#article/u);
  });
});
