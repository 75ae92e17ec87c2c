import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { BuildRefusal } from '../../core/failure.ts';
import { isInFolder, toShown } from './out-dir.ts';

/** The files that a build can be asked to write, by option, and their content. */
const notes = {
  changed: /^(?:https?:\/\/\S+\n)*$/u,
  due: /^(?:\d{4}-\d{2}-\d{2}T[\d:.]+Z\n)?$/u,
} as const;

/**
 * Checks before a build that a file it was asked to write can be written and does not belong to anybody else.
 *
 * @throws a refusal that says what to do
 */
export function assertNoteFile(option: keyof typeof notes, file: string | undefined, contentDir: string): void {
  if (file === undefined) return;
  const problem = findProblem(path.resolve(file), notes[option], contentDir);
  if (problem !== undefined) {
    throw new BuildRefusal(`\`--${option} ${file}\`: ${problem} Nothing was built. Name another file.`);
  }
}

function findProblem(file: string, ours: RegExp, contentDir: string): string | undefined {
  if (isInFolder(file, contentDir)) return 'the file is inside the content folder.';
  const folder = path.dirname(file);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return `there is no folder ${toShown(folder)}.`;
  const there = statSync(file, { throwIfNoEntry: false });
  if (there?.isDirectory()) return 'it is a folder.';
  if (!isWritable(there ? file : folder)) return 'this user is not allowed to write there.';
  // Anything other than a plain file, such as /dev/stdout, contains nothing that could be lost.
  if (there?.isFile() && !ours.test(readFileSync(file, 'utf8'))) return 'the file contains something else.';
  return undefined;
}

function isWritable(place: string): boolean {
  try {
    accessSync(place, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
