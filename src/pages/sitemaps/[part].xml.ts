import { createFileRoute } from '../../paper/routes.ts';
import { sitemapParts } from '../../paper/table.ts';
import { renderSitemap } from '../../syndication/sitemap.ts';

export const { getStaticPaths, GET } = createFileRoute(sitemapParts, ({ entries }, { frame }) =>
  renderSitemap(frame, entries),
);
