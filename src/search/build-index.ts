import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { close, createIndex } from 'pagefind';

/** What became of an index. */
export interface IndexResult {
  readonly pageCount: number;
}

/**
 * Builds the search index of a finished site, from the marked parts of its article pages and nothing else.
 *
 * @param siteDir absolute path of the built site; the index goes into `pagefind/` there
 */
export async function buildSearchIndex(siteDir: string): Promise<IndexResult> {
  try {
    const { index, errors } = await createIndex();
    if (!index) throw new Error(`The search index could not be started: ${errors.join('; ')}`);
    const added = await index.addDirectory({ path: siteDir, glob: '[0-9][0-9][0-9][0-9]/*/*/index.html' });
    if (added.errors.length > 0) throw new Error(`The search index failed: ${added.errors.join('; ')}`);
    const outputPath = path.join(siteDir, 'pagefind');
    const written = await index.writeFiles({ outputPath });
    if (written.errors.length > 0)
      throw new Error(`The search index could not be written: ${written.errors.join('; ')}`);
    await removeInterfaces(outputPath);
    return { pageCount: added.page_count };
  } finally {
    await close();
  }
}

/** Pagefind brings interfaces of its own, which no page of ours loads. */
async function removeInterfaces(outputPath: string): Promise<void> {
  const files = await readdir(outputPath);
  const unused = files.filter((file) => /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./u.test(file));
  await Promise.all(unused.map((file) => rm(path.join(outputPath, file))));
}
