import { drawLayer } from '../../atlas/locator.ts';
import { renderWorldOutlines } from '../../atlas/world-map.ts';
import { mapFiles } from '../../paper/kinds/maps.ts';
import { createFileRoute } from '../../paper/routes.ts';

export const { getStaticPaths, GET } = createFileRoute(
  mapFiles,
  ({ id, spec }) => (spec ? drawLayer(spec, id) : renderWorldOutlines()),
  'image/svg+xml',
);
