import path from 'node:path';
import { formatForTerminal } from '../press/report/report.ts';
import { formatCounts } from '../core/issue-report.ts';
import type { Issue } from '../core/issue.ts';
import { formatCount } from '../core/text.ts';

/** The forms of a report: for people, for programs, and as annotations in a GitHub workflow. */
export const reportFormats = ['text', 'json', 'github'] as const;

/** The form of a report. */
export type ReportFormat = (typeof reportFormats)[number];

/** The input of a report: what was checked, and the issues. */
export interface ReportInput {
  /** The number of stories. */
  readonly stories: number;
  readonly issues: readonly Issue[];
}

/** Formats a report. Paths are relative to the working folder. */
export function formatReport(format: ReportFormat, input: ReportInput, contentDir: string): string {
  if (format === 'json') return formatJson(input, contentDir);
  if (format === 'github') return input.issues.map((issue) => formatAnnotation(issue, contentDir)).join('');
  const { stories, issues } = input;
  const list = issues.length > 0 ? `${formatForTerminal(issues, contentDir)}\n` : '';
  return `${list}${formatCount(stories, 'story', 'stories')} checked: ${formatCounts(issues)}.\n`;
}

function formatJson({ stories, issues }: ReportInput, contentDir: string): string {
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  const located = issues.map(({ code, severity, file, line, column, field, message, hint }) => {
    return { code, severity, file: toPath(file, contentDir), line, column, field, message, hint };
  });
  return `${JSON.stringify({ stories, errors, warnings: issues.length - errors, issues: located }, undefined, 2)}\n`;
}

/**
 * Formats an issue as an annotation.
 *
 * Source: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 *
 * @example formatAnnotation(issue, '/news/content') // '::error file=content/topics.yaml,line=2,col=3,title=missing-key::…\n'
 */
export function formatAnnotation(issue: Issue, contentDir: string): string {
  const { severity, code, message, hint, file, line, column } = issue;
  const place = file === '' ? {} : { file: toPath(file, contentDir), line, col: column };
  const properties = Object.entries({ ...place, title: code })
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    .join(',');
  return `::${severity} ${properties}::${escapeMessage(hint === '' ? message : `${message}\n${hint}`)}\n`;
}

/** Escapes the text of a workflow command. */
function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** Escapes a property of a workflow command, which a comma or colon would end. */
function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** Returns the path of a file relative to the working folder. An issue about a variable has none. */
function toPath(file: string, contentDir: string): string {
  return file === '' ? '' : path.posix.join(path.relative('', contentDir).split(path.sep).join('/'), file);
}
