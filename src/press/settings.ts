import process from 'node:process';
import { BuildRefusal } from '../core/failure.ts';
import { hasErrors } from '../core/issue.ts';
import type { Settings } from '../core/settings.ts';
import { formatForTerminal } from './report/report.ts';

/** Tells whether settings are right. Prints what is wrong with them and sets the exit code when something is. */
export function reportSettings({ issues, site }: Settings): boolean {
  if (issues.length > 0) process.stderr.write(`${formatForTerminal(issues, site.contentDir)}\n`);
  if (!hasErrors(issues)) return true;
  process.exitCode = 1;
  process.stderr.write('Nothing was done. Correct these settings first.\n');
  return false;
}

/** Throws when something is wrong with settings, in words that Astro prints: on its restarts nobody has reported them. */
export function assertSettings({ issues, site }: Settings): void {
  if (hasErrors(issues)) throw new BuildRefusal(formatForTerminal(issues, site.contentDir));
}
