import type { Element, Root } from 'hast';
import { changeTree, listParagraphs } from '../core/html-tree.ts';
import type { KeyPoint } from '../news/article.ts';
import { findSource, splitMarks } from '../news/source-marks.ts';

/** A key point, with a link to the paragraph that supports it and with the marks of its sources. */
export interface KeyPointView {
  readonly text: string;
  /** `#k-1`. Undefined if no paragraph supports it. */
  readonly href?: string | undefined;
  /** Numbers of sources in the list, counted from 1. */
  readonly sources: readonly number[];
}

/** A text whose paragraphs can be linked to. */
export interface PointedText {
  readonly points: readonly KeyPointView[];
  /** The text. Paragraphs that a key point links to have ids. */
  readonly tree: Root;
}

/** Builds the key points of a story without links to its text. */
export function buildKeyPoints(
  points: readonly KeyPoint[],
  sources: readonly { readonly id?: string | undefined }[],
): readonly KeyPointView[] {
  return points.map((point) => {
    const { text, marks } = splitMarks(point.text);
    const numbers = new Set(marks.map((mark) => findSource(sources, mark) + 1));
    return { text, sources: [...numbers].filter((number) => number > 0) };
  });
}

/**
 * Links key points to the paragraphs that support them.
 *
 * @param support for each point the number of its paragraph, or -1, as `findSupport` returns them
 * @param tree a text as the Markdown chain makes it
 */
export function linkKeyPoints(points: readonly KeyPointView[], support: readonly number[], tree: Root): PointedText {
  if (!support.some((paragraph) => paragraph >= 0)) return { points, tree };
  const paragraphs = listParagraphs(tree);
  const ids = new Map<Element, string>();
  const views = points.map((point, index): KeyPointView => {
    const paragraph = paragraphs[support[index] ?? -1];
    if (!paragraph) return point;
    const id = ids.get(paragraph) ?? `k-${ids.size + 1}`;
    ids.set(paragraph, id);
    return { ...point, href: `#${id}` };
  });
  const marked = changeTree(tree, (copy, original) => {
    const id = original.type === 'element' ? ids.get(original) : undefined;
    return id === undefined || copy.type !== 'element' ? copy : { ...copy, properties: { ...copy.properties, id } };
  });
  return { points: views, tree: marked };
}
