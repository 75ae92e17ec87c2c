import type { APIRoute } from 'astro';
import { getPaper } from '../../paper/context.ts';
import { renderNewsSitemap } from '../../syndication/news-sitemap.ts';

export const GET: APIRoute = async () => new Response(await renderNewsSitemap(await getPaper()));
