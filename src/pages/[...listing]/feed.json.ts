import { jsonFeedFiles, renderFeed } from '../../paper/kinds/feeds.ts';
import { createFileRoute } from '../../paper/routes.ts';

export const { getStaticPaths, GET } = createFileRoute(
  jsonFeedFiles,
  (content, site, readText) => renderFeed(site, content, readText),
  'application/feed+json; charset=utf-8',
);
