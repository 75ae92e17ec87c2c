import path from 'node:path';
import type { AstroIntegration } from 'astro';
import { writeWithFolders } from '../disk/write-with-folders.ts';

/** The pages to write, their folder, and a callback for progress. */
export interface PageSelection {
  /** Absolute path of the folder for the pages. */
  readonly outDir: string;
  /** The site's base path, with slashes at both ends. */
  readonly base: string;
  /** Returns whether a page or file, given by its site path, has to be written. */
  isWanted(path: string): boolean;
  /** Finishes a page before it is written. */
  seal(html: string): string;
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * Makes Astro render only some pages, those that changed or those of one shard, and writes them. Astro would also write
 * them itself, with a dozen asynchronous steps each: 0.3 ms per page, as long as rendering one takes.
 *
 * Source: https://docs.astro.build/en/reference/integrations-reference/#setprerenderer-option
 */
export function selectPages({ outDir, base, isWanted, seal, onProgress }: PageSelection): AstroIntegration {
  let [done, total] = [0, 0];
  const write = (sitePath: string, content: Uint8Array | string) =>
    writeWithFolders(path.join(outDir, toOutputFile(sitePath)), content);
  return {
    name: 'gazetteer:select-pages',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer((prerenderer) => ({
          ...prerenderer,
          getStaticPaths: async () => {
            // Routes with parameters list only what is wanted, and their addresses are more exact: Astro adds a slash
            // to that of a picture.
            const wanted = (await prerenderer.getStaticPaths()).filter(
              ({ pathname, route }) => route.params.length > 0 || isWanted(pathname),
            );
            total = wanted.length;
            return wanted;
          },
          render: async (request, options) => {
            const rendered = await prerenderer.render(request, options);
            const response = rendered instanceof Response ? rendered : rendered.response;
            const sitePath = new URL(request.url).pathname.slice(base.length - 1);
            // Astro also asks for files with a slash after them.
            const isFile = options.routeData.type === 'endpoint';
            if (isFile) {
              write(sitePath.replace(/\/$/u, ''), new Uint8Array(await response.arrayBuffer()));
            } else write(sitePath, seal(await response.text()));
            onProgress((done += 1), total);
            // An empty response tells Astro that there is nothing left to write.
            return new Response(null);
          },
        })),
    },
  };
}

/** The only page that hosts look for under its own file name. */
const notFound = { path: '/404/', file: '404.html' };

/** Returns the file of a site path: `2024/11/flood/index.html`. */
export function toOutputFile(sitePath: string): string {
  if (sitePath === notFound.path) return notFound.file;
  const file = decodeURIComponent(sitePath).slice(1);
  return sitePath.endsWith('/') ? `${file}index.html` : file;
}
