import { lstatSync, type Stats } from 'node:fs';
import { hasCode } from '../core/failure.ts';

/**
 * Reads the entry at a path, without following a symbolic link. Undefined if there is none, or if a part of the path is
 * a file.
 */
export function readEntry(place: string): Stats | undefined {
  try {
    return lstatSync(place, { throwIfNoEntry: false });
  } catch (error) {
    if (hasCode(error, 'ENOTDIR')) return undefined;
    throw error;
  }
}
