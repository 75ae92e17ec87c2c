import type { APIRoute } from 'astro';
import { getPaper } from '../../paper/context.ts';
import { getFeedPaths, renderFeed } from '../../paper/feeds.ts';

/** One feed for the site and some listings. */
export async function getStaticPaths() {
  return getFeedPaths(await getPaper(), 'json');
}

export const GET: APIRoute = async ({ params: { listing } }) =>
  new Response(await renderFeed(await getPaper(), 'json', listing), {
    headers: { 'Content-Type': 'application/feed+json; charset=utf-8' },
  });
