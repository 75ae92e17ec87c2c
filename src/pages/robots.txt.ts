import type { APIRoute } from 'astro';
import { getPaper } from '../build/context.ts';
import { paths } from '../news/urls.ts';

export const GET: APIRoute = async () => {
  const { addresses } = await getPaper();
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${addresses.absolute(paths.sitemap)}\n`);
};
