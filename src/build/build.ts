import { rm } from 'node:fs/promises';
import process from 'node:process';
import { build } from 'astro';
import { createBodies } from '../content/body.ts';
import { checkContent } from '../content/check.ts';
import { readNowMs } from '../content/clock.ts';
import { formatCounts } from '../core/issue-report.ts';
import { hasErrors } from '../core/issue.ts';
import { formatForTerminal } from './report.ts';
import { getDictionary } from '../i18n/dictionary.ts';
import { createAddresses } from '../news/urls.ts';
import { buildSearchIndex } from '../search/build-index.ts';
import { site } from '../site.config.ts';
import { replaceFolder } from './replace-folder.ts';

/**
 * Builds the site beside the old one and swaps the two at the end, so that a build that fails leaves what was there.
 * Exit code 1 and a report of everything when the content has errors.
 */
async function buildSite(): Promise<void> {
  const startedMs = performance.now();
  // One instant for the whole build: what is published must not change while it runs.
  process.env['SOURCE_DATE_EPOCH'] = String(Math.floor(readNowMs() / 1000));
  const stagingDir = `${site.outDir}.next`;
  try {
    await rm(stagingDir, { recursive: true, force: true });
    await build({ outDir: stagingDir, logLevel: 'warn' });
    const { pageCount } = await buildSearchIndex(stagingDir);
    await replaceFolder(site.outDir, stagingDir);
    const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
    process.stdout.write(`Built ${pageCount} stories into ${site.outDir} in ${seconds} s.\n`);
  } catch (error) {
    await rm(stagingDir, { recursive: true, force: true });
    process.exitCode = 1;
    if (!(await reportContent())) throw error;
  }
}

/** Prints all that is wrong with the content; false when nothing is, so that the failure lies elsewhere. */
async function reportContent(): Promise<boolean> {
  const { contentDir, url, language } = site;
  const bodies = createBodies({ contentDir, addresses: createAddresses(url), words: getDictionary(language) });
  const { issues } = await checkContent(site, bodies);
  if (!hasErrors(issues)) return false;
  process.stderr.write(`${formatForTerminal(issues, contentDir)}\n`);
  process.stderr.write(`Nothing was built: ${formatCounts(issues)}. What was published before is untouched.\n`);
  return true;
}

await buildSite();
