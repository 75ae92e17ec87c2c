import type { APIRoute } from 'astro';
import { renderWorldOutlines } from '../../atlas/world-map.ts';
import { getPaper } from '../../paper/context.ts';
import { collectMaps } from '../../paper/maps.ts';
import { toMapPath, worldMapId } from '../../news/urls.ts';

export async function getStaticPaths() {
  const paper = await getPaper();
  const ids = [worldMapId, ...collectMaps(paper).keys()];
  return ids.filter((id) => paper.isWanted(toMapPath(id))).map((id) => ({ params: { id } }));
}

export const GET: APIRoute = async ({ params: { id = '' } }) => {
  const layer = collectMaps(await getPaper()).get(id);
  if (!layer && id !== worldMapId) throw new Error(`There is no map ${id}.`);
  return new Response(layer ? layer.draw() : renderWorldOutlines(), { headers: { 'Content-Type': 'image/svg+xml' } });
};
