import type { APIRoute } from 'astro';
import { getPaper } from '../../build/context.ts';
import { collectFeeds, toFeedInput } from '../../build/feeds.ts';
import { toFeedPath } from '../../news/urls.ts';
import { renderRss } from '../../syndication/rss.ts';

/** One feed for the site and one for each listing. */
export async function getStaticPaths() {
  const paper = await getPaper();
  const listings = [...collectFeeds(paper).keys()].filter((path) => paper.isWanted(toFeedPath(path)));
  return listings.map((path) => ({ params: { listing: path.slice(1, -1) || undefined } }));
}

export const GET: APIRoute = async ({ params }) => {
  const paper = await getPaper();
  const path = params['listing'] === undefined ? '/' : `/${params['listing']}/`;
  return new Response(renderRss(paper, await toFeedInput(paper, path)));
};
