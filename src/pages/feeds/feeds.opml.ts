import { opmlFile } from '../../paper/kinds/feeds.ts';
import { createFileRoute } from '../../paper/routes.ts';

export const { GET } = createFileRoute(opmlFile, ({ text }) => text, 'text/x-opml; charset=utf-8');
