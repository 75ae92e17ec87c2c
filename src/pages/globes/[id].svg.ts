import { drawGlobe } from '../../atlas/globe.ts';
import { globeFiles } from '../../paper/kinds/maps.ts';
import { createFileRoute } from '../../paper/routes.ts';

export const { getStaticPaths, GET } = createFileRoute(
  globeFiles,
  ({ countries }, { site }) => drawGlobe(countries, site.face),
  'image/svg+xml',
);
