import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { addressesFolder, toAddressFile } from '../content/addresses.ts';
import { writeWhole } from '../disk/write-whole.ts';
import type { LoadedSite } from '../paper/link-targets.ts';
import { explainFailure, hasCode } from '../core/failure.ts';
import { formatCount } from '../core/text.ts';
import { collectPermanent } from '../paper/table.ts';

/** Returns the addresses of an edition that are not on the lists yet. If there are no lists, returns all. */
export function findFreshAddresses({ context, addresses }: LoadedSite): readonly string[] {
  const known = new Set(addresses?.map(({ address }) => address));
  return [...collectPermanent(context)].filter((address) => !known.has(address));
}

/**
 * Writes addresses into the list of their month, sorted, so that two branches that publish different stories merge
 * well. Only lists with new addresses are written, each completely or not at all.
 *
 * @returns how many were added
 */
export async function writeAddresses(contentDir: string, fresh: readonly string[]): Promise<number> {
  let added = 0;
  for (const [file, addresses] of Map.groupBy(fresh, toAddressFile)) {
    const full = path.join(contentDir, file);
    const text = await readFile(full, 'utf8').catch((error: unknown) => {
      if (hasCode(error, 'ENOENT')) return '';
      throw error;
    });
    const lines = text.split(/\r?\n/u).filter((line) => line.trim() !== '');
    const [notes, old] = [lines.filter((line) => line.startsWith('#')), lines.filter((line) => !line.startsWith('#'))];
    const all = new Set([...old.map((line) => line.trim()), ...addresses]);
    if (all.size === new Set(old).size) continue;
    added += all.size - new Set(old).size;
    await mkdir(path.dirname(full), { recursive: true });
    // A name that begins with a dot at the top of a content folder is not a text.
    await writeWhole(full, `${[...notes, ...[...all].sort()].join('\n')}\n`, contentDir);
  }
  return added;
}

/**
 * Records the addresses that a build has published. The site is already complete, so an unwritable content folder is
 * not a failure, and the next build tries again.
 */
export async function recordAddresses(contentDir: string, fresh: readonly string[]): Promise<void> {
  const folder = path.join(path.relative('', contentDir), addressesFolder);
  try {
    const added = await writeAddresses(contentDir, fresh);
    if (added > 0)
      process.stdout.write(
        `${formatCount(added, 'new address', 'new addresses')} added to ${folder}. Commit the lists with the stories.\n`,
      );
  } catch (error) {
    const why = explainFailure(error) ?? String(error);
    process.stderr.write(
      `${formatCount(fresh.length, 'new address', 'new addresses')} could not be added to ${folder}. Builds only protect the addresses listed there.\n${why}\n`,
    );
  }
}
