import type { ReadIndexFile } from '../format/part.ts';
import { unpack } from '../format/unpack.ts';

/**
 * Creates a reader of index files that fetches them over the network.
 *
 * @param base the site's base path, with slashes at both ends
 */
export function createIndexReader(base: string): ReadIndexFile {
  return async (path) => {
    const response = await fetch(`${base}pagefind/${path}`);
    if (!response.ok) throw new Error(`${response.url} gave ${response.status}.`);
    return unpack(new Uint8Array(await response.arrayBuffer()));
  };
}
