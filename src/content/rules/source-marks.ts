import type { Root } from 'mdast';
import { toIssue, type Issue, type IssueInput } from '../../core/issue.ts';
import { getNearest } from '../../core/spelling.ts';
import type { KeyPoint, Source } from '../../news/article.ts';
import { findSource, splitMarks } from '../../news/source-marks.ts';
import type { MarkdownFile } from '../text/front-matter.ts';
import { listNodesOf } from './markdown-nodes.ts';

/** The parts of a story that have source marks besides its text, and the sources that they name. */
interface MarkedStory {
  readonly sources: readonly Pick<Source, 'id' | 'title'>[];
  readonly keyPoints: readonly KeyPoint[];
}

/** A mark, with its place in the file. */
type PlacedMark = { readonly mark: string } & Pick<IssueInput, 'line' | 'column' | 'field'>;

/**
 * Checks that the source marks of a story name its sources. A source that no mark names is a warning, once a story has
 * any marks.
 */
export function checkSourceMarks(
  tree: Root,
  { file, bodyLine }: Pick<MarkdownFile, 'file' | 'bodyLine'>,
  { sources, keyPoints }: MarkedStory,
): readonly Issue[] {
  const marks = [...listPointMarks(keyPoints), ...listTextMarks(tree, bodyLine)];
  if (marks.length === 0) return [];
  const used = new Set(marks.map(({ mark }) => findSource(sources, mark)));
  const unknown = marks.filter(({ mark }) => findSource(sources, mark) < 0);
  const unused = sources.flatMap((source, index) => (used.has(index) ? [] : [explainUnused(source, index, file)]));
  return [
    ...unknown.map((mark) => explainUnknown(mark, sources, file)),
    ...checkPlaces(tree, file, bodyLine),
    ...unused,
  ];
}

function listPointMarks(keyPoints: readonly KeyPoint[]): readonly PlacedMark[] {
  return keyPoints.flatMap(({ text }, index) =>
    splitMarks(text).marks.map((mark) => ({ mark, field: ['keyPoints', index] })),
  );
}

function listTextMarks(tree: Root, bodyLine: number): readonly PlacedMark[] {
  return listNodesOf(tree, 'sourceMark').map(({ value, position }) => {
    const { line = 1, column = 1 } = position?.start ?? {};
    return { mark: value, line: line + bodyLine - 1, column };
  });
}

function explainUnknown({ mark, ...place }: PlacedMark, sources: MarkedStory['sources'], file: string): Issue {
  const message = `\`[@${mark}]\` names a source that the story does not have.`;
  return toIssue({ code: 'unknown-source', message, hint: suggestSource(mark, sources), file, ...place });
}

function suggestSource(mark: string, sources: MarkedStory['sources']): string {
  const ids = sources.flatMap(({ id }) => id ?? []);
  const nearest = getNearest(mark, ids);
  if (nearest !== undefined) return `Did you mean \`[@${nearest}]\`?`;
  if (sources.length === 0) return 'List it under `sources`, or write `\\[@` if it is not a source mark.';
  const known = ids.length > 0 ? ids.map((id) => `\`[@${id}]\``).join(', ') : `\`[@1]\` to \`[@${sources.length}]\``;
  return `Write one of ${known}, or \`\\[@\` if it is not a source mark.`;
}

function explainUnused({ id, title }: Pick<Source, 'id' | 'title'>, index: number, file: string): Issue {
  const message = `No mark names the source “${title}”.`;
  const hint = `Write \`[@${id ?? index + 1}]\` after what it supports, or delete it.`;
  return toIssue({ code: 'unused-source', message, hint, file, field: ['sources', index] });
}

/** A link within a link works in no browser. */
function checkPlaces(tree: Root, file: string, bodyLine: number): readonly Issue[] {
  const links = [...listNodesOf(tree, 'link'), ...listNodesOf(tree, 'linkReference')];
  return links.flatMap((link) =>
    listTextMarks({ type: 'root', children: [link] }, bodyLine).map(({ mark, ...place }) => {
      const message = `The source mark \`[@${mark}]\` is within the words of a link.`;
      const hint = 'Put it after the link.';
      return toIssue({ code: 'misplaced-mark', message, hint, file, ...place });
    }),
  );
}
