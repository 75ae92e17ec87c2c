import type { Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import { listElements } from '../../core/html-tree.ts';
import { listNodes } from '../rules/markdown-nodes.ts';
import type { Position } from '../yaml/yaml.ts';

/** A link from a text into the site, with its position in the file. */
export interface TextLink extends Position {
  /** As written: a site path, a heading (`#…`), or both. */
  readonly url: string;
}

/** The outline of a text: its links, and the anchors that others can link to. */
export interface TextOutline {
  readonly links: readonly TextLink[];
  /** Ids of its headings and notes. */
  readonly anchors: readonly string[];
}

/**
 * Collects the links of a text that lead to pages of the site or to its own headings.
 *
 * @param bodyLine 1-based line of the file on which the text starts
 */
export function collectLinks(tree: Root, bodyLine: number): readonly TextLink[] {
  return listNodes(tree).flatMap((node) => {
    if ((node.type !== 'link' && node.type !== 'definition') || !/^[/#]/u.test(node.url)) return [];
    const { line = 1, column = 1 } = node.position?.start ?? {};
    return [{ url: node.url, line: line + bodyLine - 1, column }];
  });
}

/** Collects the anchors of a text: the ids of its headings and notes. */
export function collectAnchors(tree: HtmlRoot): readonly string[] {
  return listElements(tree.children).flatMap(({ properties: { id } }) => (typeof id === 'string' ? [id] : []));
}
