import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { readChecked, writeChecked } from '../../disk/checked-file.ts';

/** Increase it whenever pictures are rendered to different bytes. */
const encoding = 2;

/** The version of the library that renders them. A test compares it: loading the library takes longer than reading. */
export const vips = '8.18.7';

/**
 * Caches renderings in a folder by the content of their source, so that each is made once.
 *
 * @param name the name of the rendering: `800.avif`, or `original.jpg`
 */
export async function readRendering(
  cacheDir: string,
  fullPath: string,
  name: string,
  render: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const source = createHash('sha256')
    .update(`${encoding} ${vips}\n`)
    .update(await readFile(fullPath));
  const kept = path.join(cacheDir, `${source.digest('hex').slice(0, 32)}-${name}`);
  const known = await readChecked(kept);
  if (known) return known;
  const rendered = await render();
  await mkdir(cacheDir, { recursive: true });
  await writeChecked(kept, rendered);
  return rendered;
}
