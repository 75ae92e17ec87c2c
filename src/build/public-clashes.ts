import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { toIssue, type Issue } from '../core/issue.ts';
import type { Named } from '../news/aliases.ts';

/**
 * Checks that no address of the newsroom is one of a file in `public/`, or lies below one: one of the two would be lost.
 *
 * @param publicDir what is copied into the site as it is
 */
export async function checkPublicClashes(named: readonly Named[], publicDir = 'public'): Promise<readonly Issue[]> {
  const files = await listFiles(publicDir);
  const taken = new Map(files.map((file) => [`/${file.replace(/(?:^|\/)index\.html$/u, '')}/`.toLowerCase(), file]));
  const isTaken = (step: string, address: string) =>
    // A page in a folder has its own address alone; nothing can lie below a file.
    taken.get(step)?.endsWith('index.html') ? step === address : taken.has(step);
  const find = (address: string) => {
    const folded = address.toLowerCase();
    return listSteps(folded).find((step) => isTaken(step, folded));
  };
  return named.flatMap(({ address, aliases, file, field }) => {
    const own = find(address);
    const clashes = aliases.flatMap((alias, index) => {
      const at = find(alias);
      return at === undefined
        ? []
        : [toClash(`The alias \`${alias}\``, taken.get(at), { file, field: [...field, index] })];
    });
    return own === undefined ? clashes : [toClash(`The address \`${address}\``, taken.get(own), { file }), ...clashes];
  });
}

function toClash(what: string, taken: string | undefined, at: Pick<Issue, 'file' | 'field'>): Issue {
  const { file, field } = at;
  return toIssue({
    code: 'duplicate-address',
    message: `${what} is taken by public/${taken}.`,
    hint: 'Rename one of the two.',
    ...(field ? { file, field } : { file, line: 1, column: 1 }),
  });
}

/** `/a/b/` has the steps `/a/` and `/a/b/`. */
function listSteps(address: string): readonly string[] {
  const parts = address.split('/').slice(1, -1);
  return parts.map((_, index) => `/${parts.slice(0, index + 1).join('/')}/`);
}

async function listFiles(folder: string): Promise<readonly string[]> {
  const entries: Dirent[] = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
}
