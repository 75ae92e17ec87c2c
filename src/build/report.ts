import path from 'node:path';
import { styleText } from 'node:util';
import type { Issue } from '../core/issue.ts';

/** Writes issues for a terminal: place, severity and code; what is wrong; how to cure it. */
export function formatIssues(issues: readonly Issue[], contentDir: string): string {
  const folder = path.relative('', contentDir) || '.';
  return issues.map((issue) => formatIssue(issue, folder)).join('\n');
}

function formatIssue({ file, line, column, severity, code, message, hint }: Issue, folder: string): string {
  const place = styleText('underline', `${path.join(folder, file)}:${line}:${column}`);
  const weight = styleText(severity === 'error' ? 'red' : 'yellow', severity);
  return `${place}  ${weight}  ${code}\n  ${message}\n${hint ? `  ${styleText('dim', hint)}\n` : ''}`;
}

/** Sums issues up in a line: `2 errors, 1 warning`. */
export function formatCounts(issues: readonly Issue[]): string {
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  const warnings = issues.length - errors;
  return [...count(errors, 'error'), ...count(warnings, 'warning')].join(', ') || 'no problems';
}

function count(value: number, noun: string): string[] {
  return value > 0 ? [`${value} ${noun}${value === 1 ? '' : 's'}`] : [];
}
