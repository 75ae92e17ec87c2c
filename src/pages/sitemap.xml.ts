import type { APIRoute } from 'astro';
import { getPaper } from '../paper/context.ts';
import { renderSitemapIndex } from '../syndication/sitemap.ts';

export const GET: APIRoute = async () => new Response(await renderSitemapIndex(await getPaper()));
