import type { Archive } from './archive.ts';
import type { Command } from './process-tree.ts';

/** A tool with which a newsroom might build its site. */
export interface Tool {
  /** Its name on the command line, which is also the name of the folder of its templates. */
  readonly id: string;
  readonly name: string;
  /** Explains why it cannot be measured with an archive, if so. */
  findHindrance(archive: Archive): string | undefined;
  /** Makes a site from an archive in its own folder. */
  prepare(folder: string, archive: Archive): Promise<PreparedSite>;
}

/** A site that has not been built yet. */
export interface PreparedSite {
  /** The commands that build it, one after the other. */
  readonly commands: readonly Command[];
  readonly outDir: string;
  /** The story that is added to it: its file, and its text in the format that the tool reads. */
  readonly addition: { readonly file: string; readonly text: string };
}

/** The path at which a story is added to a folder of stories. Its month has others. */
export const additionFile = '2025/12/one-more-story.md';
