import { stat } from 'node:fs/promises';
import path from 'node:path';
import { toIssue, type Issue } from '../../core/issue.ts';
import { toDiskPath } from './disk-path.ts';
import { limits } from './limits.ts';

/** Checks that files published unchanged can be read and are not too large. */
export async function checkDocuments(contentDir: string, files: readonly string[]): Promise<readonly Issue[]> {
  const checked = await Promise.all(files.map((file) => checkDocument(contentDir, file)));
  return checked.flat();
}

async function checkDocument(contentDir: string, file: string): Promise<readonly Issue[]> {
  const { size } = await stat(toDiskPath(contentDir, file));
  if (size <= limits.documentBytes) return [];
  const message = `The file is ${Math.ceil(size / 1e6)} MB; the limit is ${limits.documentBytes / 1e6} MB.`;
  const hint = 'Make it smaller, or put it on a host for large files and link to it there.';
  return [toIssue({ code: 'file-too-large', message, hint, file, line: 1, column: 1 })];
}

/** Finds documents beside stories that no story links to. They are not published. */
export function checkUnlinked(documents: readonly string[], linked: ReadonlySet<string>): readonly Issue[] {
  return documents
    .filter((file) => !linked.has(file))
    .map((file) => {
      const message = 'No story links to this file, so it is not published.';
      const hint = `Link to it from a story in the same folder: \`[report](${path.posix.basename(file)})\`, or delete it.`;
      return toIssue({ code: 'unlinked-file', message, hint, file, line: 1, column: 1 });
    });
}
