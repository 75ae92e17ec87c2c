import { atomFiles, renderFeed } from '../../paper/kinds/feeds.ts';
import { createFileRoute } from '../../paper/routes.ts';

export const { getStaticPaths, GET } = createFileRoute(
  atomFiles,
  (content, page) => renderFeed(page.frame, content, page.readText),
  'application/atom+xml; charset=utf-8',
);
