import { issueCodes, type IssueCode } from './issue-codes.ts';

/** The severity of an issue: an error stops the build, a warning is only printed. */
export type Severity = 'error' | 'warning';

/** The way to a value inside a YAML document, outermost key first, e.g. `['sources', 0, 'url']`. */
export type FieldPath = readonly (string | number)[];

/** One problem with something people wrote: what it is, where it is, and how to fix it. */
export interface Issue {
  readonly code: IssueCode;
  readonly severity: Severity;
  /** The problem in one sentence, with the value. */
  readonly message: string;
  /** How to fix it, in one sentence. Empty when the message says it all. */
  readonly hint: string;
  /**
   * Path of the file from the content folder, with `/`; empty when the issue is about the variable that `field` names.
   */
  readonly file: string;
  /** 1-based; 0 until the place is known (see `content/yaml/locate.ts`). */
  readonly line: number;
  /** 1-based, in UTF-16 units; 0 until the place is known. */
  readonly column: number;
  /** The field that the issue is about, if any: a key of the file, or the name of an environment variable. */
  readonly field?: FieldPath | undefined;
}

/** An issue as a check reports it; `toIssue` fills in the rest. */
export interface IssueInput {
  readonly code: IssueCode;
  readonly message: string;
  readonly hint?: string;
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly field?: FieldPath;
}

/** Completes an issue: the severity comes from the table of codes. */
export function toIssue(input: IssueInput): Issue {
  return {
    hint: '',
    line: 0,
    column: 0,
    ...input,
    severity: issueCodes[input.code].severity,
  };
}

/** Returns whether any of the issues stops the build. */
export function hasErrors(issues: readonly Issue[]): boolean {
  return issues.some((issue) => issue.severity === 'error');
}

/** Orders issues the way an editor works through them: by file, then from top to bottom. */
export function compareIssues(a: Issue, b: Issue): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}

/** Orders two texts by UTF-16 code units: the same on every machine and in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** All the errors of a build, thrown once. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(
      `The content has ${issues.length} ${issues.length === 1 ? 'problem' : 'problems'}. Run \`npm run check\` for the list.`,
    );
    this.issues = issues;
  }
}

/**
 * Appends issues to a list. A newsroom may have hundreds of thousands, and `push(...issues)` fails with more than about
 * 120,000.
 */
export function addIssues(list: Issue[], issues: Iterable<Issue>): void {
  for (const issue of issues) list.push(issue);
}
