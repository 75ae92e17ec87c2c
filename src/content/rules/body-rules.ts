import type { Nodes, Parent, Root } from 'mdast';
import { compareIssues, toIssue, type Issue, type IssueInput } from '../../core/issue.ts';
import { checkCharacters } from './body-characters.ts';
import { explainPictureFormat, isLocalFile, isLocalImage, isLocalName, pictureExtensions } from '../text/local-file.ts';
import { nestedTooDeep, type BodyText } from './body-cost.ts';
import { limits } from '../text/limits.ts';
import { checkHtml } from './html-rules.ts';
import { findLeftovers, type Finding } from './leftover-markup.ts';
import { explainLink, isSafeLink } from './link-rules.ts';
import { checkLosses } from './lost-text.ts';
import { findNearMiss } from './near-markdown.ts';
import { listStandingPictures, parsePictureTitle } from './standing-pictures.ts';

const emphasisTooDeep = {
  code: 'nested-too-deep',
  message: `Emphasis is nested more than ${2 * limits.nesting} levels deep.`,
  hint: 'Remove the extra marks: one or two are enough.',
} as const;

/** Checks the rules of a body: what Markdown allows and a story does not. */
export function checkBodyTree(tree: Root, { file, body, bodyLine }: BodyText): readonly Issue[] {
  const issues: Issue[] = [];
  const report: Report = (node, input) => {
    const { line = 1, column = 1 } = node.position?.start ?? {};
    issues.push(toIssue({ ...input, file, line: line + bodyLine - 1, column }));
  };
  const isStory = file.startsWith('articles/');
  const state: RuleState = { isStory, body, depth: 0, lastHeading: 1, footnotes: 0, counts: new Map() };
  walk(tree, state, report);
  for (const { at, input } of [...checkHtml(tree), ...checkLosses(tree)]) report(at, input);
  return [...checkCharacters({ file, body, bodyLine }), ...issues].sort(compareIssues);
}

/** Reports an issue at the start of anything that has a position. */
type Report = (at: Pick<Nodes, 'position'>, input: Omit<IssueInput, 'file' | 'line' | 'column'>) => void;

interface RuleState {
  /** Whether it is a story. Only stories may have files beside them. */
  readonly isStory: boolean;
  /** The source, in which escapes are visible. */
  readonly body: string;
  /** The number of open lists, quotations and emphasised passages. */
  depth: number;
  lastHeading: number;
  footnotes: number;
  /** The number of nodes of each type so far. */
  readonly counts: Map<string, number>;
}

const nestingTypes: ReadonlySet<string> = new Set(['list', 'blockquote', 'emphasis', 'strong', 'delete']);

function walk(node: Nodes, state: RuleState, report: Report): void {
  checkCount(node, state, report);
  checkNode(node, state, report);
  const isNesting = nestingTypes.has(node.type);
  if (isNesting) state.depth += 1;
  if (state.depth > 2 * limits.nesting || (state.depth > limits.nesting && isBlock(node))) {
    report(node, isBlock(node) ? nestedTooDeep : emphasisTooDeep);
  } else if ('children' in node) {
    for (const child of (node as Parent).children) walk(child, state, report);
  }
  if (isNesting) state.depth -= 1;
}

function isBlock({ type }: Nodes): boolean {
  return type === 'list' || type === 'blockquote';
}

/** Parts of a text whose number is limited. */
const countedTypes: ReadonlyMap<string, readonly [name: string, limit: number]> = new Map([
  ['heading', ['headings', limits.headings]],
  ['link', ['links', limits.links]],
  ['image', ['pictures', limits.images]],
]);

function checkCount(node: Nodes, { counts }: RuleState, report: Report): void {
  const [name, limit] = countedTypes.get(node.type) ?? [];
  if (name === undefined || limit === undefined) return;
  const count = (counts.get(node.type) ?? 0) + 1;
  counts.set(node.type, count);
  if (count !== limit + 1) return;
  const message = `The text has more than ${limit} ${name}.`;
  report(node, { code: 'too-many-parts', message, hint: 'Split the text into several.' });
}

