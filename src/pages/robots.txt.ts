import type { APIRoute } from 'astro';
import { getPaper } from '../paper/context.ts';
import { paths } from '../news/urls.ts';

export const GET: APIRoute = async () => {
  const { addresses, site } = await getPaper();
  if (site.isPreview) return new Response('User-agent: *\nDisallow: /\n');
  const sitemaps = [paths.sitemap, paths.newsSitemap].map((path) => `Sitemap: ${addresses.absolute(path)}\n`);
  return new Response(`User-agent: *\nAllow: /\n\n${sitemaps.join('')}`);
};
