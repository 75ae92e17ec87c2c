import path from 'node:path';
import process from 'node:process';
import { getCacheDir } from '../../src/disk/cache-dir.ts';
import { linkFolder } from './folders.ts';
import { additionFile, type Tool } from './tool.ts';

/** Our own build, with everything that it checks and writes. */
export const gazetteer: Tool = {
  id: 'gazetteer',
  name: 'Gazetteer',
  findHindrance: () => undefined,
  prepare: async (folder, { contentDir, newest }) => {
    const site = getSite(folder);
    await linkFolder(contentDir, site.contentDir);
    const outDir = path.join(folder, 'site');
    const env = { CONTENT_DIR: site.contentDir, OUT_DIR: outDir, SITE_URL: site.url, NODE_ENV: 'production' };
    return {
      commands: [
        {
          file: process.execPath,
          args: ['--max-semi-space-size=64', 'src/desk/main.ts', 'build'],
          cwd: process.cwd(),
          env,
        },
      ],
      outDir,
      addition: { file: path.join(site.contentDir, 'articles', additionFile), text: newest.text },
    };
  },
};

/**
 * Returns the cache folder of one of our runs, outside the run's own folder. It is used by no other run, so the run
 * starts cold.
 */
export function getRunCacheDir(folder: string): string {
  return getCacheDir(getSite(folder));
}

function getSite(folder: string): { readonly contentDir: string; readonly url: string } {
  const run = path.basename(path.dirname(folder));
  return { contentDir: path.join(folder, 'content'), url: `https://${run}.bench.example/` };
}
