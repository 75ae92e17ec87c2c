import type { APIRoute } from 'astro';
import { getPaper } from '../../paper/context.ts';
import { getFeedPaths, renderFeed } from '../../paper/feeds.ts';

/** One feed for the site and some listings, and the archive of all stories by month. */
export async function getStaticPaths() {
  return getFeedPaths(await getPaper(), 'atom');
}

export const GET: APIRoute = async ({ params: { listing } }) =>
  new Response(await renderFeed(await getPaper(), 'atom', listing), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  });
