import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerRequest, type ServedSite } from '../server/answer-file.ts';
import { toParts } from '../server/file-request.ts';

/**
 * A Vite plug-in that serves the newsroom's own files in the authoring server, at the addresses where a build publishes
 * them.
 *
 * @param isPublished tells whether a build publishes one of them at a path in the folder, such as `ads.txt` or `docs/`
 */
export function serveOwnFiles(site: ServedSite, isPublished: (file: string) => Promise<boolean>) {
  const isAskedFor = async ({ url = '' }: IncomingMessage) => {
    const pathname = url.replace(/\?.*$/su, '');
    const parts = pathname.startsWith(site.base) ? toParts(pathname.slice(site.base.length - 1)) : undefined;
    return parts !== undefined && isPublished(parts.join('/'));
  };
  const serve = async (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => {
    try {
      if (await isAskedFor(request)) answerRequest(request, response, site);
      else next();
    } catch (error) {
      next(error);
    }
  };
  return {
    name: 'gazetteer-own-files',
    configureServer(server: { readonly middlewares: { use(handle: typeof serve): void } }) {
      server.middlewares.use(serve);
    },
  };
}
