import type { APIRoute } from 'astro';
import { drawGlobe } from '../../atlas/globe.ts';
import { getPaper } from '../../paper/context.ts';
import { collectGlobes } from '../../paper/maps.ts';
import { getCountries } from '../../news/region.ts';
import { toGlobePath } from '../../news/urls.ts';
import { getPlace } from '../../views/place.ts';

export async function getStaticPaths() {
  const paper = await getPaper();
  const ids = [...collectGlobes(paper).keys()].filter((id) => paper.isWanted(toGlobePath(id)));
  return ids.map((id) => ({ params: { id } }));
}

export const GET: APIRoute = async ({ params: { id = '' } }) => {
  const codes = getCountries(getPlace(await getPaper(), id)).map(({ code }) => code);
  return new Response(drawGlobe(codes), { headers: { 'Content-Type': 'image/svg+xml' } });
};
