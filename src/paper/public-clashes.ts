import path from 'node:path';
import { toIssue, type Issue } from '../core/issue.ts';
import { publicFolder } from '../content/text/files.ts';
import { listFiles } from '../disk/list-files.ts';
import { programDir } from '../disk/program-dir.ts';
import type { AddressOwner } from '../news/aliases.ts';
import { isSitePath } from '../news/names.ts';

/** The folder of the program's files that are copied into every site unchanged. */
const ownPublicDir = path.join(programDir, 'public');

/**
 * Checks that no address of the newsroom equals or is below that of a file in `public/`, since one of the two would be
 * lost.
 *
 * @param own files of the newsroom's own, which are copied into the site too
 * @param publicDir the folder that is copied into the site unchanged
 */
export async function checkPublicClashes(
  named: readonly AddressOwner[],
  own: readonly string[] = [],
  publicDir = ownPublicDir,
): Promise<readonly Issue[]> {
  const files = [...listFiles(publicDir), ...own.map((file) => file.slice(publicFolder.length))];
  const taken = new Map(files.map((file) => [`/${file.replace(/(?:^|\/)index\.html$/u, '')}/`.toLowerCase(), file]));
  const isTaken = (step: string, address: string) =>
    // A page in a folder occupies only its own address. Nothing can be below a file.
    taken.get(step)?.endsWith('index.html') ? step === address : taken.has(step);
  const roots = new Set([...taken.keys()].map(toRoot));
  const find = (address: string) => {
    const folded = address.toLowerCase();
    // True of nearly all addresses, since those of stories begin with a year.
    if (!roots.has(toRoot(folded))) return undefined;
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

/**
 * Checks that none of the newsroom's own files takes an address of the site itself, or of a file of the program.
 *
 * @param written files that the site has because of its settings
 */
export async function checkOwnFiles(
  own: readonly string[],
  written: readonly string[],
  publicDir = ownPublicDir,
): Promise<readonly Issue[]> {
  const program = new Set(listFiles(publicDir).map((file) => file.toLowerCase()));
  return own.flatMap((file) => {
    const at = file.slice(publicFolder.length - 1).toLowerCase();
    const [, root = ''] = at.split('/');
    const isOfSite = at === '/index.html' || isSitePath(`/${root}/`) || program.has(at.slice(1));
    if (root === '.well-known' ? !written.includes(at) : !isOfSite && !written.includes(at)) return [];
    const message = `\`${at}\` is an address that the site itself uses.`;
    const hint = 'Choose another name for the file.';
    return [toIssue({ code: 'reserved-name', message, hint, file, line: 1, column: 1 })];
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

/** `/a/b/` has the root `a`. */
function toRoot(address: string): string | undefined {
  return address.split('/', 2)[1];
}

/** `/a/b/` has the steps `/a/` and `/a/b/`. */
function listSteps(address: string): readonly string[] {
  const parts = address.split('/').slice(1, -1);
  return parts.map((_, index) => `/${parts.slice(0, index + 1).join('/')}/`);
}
