import process from 'node:process';
import { hasErrors, type Issue } from '../core/issue.ts';
import { settingsIssues, site } from '../site.config.ts';
import { formatForTerminal } from './report/report.ts';

/** Returns what is wrong with the settings. */
export function checkSettings(): readonly Issue[] {
  return settingsIssues;
}

/** Tells whether the settings are right. Prints what is wrong with them and sets the exit code when something is. */
export function reportSettings(): boolean {
  if (settingsIssues.length > 0) process.stderr.write(`${formatForTerminal(settingsIssues, site.contentDir)}\n`);
  if (!hasErrors(settingsIssues)) return true;
  process.exitCode = 1;
  process.stderr.write('Nothing was done: correct these settings first.\n');
  return false;
}
