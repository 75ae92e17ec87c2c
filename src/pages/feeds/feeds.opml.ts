import type { APIRoute } from 'astro';
import { getPaper } from '../../paper/context.ts';
import { renderOpml } from '../../syndication/opml.ts';

export const GET: APIRoute = async () =>
  new Response(renderOpml(await getPaper()), { headers: { 'Content-Type': 'text/x-opml; charset=utf-8' } });
