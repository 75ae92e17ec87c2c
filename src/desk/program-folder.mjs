import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this program. */
const programFolder = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Vite treats the first three as parts of an address (https://github.com/vitejs/vite/issues/6763), its bundler the
 * others as parts of a pattern.
 */
const unusable = /[#?%"*]/u;

/**
 * Checks that the tools of this program work in a folder. Returns the problem in one line, otherwise undefined.
 *
 * @example checkProgramFolder('/srv/issue #5') // 'Gazetteer cannot run in `/srv/issue #5`: …'
 */
export function checkProgramFolder(folder = path.resolve(programFolder)) {
  const found = unusable.exec(folder);
  return found === null
    ? undefined
    : `Gazetteer cannot run in \`${folder}\`: its tools do not work in a folder with \`${found[0]}\` in its path. Move or rename the folder; avoid # ? % " *.`;
}
