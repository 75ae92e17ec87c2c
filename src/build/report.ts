import path from 'node:path';
import { styleText } from 'node:util';
import { formatIssues, type ReportPaint } from '../core/issue-report.ts';
import type { Issue } from '../core/issue.ts';

const terminal: ReportPaint = {
  place: (text) => styleText('underline', text),
  severity: (text, severity) => styleText(severity === 'error' ? 'red' : 'yellow', text),
  hint: (text) => styleText('dim', text),
};

/** Writes issues for a terminal, with colours where it has them and places that it can open. */
export function formatForTerminal(issues: readonly Issue[], contentDir: string): string {
  return formatIssues(issues, path.relative('', contentDir) || '.', terminal);
}
