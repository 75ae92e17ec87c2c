import { atomFiles, renderFeed } from '../../paper/kinds/feeds.ts';
import { createFileRoute } from '../../paper/routes.ts';

export const { getStaticPaths, GET } = createFileRoute(
  atomFiles,
  (content, site, readText) => renderFeed(site, content, readText),
  'application/atom+xml; charset=utf-8',
);