function checkNode(node: Nodes, state: RuleState, report: Report): void {
  switch (node.type) {
    case 'heading':
      if (node.depth === 1) {
        const message = 'The text has a `#` heading, but only the title can have that level.';
        report(node, { code: 'heading-level', message, hint: 'Write `##` instead.' });
      } else if (node.depth > state.lastHeading + 1) {
        const message = `A level ${node.depth} heading follows a level ${state.lastHeading} heading.`;
        report(node, {
          code: 'heading-order',
          message,
          hint: `Write \`${'#'.repeat(state.lastHeading + 1)}\` instead.`,
        });
      }
      state.lastHeading = node.depth;
      return;
    case 'link':
    case 'definition':
      if (!isSafeLink(node.url) && !(state.isStory && isLocalFile(node.url))) {
        report(node, { ...explainLink(node.url), code: 'unsafe-link' });
      }
      return;
    case 'image':
      checkImage(node, report);
      return;
    case 'imageReference': {
      const hint = 'Write the file name after the description: `![A bridge](bridge.jpg)`.';
      report(node, { code: 'unsafe-image', message: 'A picture must name its file directly.', hint });
      return;
    }
    case 'table':
      checkTable(node, report);
      return;
    case 'footnoteDefinition':
    case 'footnoteReference':
      state.footnotes += 1;
      if (state.footnotes === limits.footnotes + 1) {
        const message = `The text has more than ${limits.footnotes} footnotes and references to them.`;
        report(node, { code: 'too-many-footnotes', message, hint: 'Split the text into several.' });
      }
      return;
    case 'paragraph': {
      const found = findNearMiss(node, state.body);
      if (found) reportFinding(node, found, report);
      for (const { image } of listStandingPictures(node)) checkPictureWords(image, report);
      return;
    }
    case 'text':
      checkReferences(node, state.body, report);
      checkEntities(node, state.body, report);
      for (const found of findLeftovers(node, state.body)) reportFinding(node, found, report);
      return;
    default:
  }
}

function checkImage(node: Nodes & { type: 'image' }, report: Report): void {
  if (!isLocalImage(node.url)) {
    const refused = {
      message: `\`${node.url.slice(0, 80)}\` is not a picture file in the story’s folder.`,
      hint: `Put a picture file (${pictureExtensions.join(', ')}) in the story’s folder and write its name.`,
    };
    const format = isLocalName(node.url) ? explainPictureFormat(node.url) : undefined;
    report(node, { code: 'unsafe-image', ...(format ?? refused) });
  }
  if (!node.alt?.trim()) {
    const message = `The picture \`${node.url.slice(0, 80)}\` has no description.`;
    const hint = 'Describe it between the square brackets: `![A bridge](bridge.jpg)`.';
    report(node, { code: 'missing-alt', message, hint });
  }
}

/** A picture that stands by itself has a caption and a credit, as the story's own picture has. */
function checkPictureWords(image: Nodes & { type: 'image' }, report: Report): void {
  const { caption, credit } = parsePictureTitle(image.title ?? '');
  if (!isLocalImage(image.url) || (caption !== '' && credit !== '')) return;
  const missing = [caption === '' ? 'caption' : '', credit === '' ? 'credit' : ''].filter(Boolean).join(' and no ');
  const message = `The picture \`${image.url.slice(0, 80)}\` has no ${missing}.`;
  const hint = 'Write both after the file name: `![A bridge](bridge.jpg "The bridge after the flood | Ana Pop")`.';
  report(image, { code: 'missing-credit', message, hint });
}

function checkTable(node: Nodes & { type: 'table' }, report: Report): void {
  const width = Math.max(...node.children.map((row) => row.children.length));
  const cells = width * node.children.length;
  if (cells <= limits.tableCells) return;
  const message = `The table has ${cells} cells; the limit is ${limits.tableCells}.`;
  report(node, { code: 'too-many-cells', message, hint: 'Show the rows that matter and link to the rest.' });
}

/** Reports a finding some lines below the start of a node. */
function reportFinding({ position }: Nodes, { lines, before = 0, ...input }: Finding, report: Report): void {
  const { line = 1, column = 1 } = position?.start ?? {};
  const start = { line: line + lines, column: (lines > 0 ? 1 : column) + before };
  report({ position: { start, end: start } }, input);
}

/** A direction override can be written as an entity: `&#x202e;`. */
function checkEntities(node: Nodes & { type: 'text' }, body: string, report: Report): void {
  const overrides = /[\u202d\u202e]/u;
  if (!overrides.test(node.value) || overrides.test(body)) return;
  const message = 'The text reverses the direction of words with `&#x202d;` or `&#x202e;`.';
  report(node, { code: 'forbidden-character', message, hint: 'Delete it: readers would see the words backwards.' });
}

/** References that Markdown leaves as text because nothing defines them. */
function checkReferences({ position }: Nodes & { type: 'text' }, body: string, report: Report): void {
  if (!position) return;
  const source = body.slice(position.start.offset, position.end.offset);
  for (const match of source.matchAll(/(?<!\\)\[\^[^\]\s]{1,60}\]|(?<!\\)\[[^[\]]{1,200}\]\[[^[\]]{0,60}\]/gu)) {
    const found = match[0];
    const before = source.slice(0, match.index).split('\n');
    const line = position.start.line + before.length - 1;
    const column = (before.length > 1 ? 1 : position.start.column) + (before.at(-1)?.length ?? 0);
    const hint = found.startsWith('[^')
      ? `Add the footnote at the end: \`${found}: its text\`, or write \`\\[\` for a bracket.`
      : 'Add its address at the end: `[name]: https://…`, or write `\\[` for a bracket.';
    const message = `\`${found}\` refers to something that is not defined.`;
    report({ position: { ...position, start: { line, column } } }, { code: 'undefined-reference', message, hint });
  }
}
