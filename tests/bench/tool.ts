import type { Archive } from './archive.ts';
import type { Command } from './process-tree.ts';

/** A tool with which a newsroom might build its site. */
export interface Tool {
  /** Its name on the command line; that of a peer is also the name of the folder of its templates. */
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
  /** The story that is added to it: its file, its text in the format that the tool reads, and the file of its page. */
  readonly addition: { readonly file: string; readonly text: string; readonly page: string };
  /** For a tool that compiles itself when it first builds: such a build. */
  readonly firstBuild?: FirstBuild;
  /** A command that builds the site, prints a line that begins with `Built`, and builds again after every save. */
  readonly watch?: Command;
}

/** A build in a fresh clone, which leaves a compiled program to the builds that follow, and nothing else. */
export interface FirstBuild {
  readonly command: Command;
  /** Whether it builds the same stories, so that it is worth measuring. */
  readonly isMeasured: boolean;
}
