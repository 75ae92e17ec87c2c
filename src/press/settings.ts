import process from 'node:process';
import { BuildRefusal } from '../core/failure.ts';
import { hasErrors } from '../core/issue.ts';
import type { Settings } from '../core/settings.ts';
import { formatForTerminal } from './report/report.ts';

/** Returns whether settings are valid. If they are not, prints the errors and sets the exit code. */
export function reportSettings({ issues, site }: Settings): boolean {
  if (issues.length > 0) process.stderr.write(`${formatForTerminal(issues, site.contentDir)}\n`);
  if (!hasErrors(issues)) return true;
  process.exitCode = 1;
  process.stderr.write('Nothing was done. Correct these settings first.\n');
  return false;
}

/** Throws if settings are invalid, in words that Astro prints, because on its restarts nobody has reported them. */
export function assertSettings({ issues, site }: Settings): void {
  if (hasErrors(issues)) throw new BuildRefusal(formatForTerminal(issues, site.contentDir));
}
