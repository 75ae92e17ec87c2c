import { jsonFeedFiles, renderFeed } from '../../paper/kinds/feeds.ts';
import { createFileRoute } from '../../paper/routes.ts';

export const { getStaticPaths, GET } = createFileRoute(
  jsonFeedFiles,
  (content, page) => renderFeed(page.frame, content, page.readText),
  'application/feed+json; charset=utf-8',
);
