import path from 'node:path';
import { styleText } from 'node:util';
import { formatIssues, type ReportPaint } from '../../core/issue-report.ts';
import type { Issue } from '../../core/issue.ts';
import { formatCount } from '../../core/text.ts';
import { formatPhases, type Phases } from './phases.ts';

const terminal: ReportPaint = {
  place: (text) => styleText('underline', text),
  severity: (text, severity) => styleText(severity === 'error' ? 'red' : 'yellow', text),
  hint: (text) => styleText('dim', text),
};

/** The number of addresses that a build prints. `--changed FILE` writes all. */
const changesShown = 20;

/** Says what a build has made, in how many seconds. */
export function formatBuilt(
  { outDir }: { readonly outDir: string },
  { stories, pages }: { readonly stories: number; readonly pages: number },
  { written, removed }: { readonly written: number; readonly removed: number },
  phases: Phases,
): string {
  return (
    `Built ${formatCount(stories, 'story', 'stories')} into ${outDir} in ${phases.formatTotal()}: ` +
    `${written} of ${formatCount(pages, 'page or feed', 'pages and feeds')} written, ${removed} removed.\n` +
    `${formatPhases(phases)}\n`
  );
}

/** Says how many pages have been published before their build has ended. */
export function formatEarly(pages: number, phases: Phases): string {
  if (pages === 0) return '';
  const published = `${formatCount(pages, 'page or feed', 'pages and feeds')} published`;
  return `${published} in ${phases.formatTotal()}. The search index follows …\n`;
}

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
