import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { gzipSync } from 'fflate';
import { hasCode } from '../../core/failure.ts';
import { listFiles } from '../../disk/list-files.ts';
import { isText } from '../../hosts/server-site.ts';

/** Ends of the names under which nginx (`gzip_static`) and Caddy (`precompressed`) look for the packed copy of a file. */
const packedEnds = ['.br', '.gz'] as const;

/** 11 makes a page a tenth smaller and takes thirty times as long. */
const brotliQuality = 5;

const toBrotli = promisify(brotliCompress);

/**
 * Writes a packed copy beside every text below a folder, however small it is: so a copy is there exactly where its text is, and goes with it.
 * A file that has such a name already stays, as a newsroom's own.
 */
export async function packFiles(dir: string): Promise<void> {
  for (const file of listFiles(dir)) if (isText(file)) await packFile(path.join(dir, file));
}

async function packFile(file: string): Promise<void> {
  const bytes = await readFile(file);
  const params = { [constants.BROTLI_PARAM_QUALITY]: brotliQuality };
  // zlib's gzip has other bytes on other processors.
  const copies = [await toBrotli(bytes, { params }), gzipSync(bytes, { mtime: 0 })];
  for (const [index, copy] of copies.entries()) {
    await writeFile(file + packedEnds[index], copy, { flag: 'wx' }).catch((error: unknown) => {
      if (!hasCode(error, 'EEXIST')) throw error;
    });
  }
}

/** Returns the text that a file is the packed copy of, or the file itself. */
export function toPlainFile(file: string): string {
  const plain = file.replace(/\.(?:br|gz)$/u, '');
  return isText(plain) ? plain : file;
}
