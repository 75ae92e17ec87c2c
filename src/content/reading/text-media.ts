import type { Root } from 'mdast';
import { checkBodyText } from '../rules/body-cost.ts';
import type { MarkdownFile } from '../text/front-matter.ts';
import { limits } from '../text/limits.ts';
import { isLocalFile, isLocalImage, localExtensions, resolveMedia } from '../text/local-file.ts';
import { listNodes } from '../rules/markdown-nodes.ts';
import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { runWithin, TimeLimitError } from './time-limit.ts';
import type { Position } from '../yaml/yaml.ts';

/** A picture that a text shows or a file that it links to, as the text names it, with its position in the body. */
export interface NamedFile extends Position {
  readonly url: string;
  readonly isImage: boolean;
}

/** Collects the pictures and files of the newsroom that a text names, from its tree. */
export function collectNamedFiles(tree: Root): readonly NamedFile[] {
  const nodes = listNodes(tree);
  const referred = new Set(nodes.flatMap((node) => (node.type === 'linkReference' ? [node.identifier] : [])));
  return nodes.flatMap((node) => {
    if (node.type !== 'image' && node.type !== 'link' && node.type !== 'definition') return [];
    const isImage = node.type === 'image';
    const isFollowed = node.type !== 'definition' || referred.has(node.identifier);
    if (!isFollowed || !(isImage ? isLocalImage(node.url) : isLocalFile(node.url))) return [];
    const { line = 1, column = 1 } = node.position?.start ?? {};
    return [{ url: node.url, isImage, line, column }];
  });
}

/** Returns the paths in the content folder of the pictures and files that a tree names, each once, sorted. */
export function listMedia(tree: Root, file: string): readonly string[] {
  return [...new Set(collectNamedFiles(tree).map(({ url }) => resolveMedia(file, url)))].sort();
}

/**
 * Finds the pictures and files that a text names without rendering it. Most texts name none and are not even parsed.
 */
export function readMedia({ file, body }: Pick<MarkdownFile, 'file' | 'body'>): readonly string[] {
  if (!mayNameFile(body)) return [];
  if (checkBodyText({ file, body, bodyLine: 1 }).length > 0) return [];
  try {
    return listMedia(
      runWithin(limits.renderMs, () => parseMarkdown(body)),
      file,
    );
  } catch (error) {
    // Rendering reports it.
    if (error instanceof TimeLimitError) return [];
    throw error;
  }
}

/** Returns whether a text may name a file: it contains an address, and a file extension or a dot written as `&#46;`. */
function mayNameFile(body: string): boolean {
  return /\][(:]/u.test(body) && anyEnding.test(body);
}

const anyEnding = new RegExp(String.raw`\.(?:${localExtensions.map((end) => end.slice(1)).join('|')})|&`, 'iu');
