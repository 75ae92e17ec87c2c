import type { APIRoute } from 'astro';
import { getPaper } from '../../paper/context.ts';
import { getFeedPaths, renderFeed } from '../../paper/feeds.ts';

/** One feed for the site and one for each listing. */
export async function getStaticPaths() {
  return getFeedPaths(await getPaper(), 'rss');
}

export const GET: APIRoute = async ({ params: { listing } }) =>
  new Response(await renderFeed(await getPaper(), 'rss', listing));
