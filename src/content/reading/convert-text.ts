import type { Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import { hasErrors, toIssue, type Issue } from '../../core/issue.ts';
import { checkBodyText } from '../rules/body-cost.ts';
import { checkBodyTree } from '../rules/body-rules.ts';
import type { MarkdownFile } from '../text/front-matter.ts';
import { limits } from '../text/limits.ts';
import type { MarkdownChain } from '../markdown/markdown.ts';
import { getCpuMs, runWithin, TimeLimitError } from './time-limit.ts';

/** A text being converted: without a tree if the rules reject the source, without HTML if they reject the tree. */
export interface Converted {
  readonly tree?: Root;
  readonly html?: HtmlRoot;
  readonly issues: readonly Issue[];
}

/** Checks and converts a text, or explains why it could not be converted in time. */
export function convertInTime(
  source: MarkdownFile,
  chain: MarkdownChain,
  { renderMs, slowMs, quickCharacters }: Record<'renderMs' | 'slowMs' | 'quickCharacters', number> = limits,
): Converted {
  const startMs = getCpuMs();
  try {
    const work = () => convert(source, chain);
    const converted = source.body.length < quickCharacters ? work() : runWithin(renderMs, work);
    const usedMs = getCpuMs() - startMs;
    return usedMs < slowMs ? converted : { ...converted, issues: [...converted.issues, explainSlow(source, usedMs)] };
  } catch (error) {
    return {
      issues: [error instanceof TimeLimitError ? explainTooSlow(source, renderMs) : explainFailure(source, error)],
    };
  }
}

function convert(source: MarkdownFile, { parse, render }: MarkdownChain): Converted {
  const refused = checkBodyText(source);
  if (hasErrors(refused)) return { issues: refused };
  const tree = parse(source.body);
  const issues = checkBodyTree(tree, source);
  return hasErrors(issues) ? { tree, issues } : { tree, issues, html: render(tree, source.file) };
}

const slowHint =
  'Look for long runs of characters such as `*`, `>` or `<` that are not text and remove them, or split the text into several.';

function explainTooSlow({ file, bodyLine }: MarkdownFile, renderMs: number): Issue {
  const message = `The text was not rendered: it takes more than ${renderMs / 1000} seconds of processor time.`;
  return toIssue({ code: 'render-too-slow', message, hint: slowHint, file, line: bodyLine, column: 1 });
}

function explainSlow({ file, bodyLine }: MarkdownFile, usedMs: number): Issue {
  const message = `The text takes ${(usedMs / 1000).toFixed(1)} seconds of processor time; most texts take a hundredth of a second.`;
  return toIssue({ code: 'slow-text', message, hint: slowHint, file, line: bodyLine, column: 1 });
}

function explainFailure({ file, bodyLine }: MarkdownFile, error: unknown): Issue {
  const message = `The text could not be rendered: ${error instanceof Error ? error.message : String(error)}.`;
  const hint =
    'This is a bug in the program. Shorten the text until you find the passage that causes it, and report it with that passage.';
  return toIssue({ code: 'render-failed', message, hint, file, line: bodyLine, column: 1 });
}
