import path from 'node:path';
import { styleText } from 'node:util';
import { formatIssues, type ReportPaint } from '../../core/issue-report.ts';
import type { Issue } from '../../core/issue.ts';

const terminal: ReportPaint = {
  place: (text) => styleText('underline', text),
  severity: (text, severity) => styleText(severity === 'error' ? 'red' : 'yellow', text),
  hint: (text) => styleText('dim', text),
};

/** The number of addresses that a build prints. `--changed FILE` writes all. */
const changesShown = 20;

/** Lists what a build has changed, one line each, for whoever purges a cache in front of the site. */
export function formatChanges(changed: readonly string[]): string {
  const rest = changed.length - changesShown;
  const more = rest > 0 ? [`  … and ${rest} more (\`--changed FILE\` writes all)`] : [];
  return [...changed.slice(0, changesShown).map((address) => `  ${address}`), ...more]
    .map((line) => `${line}\n`)
    .join('');
}

/** Formats issues for a terminal, with colours and clickable places if it supports them. */
export function formatForTerminal(issues: readonly Issue[], contentDir: string): string {
  return formatIssues(issues, path.relative('', contentDir) || '.', terminal);
}
