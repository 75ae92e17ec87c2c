import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { compiled } from '../../astro/compiled.ts';
import type * as ProgramEntry from '../../astro/program-entry.ts';
import type { Body } from '../../content/reading/body.ts';
import { openPageStore, type PageStore } from '../../content/store/page-store.ts';
import { unpackTree } from '../../core/html-tree.ts';
import { memoize, once } from '../../core/memo.ts';
import type { LocalSite } from '../../core/settings.ts';
import { getPageStoreFile } from '../../disk/cache-dir.ts';
import { writeWithFolders } from '../../disk/write-with-folders.ts';
import { sealPage } from '../../hosts/seal-page.ts';
import { createPageFrame, getBodyOptions, type FrameData } from '../../paper/site-context.ts';
import { createIntegrity } from '../output/integrity.ts';
import { toOutputFile } from '../output/output-file.ts';

/** A page or file to be rendered. */
export interface RenderTask {
  /** The route's file below `src/pages`. */
  readonly route: string;
  /** Site path. */
  readonly path: string;
  /** The content that its kind has built, as JSON. Its fingerprint is made of nothing else. */
  readonly content: string;
  /** The Markdown file whose text it shows. */
  readonly textFile: string | undefined;
}

/** Everything that all pages of a build share, as plain data. */
export interface RenderOptions {
  readonly site: LocalSite;
  readonly frame: FrameData;
  /** Facts about the outlines of countries. The compiled program would have to find them again. */
  readonly facts: Parameters<typeof ProgramEntry.addFacts>[0];
  /** Absolute path of the compiled program. */
  readonly programDir: string;
  /** Absolute path of the folder for the pages. */
  readonly outDir: string;
}

/** Renders pages and writes them. */
export interface Renderer {
  render(task: RenderTask): Promise<void>;
  close(): void;
}

/** Opens the compiled program in this thread. */
export async function openRenderer({ site, frame: data, facts, programDir, outDir }: RenderOptions): Promise<Renderer> {
  const program = await importProgram(programDir);
  program.addFacts(facts);
  const { pathname: base } = new URL(site.url);
  const getIntegrity = createIntegrity(path.join(programDir, compiled.client), base);
  const frame = createPageFrame(site, data);
  const store = openPageStore(getPageStoreFile(site));
  const readBody = createBodyReader(site, store);
  const shared = {
    frame,
    words: frame.words,
    site,
    readText: async (file: string) => (await readBody(file)).tree,
    isAuthoring: false,
  };
  return {
    render: async ({ route, path: sitePath, content, textFile }) => {
      const text = textFile === undefined ? undefined : await readBody(textFile);
      const page = { ...shared, content: JSON.parse(content), text };
      const made = await program.render(route, page).catch((cause: unknown) => {
        throw new Error(`${sitePath} could not be rendered.`, { cause });
      });
      const sealed = typeof made === 'string' ? sealPage(made, getIntegrity) : made;
      writeWithFolders(path.join(outDir, toOutputFile(sitePath)), sealed);
    },
    close: store.close,
  };
}

/** The compiled program may be in a cache far from our packages, of which it contains all but native ones. */
const importProgram = memoize(async (programDir: string): Promise<typeof ProgramEntry> => {
  const entry = pathToFileURL(path.join(programDir, compiled.entry)).href;
  const folder = pathToFileURL(path.join(programDir, '/')).href;
  registerHooks({
    resolve: (name, context, next) => {
      const isPackage = /^@?\w/u.test(name) && context.parentURL?.startsWith(folder);
      return next(name, isPackage ? { ...context, parentURL: import.meta.url } : context);
    },
  });
  return import(entry);
});

/**
 * Creates a reader of texts. The store has those of a whole build; in a shard, a feed may also have a text that another
 * shard renders.
 */
function createBodyReader(site: LocalSite, store: PageStore): (file: string) => Promise<Body> {
  const openBodies = once(async () => {
    const { createBodies } = await import('../../content/reading/body.ts');
    return createBodies(getBodyOptions(site));
  });
  return async (file) => {
    const text = store.getText(file);
    return text ? { ...text, tree: unpackTree(text.tree) } : (await openBodies()).render(file);
  };
}
