import { formatCount } from './text.ts';
import type { Issue, Severity } from './issue.ts';

/** The styling of the parts of a report. Only a terminal has colours. */
export interface ReportPaint {
  place(text: string): string;
  severity(text: string, severity: Severity): string;
  hint(text: string): string;
}

const plain: ReportPaint = { place: (text) => text, severity: (text) => text, hint: (text) => text };

/**
 * Formats issues for people: the place, severity and code, then what is wrong and how to fix it.
 *
 * @param folder the content folder, as the reader of the report would name it
 */
export function formatIssues(issues: readonly Issue[], folder: string, paint: ReportPaint = plain): string {
  return issues
    .map((issue) => {
      const { severity, code, message, hint } = issue;
      const place = paint.place(formatPlace(issue, folder));
      return `${place}  ${paint.severity(severity, severity)}  ${code}\n  ${message}\n${hint && `  ${paint.hint(hint)}\n`}`;
    })
    .join('\n');
}

/**
 * Names the place of an issue: a position in a file, or a variable of the environment.
 *
 * @example formatPlace(issue, 'content') // 'content/site.yaml:7:11'
 */
function formatPlace({ file, line, column, field }: Issue, folder: string): string {
  return file === '' ? String(field?.[0] ?? '') : `${folder}/${file}:${line}:${column}`;
}

/** Sums up issues in one line: `2 errors, 1 warning`. */
export function formatCounts(issues: readonly Issue[]): string {
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  const warnings = issues.length - errors;
  return [...count(errors, 'error'), ...count(warnings, 'warning')].join(', ') || 'no problems';
}

function count(value: number, noun: string): string[] {
  return value > 0 ? [formatCount(value, noun)] : [];
}
