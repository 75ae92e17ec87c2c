import type { Nodes, Parent, Root } from 'mdast';
import { toIssue, type Issue, type IssueInput } from '../core/issue.ts';
import { mediaExtensions } from './files.ts';
import { limits } from './limits.ts';

/** A body on its way through the checks. */
export interface BodyText {
  readonly file: string;
  readonly body: string;
  /** 1-based line of the file on which the body starts. */
  readonly bodyLine: number;
}

/**
 * Refuses texts that would take remark seconds or gigabytes, before it sees them.
 *
 * @returns at most one issue of each kind
 */
export function checkBodyText({ file, body, bodyLine }: BodyText): readonly Issue[] {
  const issues: Issue[] = [];
  const brackets = body.match(/[[\]]/gu)?.length ?? 0;
  if (brackets > limits.brackets) {
    const message = `The body has ${brackets} square brackets; the limit is ${limits.brackets}.`;
    const hint = 'Remove what is not text, or cut the story into several.';
    issues.push(toIssue({ code: 'too-many-brackets', message, hint, file, line: bodyLine, column: 1 }));
  }
  const deep = body.split('\n').findIndex((line) => (/^[\s>]*/u.exec(line)?.[0].match(/>/gu)?.length ?? 0) > limits.nesting);
  if (deep >= 0) issues.push(explainNesting({ file, line: bodyLine + deep, column: 1 }));
  return issues;
}

function explainNesting(at: Pick<IssueInput, 'file' | 'line' | 'column'>): Issue {
  const message = `Lists or quotations are nested more than ${limits.nesting} deep.`;
  return toIssue({ ...at, code: 'nested-too-deep', message, hint: 'Make the list flatter.' });
}

/** The rules of a body: what Markdown allows and a story does not. */
export function checkBodyTree(tree: Root, { file, bodyLine }: BodyText): readonly Issue[] {
  const issues: Issue[] = [];
  const report = (node: Nodes, input: Omit<IssueInput, 'file' | 'line' | 'column'>) => {
    const { line = 1, column = 1 } = node.position?.start ?? {};
    issues.push(toIssue({ ...input, file, line: line + bodyLine - 1, column }));
  };
  const state: RuleState = { depth: 0, lastHeading: 1, footnotes: 0 };
  walk(tree, state, report);
  return issues;
}

type Report = (node: Nodes, input: Omit<IssueInput, 'file' | 'line' | 'column'>) => void;

interface RuleState {
  /** How many lists and quotations are open. */
  depth: number;
  lastHeading: number;
  footnotes: number;
}

function walk(node: Nodes, state: RuleState, report: Report): void {
  checkNode(node, state, report);
  const isNesting = node.type === 'list' || node.type === 'blockquote';
  if (isNesting) state.depth += 1;
  if (isNesting && state.depth > limits.nesting) {
    const message = `Lists or quotations are nested more than ${limits.nesting} deep.`;
    report(node, { code: 'nested-too-deep', message, hint: 'Make the list flatter.' });
  } else if ('children' in node) {
    for (const child of (node as Parent).children) walk(child, state, report);
  }
  if (isNesting) state.depth -= 1;
}

function checkNode(node: Nodes, state: RuleState, report: Report): void {
  switch (node.type) {
    case 'heading':
      if (node.depth === 1) {
        const message = 'A `#` heading stands in the body, but the title is the only one of its rank.';
        report(node, { code: 'heading-level', message, hint: 'Start with `##`.' });
      } else if (node.depth > state.lastHeading + 1) {
        const message = `A heading of rank ${node.depth} follows one of rank ${state.lastHeading}.`;
        report(node, { code: 'heading-order', message, hint: `Write ${'#'.repeat(state.lastHeading + 1)}.` });
      }
      state.lastHeading = node.depth;
      return;
    case 'html':
      report(node, {
        code: 'raw-html',
        message: `HTML is not rendered: \`${node.value.slice(0, 40)}\`.`,
        hint: 'Say it in Markdown, or write `\\<` for a less-than sign.',
      });
      return;
    case 'link':
    case 'definition':
      if (!isSafeLink(node.url)) report(node, { ...explainLink(node.url), code: 'unsafe-link' });
      return;
    case 'image':
      checkImage(node, report);
      return;
    case 'imageReference': {
      const hint = 'Write the file name behind the description: `![A bridge](bridge.jpg)`.';
      report(node, { code: 'unsafe-image', message: 'A picture must name its file itself.', hint });
      return;
    }
    case 'table':
      checkTable(node, report);
      return;
    case 'footnoteDefinition':
    case 'footnoteReference':
      state.footnotes += 1;
      if (state.footnotes === limits.footnotes + 1) {
        const message = `There are more than ${limits.footnotes} footnotes and marks that refer to them.`;
        report(node, { code: 'too-many-footnotes', message, hint: 'Cut the text into several.' });
      }
      return;
    case 'text':
      checkReferences(node, report);
      return;
    default:
  }
}

