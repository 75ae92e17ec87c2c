import type { APIRoute } from 'astro';
import { getPaper } from '../../paper/context.ts';
import { countSitemaps, renderSitemap } from '../../syndication/sitemap.ts';

export async function getStaticPaths() {
  const count = countSitemaps(await getPaper());
  return Array.from({ length: count }, (_, index) => ({ params: { part: String(index + 1) } }));
}

export const GET: APIRoute = async ({ params }) =>
  new Response(await renderSitemap(await getPaper(), Number(params['part'])));
