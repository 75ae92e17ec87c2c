import { rssFiles, renderFeed } from '../../paper/kinds/feeds.ts';
import { createFileRoute } from '../../paper/routes.ts';

export const { getStaticPaths, GET } = createFileRoute(rssFiles, (content, page) =>
  renderFeed(page.frame, content, page.readText),
);
