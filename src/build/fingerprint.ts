import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** What decides what a text is rendered to, besides the text: our chain, the words it writes, and the packages. */
const chainSources = ['src/content', 'src/core', 'src/i18n', 'package-lock.json'];

/** Gives a fingerprint that changes when a text may be rendered differently. */
export async function readChainFingerprint(siteUrl: string): Promise<string> {
  const hash = createHash('sha256').update(new URL(siteUrl).pathname);
  for (const source of chainSources) {
    for (const file of await listFiles(path.resolve(source))) hash.update(await readFile(file));
  }
  return hash.digest('base64url');
}

async function listFiles(place: string): Promise<readonly string[]> {
  const entries = await readdir(place, { withFileTypes: true, recursive: true }).catch(() => undefined);
  if (!entries) return [place];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
