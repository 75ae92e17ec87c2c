import { newsSitemap } from '../../paper/kinds/sitemaps.ts';
import { createFileRoute } from '../../paper/routes.ts';
import { renderNewsSitemap } from '../../syndication/news-sitemap.ts';

export const { GET } = createFileRoute(newsSitemap, ({ stories }, { frame }) => renderNewsSitemap(frame, stories));