/**
 * Tells whether an address may stand behind a link: http(s), mailto, a path of this site, or a heading of the page.
 *
 * @example isSafeLink('javascript:alert(1)') // false
 */
export function isSafeLink(url: string): boolean {
  if (/^(?:\/(?![/\\])|#)/u.test(url)) return isDecodable(url);
  return /^(?:https?:\/\/[^\s/]|mailto:[^\s@]+@[^\s@]+$)/iu.test(url) && URL.canParse(url) && isDecodable(url);
}

function isDecodable(url: string): boolean {
  try {
    decodeURI(url);
    return true;
  } catch {
    return false;
  }
}

function explainLink(url: string): Pick<IssueInput, 'message' | 'hint'> {
  const looksLikePath = /^[\w./-]+$/u.test(url);
  return {
    message: `The link to \`${url.slice(0, 80)}\` is not allowed.`,
    hint: looksLikePath
      ? 'Write the whole path from the root of the site: `/2024/11/name/`.'
      : 'Links lead to https:// or http:// pages, mailto: addresses, paths of this site (`/…`) or headings (`#…`).',
  };
}

function checkImage(node: Nodes & { type: 'image' }, report: Report): void {
  if (!isLocalImage(node.url)) {
    const message = `The picture \`${node.url.slice(0, 80)}\` is not allowed.`;
    const hint = `Put an ${mediaExtensions.join(', ')} file beside the story and write its name.`;
    report(node, { code: 'unsafe-image', message, hint });
  }
  if (!node.alt?.trim()) {
    const message = `The picture \`${node.url.slice(0, 80)}\` has no description.`;
    const hint = 'Say what it shows between the square brackets: `![A bridge](bridge.jpg)`.';
    report(node, { code: 'missing-alt', message, hint });
  }
}

/**
 * Tells whether an image address names a picture file beside the story: no scheme, no way up, a format without scripts.
 *
 * @example isLocalImage('../secret.png') // false
 */
export function isLocalImage(url: string): boolean {
  return (
    /^(?:\.\/)?(?:[\p{L}\p{N}_-][\p{L}\p{N}._-]*\/)*[\p{L}\p{N}_-][\p{L}\p{N}._-]*$/u.test(url) &&
    mediaExtensions.some((end) => url.endsWith(end))
  );
}

function checkTable(node: Nodes & { type: 'table' }, report: Report): void {
  const width = Math.max(...node.children.map((row) => row.children.length));
  const cells = width * node.children.length;
  if (cells <= limits.tableCells) return;
  const message = `The table has ${cells} cells; the limit is ${limits.tableCells}.`;
  report(node, { code: 'too-many-cells', message, hint: 'Show the rows that matter and link to the rest.' });
}

/** What Markdown leaves as text because nothing defines it. */
function checkReferences(node: Nodes & { type: 'text' }, report: Report): void {
  const found = /\[\^[^\]\s]{1,60}\]|\[[^[\]]{1,200}\]\[[^[\]]{0,60}\]/u.exec(node.value)?.[0];
  if (found === undefined) return;
  const message = `\`${found}\` refers to something that is not defined.`;
  const hint = found.startsWith('[^')
    ? `Add the footnote at the end: \`${found}: its text\`, or write \`\\[\` for a bracket.`
    : 'Add its address at the end: `[name]: https://…`, or write `\\[` for a bracket.';
  report(node, { code: 'undefined-reference', message, hint });
}
