import type { APIRoute } from 'astro';
import { getPaper } from '../../paper/context.ts';
import { listRenderings, readPictureRendering } from '../../paper/pictures.ts';

/** The pictures of public stories in other sizes and formats. */
export async function getStaticPaths() {
  return listRenderings(await getPaper()).map(({ path, ...props }) => ({ params: { file: path }, props }));
}

export const GET: APIRoute = async ({ props }) =>
  new Response(await readPictureRendering(props as Parameters<typeof readPictureRendering>[0]));
