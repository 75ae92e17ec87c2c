import { createHash } from 'node:crypto';
import path from 'node:path';

/** Gives the folder in which Astro keeps what it knows of one newsroom from build to build. */
export function getCacheDir({ contentDir, url }: { readonly contentDir: string; readonly url: string }): string {
  const key = createHash('sha256').update(`${contentDir}\n${url}`).digest('hex').slice(0, 12);
  return path.resolve('node_modules/.cache/gazetteer', key);
}
