import { toIssue, type Issue } from '../core/issue.ts';
import type { PublishedAddress } from '../news/permanence.ts';
import { isIssue, readTextFile } from './text/text-file.ts';

/** The folder of the lists of published addresses: one for each month of stories, and one for the rest. */
export const addressesFolder = 'addresses';

/** A hundred thousand addresses take about 5 MB and are in more than one file. */
const maxBytes = 20_000_000;

const addressLine = /^\/(?:[\p{L}\p{M}\p{N}._~-]+\/)+$/u;

/**
 * Reads the published addresses, one per line. Empty lines and those that begin with `#` are ignored. An address may
 * appear twice, for example after a merge of two branches.
 *
 * @param files relative to the content folder
 */
export async function readAddresses(
  contentDir: string,
  files: readonly string[],
): Promise<{ addresses: readonly PublishedAddress[]; issues: readonly Issue[] }> {
  const addresses: PublishedAddress[] = [];
  const issues: Issue[] = [];
  for (const file of files) {
    const source = await readTextFile(contentDir, file, maxBytes);
    if (isIssue(source)) {
      issues.push(source);
      continue;
    }
    for (const [index, text] of source.text.split('\n').entries()) {
      const [address, line] = [text.trim().normalize('NFC'), index + 1];
      if (address === '' || address.startsWith('#')) continue;
      if (addressLine.test(address)) addresses.push({ address, file, line });
      else issues.push(toBadLine(address, file, line));
    }
  }
  return { addresses, issues };
}

function toBadLine(text: string, file: string, line: number): Issue {
  const message = `\`${text.slice(0, 80)}\` is not an address on this site.`;
  const hint = 'Write one address per line, with a slash at both ends. Delete what a merge left behind.';
  return toIssue({ code: 'invalid-value', message, hint, file, line, column: 1 });
}

/**
 * Returns the file in which an address is recorded.
 *
 * @example toAddressFile('/2024/11/flood/') // 'addresses/2024-11.txt'
 */
export function toAddressFile(address: string): string {
  const [, year, month] = /^\/(\d{4})\/(\d{2})\/./u.exec(address) ?? [];
  return `${addressesFolder}/${year === undefined ? 'site' : `${year}-${month}`}.txt`;
}
