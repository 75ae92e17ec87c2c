import { realpathSync } from 'node:fs';
import path from 'node:path';
import { countBytes } from '../../core/text.ts';
import { readEntry } from '../../disk/entry.ts';

/** The folders that an output folder must not touch. Absolute paths. */
export interface Surroundings {
  readonly contentDir: string;
  readonly cacheDir: string;
  /** The program's own folder. */
  readonly projectDir: string;
  readonly workDir: string;
  readonly homeDir: string;
}

const cure = 'Set OUT_DIR to a separate folder, such as dist.';

/**
 * Explains why a folder must not be built into, whatever it contains. Undefined if it may be. Looks through symbolic
 * links, bind mounts and names that differ only in letter case.
 *
 * @param given the folder as a message names it
 */
export function findOutDirProblem(outDir: string, given: string, around: Surroundings): string | undefined {
  if (given.startsWith('~'))
    return `\`${given}\` starts with \`~\`, which is not expanded here. Write the full path of the folder in OUT_DIR.`;
  const long = explainLength(outDir);
  if (long !== undefined) return `\`${given.slice(0, 60)}…\` ${long} ${cure}`;
  const real = toRealPath(outDir);
  if (real === undefined) {
    return `\`${given}\` goes through a symbolic link to a folder that does not exist. Create that folder, or remove the link.`;
  }
  if (readEntry(real)?.isDirectory() === false) return `\`${given}\` is not a folder. ${cure}`;
  const held = listHeld(around).find(({ at }) => isInFolder(at, real));
  if (held) return `\`${given}\` is or contains ${held.what}: a site cannot be built there. ${cure}`;
  const holder = listHolders(around, real).find(({ at }) => isInFolder(real, at));
  return holder && `\`${given}\` is inside ${holder.what}: a site cannot be built there. ${cure}`;
}

/**
 * The maximum length of the output path. Systems allow 4,096 bytes for a path, of which the longest address, its file
 * and temporary files need their part.
 */
const longestPath = 2800;

function explainLength(outDir: string): string | undefined {
  if (countBytes(outDir) > longestPath) {
    return `is longer than ${longestPath} bytes: too little room is left for the paths of pages.`;
  }
  const isLong = outDir.split(path.sep).some((part) => countBytes(part) > 255);
  return isLong ? 'has a part of more than 255 bytes: no file system allows that.' : undefined;
}

interface Place {
  readonly at: string;
  readonly what: string;
}

/** Lists the places that an output folder must neither be nor contain. */
function listHeld({ contentDir, cacheDir, projectDir, workDir, homeDir }: Surroundings): readonly Place[] {
  return [
    { at: projectDir, what: 'the program’s own folder' },
    { at: workDir, what: 'the current folder' },
    { at: homeDir, what: 'a home folder' },
    { at: contentDir, what: 'the content folder' },
    { at: cacheDir, what: 'the cache folder' },
  ];
}

/**
 * Lists the places that must not contain an output folder. `node_modules/.cache` is allowed, because everything in it
 * can be made again.
 */
function listHolders({ contentDir, cacheDir, projectDir, workDir }: Surroundings, real: string): readonly Place[] {
  const isInCache = [projectDir, workDir].some((at) => isInFolder(real, path.join(at, 'node_modules/.cache')));
  return [
    { at: contentDir, what: 'the content folder' },
    { at: cacheDir, what: 'the cache folder' },
    ...['src', 'public'].map((name) => ({ at: path.join(projectDir, name), what: `the program’s \`${name}\` folder` })),
    ...['.git', 'node_modules']
      .filter((name) => name === '.git' || !isInCache)
      .flatMap((name) => findPart(real, name).map((at) => ({ at, what: `a \`${name}\` folder` }))),
  ];
}

/** Finds the part of a path with a name. */
function findPart(place: string, name: string): readonly string[] {
  return listAncestors(place).filter((at) => fold(path.basename(at)) === name);
}

/** Returns whether a path is a folder or is inside it, after following symbolic links and mounts. */
export function isInFolder(place: string, folder: string): boolean {
  const real = toRealPath(folder) ?? folder;
  const [wanted, id] = [fold(real), identify(real)];
  return listAncestors(toRealPath(place) ?? place).some(
    (at) => fold(at) === wanted || (id !== undefined && identify(at) === id),
  );
}

/** Lists a path and everything above it, up to the root. */
function listAncestors(place: string): readonly string[] {
  const above = path.dirname(place);
  return above === place ? [place] : [place, ...listAncestors(above)];
}

/** Many disks treat names as equal that differ only in letter case or in the encoding of accents. */
function fold(place: string): string {
  return place.normalize('NFC').toLowerCase();
}

/** Returns the number of a folder on its disk. A folder that is mounted twice has two paths and one number. */
function identify(place: string): string | undefined {
  const found = readEntry(place);
  return found && `${found.dev} ${found.ino}`;
}

/** Resolves symbolic links, even if the last parts of the path do not exist yet. Undefined if a link leads nowhere. */
function toRealPath(place: string): string | undefined {
  try {
    return realpathSync(place);
  } catch {
    if (readEntry(place)) return undefined;
    const above = toRealPath(path.dirname(place));
    return above && path.join(above, path.basename(place));
  }
}

/** Formats a path for people: relative to the working folder, unless it is elsewhere. */
export function toShown(place: string): string {
  const relative = path.relative('', place);
  return relative === '' ? '.' : relative.startsWith('..') ? place : relative;
}
