import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { listFiles } from './site-files.ts';

/** The content of a site: fingerprints of its files' bytes, by path. */
export type SiteBytes = ReadonlyMap<string, string>;

/** Computes the fingerprints of a site, without staged files and its lock, which a process would lose by reading it. */
export async function readSiteBytes(dir: string): Promise<SiteBytes> {
  const files = (await listFiles(dir)).filter((file) => !/^\.gazetteer-(?:next\/|lock$)/u.test(file));
  const hashes = await Promise.all(
    files.map(async (file) =>
      createHash('sha256')
        .update(await readFile(path.join(dir, file)))
        .digest('hex'),
    ),
  );
  return new Map(files.map((file, index) => [file, hashes[index] ?? '']));
}

/** Lists the files in which two sites differ, including those that only one of them has. */
export function findDifferences(a: SiteBytes, b: SiteBytes): readonly string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((file) => a.get(file) !== b.get(file));
}

/** Lists the files in which two built sites differ. */
export async function compareSites(a: string, b: string): Promise<readonly string[]> {
  return findDifferences(await readSiteBytes(a), await readSiteBytes(b));
}
