import { robotsFile } from '../paper/kinds/sitemaps.ts';
import { createFileRoute } from '../paper/routes.ts';

export const { GET } = createFileRoute(robotsFile, ({ text }) => text);
