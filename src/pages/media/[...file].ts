import type { APIRoute } from 'astro';
import { getPaper } from '../../build/context.ts';
import { readOriginal } from '../../build/pictures.ts';
import { readPublicMedia } from '../../content/media.ts';
import { site } from '../../site.config.ts';

/** The pictures of public stories, as they lie beside them but for what their camera wrote into them. */
export async function getStaticPaths() {
  const { edition } = await getPaper();
  const files = await readPublicMedia(site.contentDir, edition.articles);
  return files.map((file) => ({ params: { file: file.replace(/^articles\//u, '') } }));
}

export const GET: APIRoute = async ({ params }) => new Response(await readOriginal(`articles/${params['file'] ?? ''}`));
