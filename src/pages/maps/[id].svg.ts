import { drawLayer } from '../../atlas/map-layers.ts';
import { renderWorldOutlines } from '../../atlas/world-map.ts';
import { mapFiles } from '../../paper/kinds/maps.ts';
import { createFileRoute } from '../../paper/routes.ts';

export const { getStaticPaths, GET } = createFileRoute(
  mapFiles,
  ({ layer }) => (layer ? drawLayer(layer) : renderWorldOutlines()),
  'image/svg+xml',
);
