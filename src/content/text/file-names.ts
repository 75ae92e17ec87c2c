import { toIssue, type Issue } from '../../core/issue.ts';
import { countBytes } from '../../core/text.ts';
import { explainSystemName, isReservedId, isSitePath, longestName, nameRule, toName } from '../../news/names.ts';
import { paths } from '../../news/urls.ts';

/** Checks that the name of a Markdown file can be an address. */
export function checkName(kind: string, id: string, file: string): Issue[] {
  const slug = id.slice(id.lastIndexOf('/') + 1);
  const at = { file, line: 1, column: 1 };
  const month = /^\d{4}\/(?<month>\d{2})\//u.exec(id)?.groups?.['month'];
  if (month !== undefined && (month < '01' || month > '12')) {
    const message = `There is no month ${month}.`;
    return [toIssue({ ...at, code: 'misplaced-file', message, hint: 'Name the folder with a number from 01 to 12.' })];
  }
  if (slug !== toName(slug)) {
    const message = `\`${slug}\` cannot be an address: ${nameRule}.`;
    const hint = `Rename the file to ${toName(slug) || 'a-few-words'}.md.`;
    return [toIssue({ ...at, code: 'invalid-slug', message, hint })];
  }
  const system = explainSystemName(slug);
  const isTaken = kind === 'pages' && (/^\d+$/u.test(slug) || (isSitePath(`/${slug}/`) && `/${slug}/` !== paths.about));
  if (system === undefined && !isReservedId(slug) && !isTaken) return [];
  const message =
    system === undefined
      ? `\`${slug}\` is an address that the site itself uses.`
      : `\`${slug}\` cannot be an address: ${system}.`;
  return [toIssue({ ...at, code: 'reserved-name', message, hint: 'Choose another name for the file.' })];
}

/** Checks that every operating system can store a picture or a document under its path. */
export function checkMediaName(file: string): Issue[] {
  const at = { file, line: 1, column: 1 };
  for (const name of file.split('/')) {
    const system = explainSystemName(name);
    if (system !== undefined) {
      const message = `\`${name}\` cannot be part of an address: ${system}.`;
      return [toIssue({ ...at, code: 'reserved-name', message, hint: 'Choose another name.' })];
    }
    if (countBytes(name) > longestName.bytes) {
      const message = `The name is ${countBytes(name)} bytes long; the limit is ${longestName.bytes}.`;
      return [toIssue({ ...at, code: 'too-long', message, hint: 'Rename it: a few words are enough.' })];
    }
  }
  return [];
}

/** Two names that differ only in letter case are the same address on many hosts. */
export function checkCollisions(list: readonly { readonly id: string; readonly file: string }[]): Issue[] {
  const owners = new Map<string, string>();
  return list.flatMap(({ id, file }) => {
    const key = id.toLowerCase();
    const owner = owners.get(key);
    if (owner === undefined) {
      owners.set(key, file);
      return [];
    }
    const message = `The file has the same address as ${owner}.`;
    return [
      toIssue({ code: 'duplicate-address', message, hint: 'Rename one of the two files.', file, line: 1, column: 1 }),
    ];
  });
}
