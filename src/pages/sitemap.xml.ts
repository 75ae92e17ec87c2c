import { createFileRoute } from '../paper/routes.ts';
import { sitemapIndex } from '../paper/table.ts';
import { renderSitemapIndex } from '../syndication/sitemap.ts';

export const { GET } = createFileRoute(sitemapIndex, ({ entries }, { frame }) => renderSitemapIndex(frame, entries));
