import type { Archive } from './archive.ts';
import type { Command } from './process-tree.ts';

/** A tool with which a newsroom might build its site. */
export interface Tool {
  /** As the command line takes it; the name of the folder of its templates. */
  readonly id: string;
  readonly name: string;
  /** Says why it is not measured with an archive, if so. */
  findHindrance(archive: Archive): string | undefined;
  /** Makes a site from an archive in a folder of its own. */
  prepare(folder: string, archive: Archive): Promise<PreparedSite>;
}

/** A site that has not been built yet. */
export interface PreparedSite {
  /** What builds it, one after the other. */
  readonly commands: readonly Command[];
  readonly outDir: string;
  /** The story that is added to it: its file, and its text in the form that the tool reads. */
  readonly addition: { readonly file: string; readonly text: string };
}

/** Where a story is added in a folder of stories; its month has others. */
export const additionFile = '2025/12/one-more-story.md';
