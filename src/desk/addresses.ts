import process from 'node:process';
import { findFreshAddresses, writeAddresses } from '../press/address-book.ts';
import { toLoadedSite } from '../paper/check-site.ts';
import { withStore } from '../press/plan/with-store.ts';
import { readAll } from '../press/plan/prepare.ts';
import { addressesFolder } from '../content/addresses.ts';
import { readNowSecondMs } from '../content/clock.ts';
import { formatCounts } from '../core/issue-report.ts';
import { hasErrors } from '../core/issue.ts';
import { formatCount } from '../core/text.ts';
import type { Settings } from '../core/settings.ts';
import type { Call } from './command.ts';

/** Starts the lists of published addresses, or adds the addresses that readers see now. */
export async function runAddresses(_call: Call, settings: Settings): Promise<void> {
  const { site } = settings;
  await withStore(
    site,
    async (store) => {
      const result = await readAll(settings, store, { hasTexts: false });
      if (hasErrors(result.issues)) {
        process.stderr.write(`Nothing was written: ${formatCounts(result.issues)}. Run \`npx gazetteer check\`.\n`);
        process.exitCode = 1;
        return;
      }
      const fresh = findFreshAddresses(toLoadedSite(site, result, readNowSecondMs()));
      const added = await writeAddresses(site.contentDir, fresh);
      process.stdout.write(
        `${formatCount(added, 'address was', 'addresses were')} added to ${addressesFolder}/. From now on builds protect them and add new ones.\n`,
      );
    },
    'go on',
  );
}
