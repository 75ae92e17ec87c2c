import path from 'node:path';
import process from 'node:process';
import { createBodies } from '../content/body.ts';
import { checkContent } from '../content/check.ts';
import { formatCounts } from '../core/issue-report.ts';
import { hasErrors } from '../core/issue.ts';
import { checkLanguage } from '../i18n/dictionary.ts';
import { site } from '../site.config.ts';
import { formatForTerminal } from '../build/report.ts';
import { getBodyOptions } from '../build/site-context.ts';

/** Checks the newsroom's content and prints every problem. Exit code 1 when there is an error. */
export async function runCheck(): Promise<void> {
  const settings = checkLanguage(site);
  if (settings.length > 0) process.stdout.write(`${formatForTerminal(settings, path.resolve('src'))}\n`);
  if (hasErrors(settings)) process.exitCode = 1;
  const { newsroom, issues } = await checkContent(site, createBodies(getBodyOptions()));
  if (issues.length > 0) process.stdout.write(`${formatForTerminal(issues, site.contentDir)}\n`);
  process.stdout.write(`${newsroom.articles.length} stories checked: ${formatCounts(issues)}.\n`);
  if (hasErrors(issues)) process.exitCode = 1;
}
