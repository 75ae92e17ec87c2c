import type { APIRoute } from 'astro';
import { getPaper } from '../paper/context.ts';
import { buildManifest } from '../views/manifest.ts';

export const GET: APIRoute = async () =>
  new Response(`${JSON.stringify(buildManifest(await getPaper()))}\n`, {
    headers: { 'Content-Type': 'application/manifest+json' },
  });
