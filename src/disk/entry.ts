import { lstatSync, type Stats } from 'node:fs';
import { hasCode } from '../core/failure.ts';

/** Reads what stands at a path, a symbolic link as itself; undefined when nothing does, also where a part of the path is a file. */
export function readEntry(place: string): Stats | undefined {
  try {
    return lstatSync(place, { throwIfNoEntry: false });
  } catch (error) {
    if (hasCode(error, 'ENOTDIR')) return undefined;
    throw error;
  }
}
