import { entitiesFile } from '../../paper/kinds/entities.ts';
import { createFileRoute } from '../../paper/routes.ts';

export const { GET } = createFileRoute(entitiesFile, ({ text }) => text, 'text/plain; charset=utf-8');
