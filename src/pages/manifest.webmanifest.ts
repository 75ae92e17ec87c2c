import { manifestFile } from '../paper/kinds/sitemaps.ts';
import { createFileRoute } from '../paper/routes.ts';

export const { GET } = createFileRoute(
  manifestFile,
  ({ manifest }) => `${JSON.stringify(manifest)}\n`,
  'application/manifest+json',
);
