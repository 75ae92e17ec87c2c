import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { getNearest } from '../../core/spelling.ts';
import { listFiles } from '../../disk/list-files.ts';
import { toDiskPath } from './disk-path.ts';
import { resolveMedia } from './local-file.ts';

/**
 * Returns whether a file exists beside a story under exactly the name that the story uses. Servers distinguish letter
 * case even where the writer's disk does not.
 */
export async function isBeside(contentDir: string, file: string, src: string): Promise<boolean> {
  const named = resolveMedia(file, src);
  try {
    const real = await realpath(toDiskPath(contentDir, named));
    return real.normalize('NFC').split(path.sep).join('/').endsWith(`/${named}`) && (await stat(real)).isFile();
  } catch {
    return false;
  }
}

/** Lists the files beside a story and below its folder, as the story would name them. */
export function listBeside(contentDir: string, file: string): readonly string[] {
  const files = listFiles(path.join(contentDir, path.posix.dirname(file)));
  return files.map((name) => name.normalize('NFC'));
}

/** Suggests the name of a similar file beside the story for one that does not exist. */
export function suggestName(src: string, neighbours: readonly string[]): string | undefined {
  const written = path.posix.normalize(src).normalize('NFC');
  const twin = neighbours.find((name) => name.toLowerCase() === written.toLowerCase());
  if (twin !== undefined) return `Write \`${twin}\`: upper and lower case must match.`;
  const nearest = getNearest(written, neighbours);
  return nearest === undefined ? undefined : `Did you mean \`${nearest}\`?`;
}
