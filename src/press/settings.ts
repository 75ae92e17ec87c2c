import { statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { hasErrors, toIssue, type Issue } from '../core/issue.ts';
import { checkSecurityContact } from '../hosts/security-txt.ts';
import { checkLanguage } from '../i18n/dictionary.ts';
import { settingsIssues, site } from '../site.config.ts';
import { formatForTerminal } from './report/report.ts';

/** Checks what the site says of itself, before its content. */
export function checkSettings(): readonly Issue[] {
  return [
    ...settingsIssues,
    ...checkContentDir(site.contentDir),
    ...checkLanguage(site),
    ...checkSecurityContact(site.securityContact),
  ];
}

function checkContentDir(folder: string): readonly Issue[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  const message = `The setting CONTENT_DIR is \`${folder}\`, which is not a folder.`;
  const hint = 'Write the path of the folder that holds `articles/`, from here or from `/`.';
  return [toIssue({ code: 'invalid-value', message, hint, file: 'site.config.ts' })];
}

/** Tells whether the settings are right. Prints what is wrong with them and sets the exit code when something is. */
export function reportSettings(): boolean {
  const issues = checkSettings();
  if (!hasErrors(issues)) return true;
  process.exitCode = 1;
  process.stderr.write(
    `${formatForTerminal(issues, path.resolve('src'))}\nNothing was done: correct these settings first.\n`,
  );
  return false;
}
