import { readFileSync } from 'node:fs';
import path from 'node:path';
import { compiled } from '../../astro/compiled.ts';
import type { LocalSite } from '../../core/settings.ts';
import { listFiles } from '../../disk/list-files.ts';
import { writeWithFolders } from '../../disk/write-with-folders.ts';

const worker = `${compiled.client}/${compiled.worker}`;
const workerOff = `${compiled.client}/${compiled.workerOff}`;

/**
 * Copies a compiled program and adds what depends on the newsroom: the base path of its addresses, and which service
 * worker readers get.
 */
export function placeProgram(
  compiledDir: string,
  folder: string,
  { url, hasOffline }: Pick<LocalSite, 'url' | 'hasOffline'>,
): void {
  const { pathname: base } = new URL(url);
  const left = hasOffline ? workerOff : worker;
  for (const file of listFiles(compiledDir)) {
    if (file === left) continue;
    const bytes = readFileSync(path.join(compiledDir, file));
    const target = path.join(folder, file === workerOff ? worker : file);
    writeWithFolders(target, /\.(?:m?js|css)$/u.test(file) ? setBase(bytes.toString(), base) : bytes);
  }
}

/** Astro writes the base path with and without the slash at its end. */
function setBase(code: string, base: string): string {
  return code.replaceAll(compiled.base, base).replaceAll(compiled.base.slice(0, -1), base.slice(0, -1));
}
