import type { Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import { unpackTree, type PackedTree } from '../../core/html-tree.ts';
import { memoize } from '../../core/memo.ts';
import { ContentError, hasErrors, toIssue, type Issue } from '../../core/issue.ts';
import type { Addresses } from '../../news/urls.ts';
import { toMediaPath } from '../../news/urls.ts';
import { checkSourceMarks } from '../rules/source-marks.ts';
import { convertInTime } from './convert-text.ts';
import type { MarkdownFile } from '../text/front-matter.ts';
import { isBeside, listBeside, suggestName } from '../text/find-beside.ts';
import { isFileName, isPictureName, resolveMedia } from '../text/local-file.ts';
import { checkOwnAnchors } from '../markdown/own-anchors.ts';
import { createMarkdownChain, type MarkdownWords } from '../markdown/markdown.ts';
import { findSupport } from './key-points.ts';
import { readSoundMarkdown } from './page.ts';
import { collectNamedFiles, listMedia } from './text-media.ts';
import { collectAnchors, collectLinks, type TextOutline } from '../markdown/text-outline.ts';
import { readTextFront, type TextFront } from './text-front.ts';

/** The settings that rendering bodies depends on. */
export interface BodyOptions {
  /** Absolute path of the content folder. */
  readonly contentDir: string;
  readonly addresses: Pick<Addresses, 'href'>;
  readonly words: MarkdownWords;
  /**
   * Returns the words of a story's own language, if there are any: they appear within its text and are read aloud with
   * it.
   */
  findWords?(language: string): MarkdownWords | undefined;
  /** Texts that a build has already rendered. */
  readonly store?: { getText(file: string): StoredText | undefined };
}

/** The facts about a text besides its tree. */
interface TextFacts {
  /** For each key point of its story the number of the paragraph that supports it, or -1, as `findSupport` returns them. */
  readonly support: readonly number[];
}

/** A rendered text as it is stored between builds. */
export interface StoredText extends TextFacts {
  readonly tree: PackedTree;
}

/** A rendered text. */
export interface Body extends TextFacts {
  readonly tree: HtmlRoot;
}

/** The texts of a newsroom. */
export interface Bodies {
  /** Renders the text of one file. Throws a `ContentError` if the rules reject it. */
  render(file: string): Promise<Body>;
  /**
   * Renders the text of a file that has already been read, and returns everything else known about it. Throws likewise.
   *
   * @param front the parts of the front matter that the text depends on, if they are already known
   */
  renderSource(source: MarkdownFile, front?: TextFront): Promise<RenderedText>;
}

/** A rendered text, with everything that checks and builds need to know about it. */
interface RenderedText extends Body, TextOutline {
  /** Paths in the content folder of the pictures it shows and the files it links to. */
  readonly media: readonly string[];
  /** Issues that do not stop publication. */
  readonly warnings: readonly Issue[];
}

/**
 * Opens the texts of a content folder. Texts come from the store that the build has filled. Without a store, as in the
 * authoring server, each is rendered on request.
 */
export function createBodies({ contentDir, addresses, words, findWords, store }: BodyOptions): Bodies {
  const getChain = memoize((language: string) =>
    createMarkdownChain({
      words: findWords?.(language) ?? words,
      toHref: addresses.href,
      toMediaPath: (src, file) => toMediaPath(resolveMedia(file, src)),
    }),
  );

  const renderSource: Bodies['renderSource'] = async (source, front = readTextFront(source)) => {
    const { tree, html, ...converted } = convertInTime(source, {
      parse: getChain(front.lang).parse,
      render: (parsed, file) => getChain(front.lang).render(parsed, file, front.sources),
    });
    const found = tree
      ? [...(await checkNamedFiles(tree, source, contentDir)), ...checkSourceMarks(tree, source, front)]
      : [];
    const read = [...converted.issues, ...found];
    if (!tree || !html || hasErrors(read)) throw new ContentError(read);
    const support = findSupport(front.keyPoints, html, source.file);
    const issues = [...read, ...support.issues];
    const media = listMedia(tree, source.file);
    const links = collectLinks(tree, source.bodyLine);
    const anchors = collectAnchors(html);
    const dead = checkOwnAnchors(links, anchors, source.file);
    if (dead.length > 0 || hasErrors(issues)) throw new ContentError([...issues, ...dead]);
    return { tree: html, support: support.paragraphs, media, links, anchors, warnings: issues };
  };
  const render = async (file: string): Promise<Body> => {
    const { tree, support } = await renderSource(await readSoundMarkdown(contentDir, file));
    return { tree, support };
  };

  return {
    render: async (file) => {
      const stored = store?.getText(file);
      return stored ? { ...stored, tree: unpackTree(stored.tree) } : render(file);
    },
    renderSource,
  };
}

async function checkNamedFiles(tree: Root, { file, bodyLine }: MarkdownFile, contentDir: string): Promise<Issue[]> {
  const checked = await Promise.all(
    collectNamedFiles(tree).map(async ({ url, isImage, line, column }) => {
      const isRefused = !isImage && !file.startsWith('articles/');
      if (isRefused || (await isBeside(contentDir, file, url))) return [];
      const message = `There is no ${isImage ? 'picture' : 'file'} \`${url}\` in the story’s folder.`;
      const isFit = isImage ? isPictureName : isFileName;
      const neighbours = listBeside(contentDir, file).filter(isFit);
      const hint = suggestName(url, neighbours) ?? 'Put the file in that folder.';
      const code = isImage ? 'missing-image' : 'dead-link';
      return [toIssue({ code, message, hint, file, line: line + bodyLine - 1, column })];
    }),
  );
  return checked.flat();
}
