import { mediaFiles } from '../../paper/kinds/pictures.ts';
import { readOriginal } from '../../paper/pictures.ts';
import { createFileRoute } from '../../paper/routes.ts';

export const { getStaticPaths, GET } = createFileRoute(mediaFiles, ({ file }, { site }) => readOriginal(site, file));
