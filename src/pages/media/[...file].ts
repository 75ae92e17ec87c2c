import type { APIRoute } from 'astro';
import { getPaper } from '../../paper/context.ts';
import { readOriginal } from '../../paper/pictures.ts';
import { collectMedia } from '../../news/media.ts';

/** The pictures and files of public stories, as they lie beside them but for what cameras wrote into pictures. */
export async function getStaticPaths() {
  const { edition } = await getPaper();
  return collectMedia(edition.articles).map((file) => ({ params: { file: file.replace(/^articles\//u, '') } }));
}

export const GET: APIRoute = async ({ params }) => new Response(await readOriginal(`articles/${params['file'] ?? ''}`));
