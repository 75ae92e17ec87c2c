import { pictureFiles } from '../../paper/kinds/pictures.ts';
import { readPictureRendering } from '../../paper/pictures.ts';
import { createFileRoute } from '../../paper/routes.ts';

export const { getStaticPaths, GET } = createFileRoute(pictureFiles, (rendering, { site }) =>
  readPictureRendering(site, rendering),
);
