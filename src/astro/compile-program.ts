import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'astro';
import { programDir } from '../disk/program-dir.ts';
import { compiled } from './compiled.ts';
import { writeServiceWorkers } from './service-worker.ts';

/**
 * An adapter that makes Astro compile all routes into one module, which renders pages when it is asked
 * (`program-entry.ts`).
 *
 * Source: https://docs.astro.build/en/reference/adapter-reference/
 */
const adapter: AstroIntegration = {
  name: 'gazetteer:program',
  hooks: {
    'astro:route:setup': ({ route }) => {
      route.prerender = false;
    },
    'astro:config:done': ({ setAdapter }) => {
      setAdapter({
        name: 'gazetteer:program',
        entrypointResolution: 'auto',
        serverEntrypoint: pathToFileURL(path.join(programDir, 'src/astro/program-entry.ts')),
        adapterFeatures: { buildOutput: 'server' },
        supportedAstroFeatures: { serverOutput: 'stable' },
      });
    },
  },
};

/** Leaves the authoring server out of the compiled program, which never calls it. */
const withoutAuthoring = {
  name: 'gazetteer:without-authoring',
  enforce: 'pre' as const,
  resolveId: (id: string) => (/\/(?:authoring|dev-index)\.[jt]s$/u.test(id) ? `\0${id}` : undefined),
  load: (id: string) =>
    id.startsWith('\0') && /\/(?:authoring|dev-index)\.[jt]s$/u.test(id) ? 'export {};' : undefined,
};

/**
 * Astro's builder reads the content first, and writes types into `.astro/`, unless it is told not to. This option is
 * not among the documented ones (Astro 7.3.5, `dist/core/build/index.js`): without it, compiling takes a second longer.
 */
const withoutContent: Parameters<typeof build>[1] & { readonly sync: boolean } = { sync: false };

/**
 * Compiles the program into a folder: routes and components for Node, with all packages but native ones, and style
 * sheets, scripts, fonts and the files in `public/` for browsers. Reads no content, and no setting shows in the result.
 *
 * @param folder absolute path
 */
export async function compileProgram(folder: string): Promise<void> {
  await build(
    {
      root: programDir,
      site: 'https://gazetteer.example',
      base: compiled.base,
      output: 'server',
      // The addresses of pictures and files have no slash at the end, nor an ending that is part of their route.
      trailingSlash: 'ignore',
      adapter,
      outDir: folder,
      cacheDir: path.join(folder, 'cache'),
      build: {
        client: path.join(folder, compiled.client),
        server: path.join(folder, compiled.server),
        serverEntry: path.basename(compiled.entry),
      },
      image: { service: { entrypoint: 'astro/assets/services/noop' } },
      logLevel: 'error',
      vite: {
        plugins: [withoutAuthoring, writeServiceWorkers()],
        ssr: { noExternal: true, external: ['sharp'] },
      },
    },
    withoutContent,
  );
}
