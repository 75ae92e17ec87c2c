import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { gzip } from 'libdeflate';
import { hasCode } from '../../core/failure.ts';
import { listFiles } from '../../disk/list-files.ts';
import { isText } from '../../hosts/server-site.ts';

/**
 * The extensions under which nginx (`gzip_static`) and Caddy (`precompressed`) look for the compressed copy of a file.
 */
const packedEnds = ['.br', '.gz'] as const;

/** Quality 11 makes a page a tenth smaller and takes thirty times as long. */
const brotliQuality = 5;

const gzipLevel = 8;

const toBrotli = promisify(brotliCompress);

/**
 * Writes a compressed copy beside every text below a folder, however small, so that a copy exists exactly where its
 * text does. An existing file with such a name stays, because it is the newsroom's own.
 */
export async function packFiles(dir: string): Promise<void> {
  for (const file of listFiles(dir)) if (isText(file)) await packFile(path.join(dir, file));
}

async function packFile(file: string): Promise<void> {
  const bytes = await readFile(file);
  const params = { [constants.BROTLI_PARAM_QUALITY]: brotliQuality };
  // The bytes of zlib's gzip differ between processors.
  const copies = [await toBrotli(bytes, { params }), gzip(bytes, gzipLevel)];
  for (const [index, copy] of copies.entries()) {
    await writeFile(file + packedEnds[index], copy, { flag: 'wx' }).catch((error: unknown) => {
      if (!hasCode(error, 'EEXIST')) throw error;
    });
  }
}

/** Returns the text file of a compressed copy, or the file itself. */
export function toPlainFile(file: string): string {
  const plain = file.replace(/\.(?:br|gz)$/u, '');
  return isText(plain) ? plain : file;
}
