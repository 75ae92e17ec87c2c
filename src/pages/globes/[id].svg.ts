import { drawGlobe } from '../../atlas/globe.ts';
import { globeFiles } from '../../paper/kinds/maps.ts';
import { createFileRoute } from '../../paper/routes.ts';

export const { getStaticPaths, GET } = createFileRoute(
  globeFiles,
  ({ countries }) => drawGlobe(countries),
  'image/svg+xml',
);
