import { drawLayer } from '../../atlas/map-layers.ts';
import { renderWorldOutlines } from '../../atlas/world-map.ts';
import { mapFiles } from '../../paper/kinds/maps.ts';
import { createFileRoute } from '../../paper/routes.ts';

export const { getStaticPaths, GET } = createFileRoute(
  mapFiles,
  ({ layer }, { site }) => (layer ? drawLayer(layer, site.face) : renderWorldOutlines()),
  'image/svg+xml',
);
