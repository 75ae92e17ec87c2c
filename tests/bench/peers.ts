import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import type { Archive } from './archive.ts';
import { linkFolder } from './folders.ts';
import { toPagefindCommands } from './pagefind.ts';
import type { Command } from './process-tree.ts';
import type { Tool } from './tool.ts';

const bin = {
  hugo: '/usr/bin/hugo',
  eleventy: path.resolve('node_modules/.cache/bench-tools/node_modules/@11ty/eleventy/cmd.cjs'),
  astro: path.resolve('node_modules/astro/bin/astro.mjs'),
};

/** Hugo as packaged by Debian. */
export const hugo = createPeer({
  id: 'hugo',
  name: 'Hugo + Pagefind',
  storyFolder: 'content',
  findHindrance: () => (existsSync(bin.hugo) ? undefined : 'It is not here: `apt-get install hugo` brings it.'),
  toCommand: (cwd, outDir) => ({ file: bin.hugo, args: ['--quiet', '--destination', outDir], cwd }),
});

/** Eleventy with JavaScript templates. */
export const eleventy = createPeer({
  id: 'eleventy',
  name: 'Eleventy + Pagefind',
  storyFolder: 'stories',
  findHindrance: () =>
    existsSync(bin.eleventy)
      ? undefined
      : 'It is not here: `npm install --prefix node_modules/.cache/bench-tools @11ty/eleventy@3.1.8` brings it.',
  toCommand: (cwd, outDir) => ({
    file: process.execPath,
    // Eleventy takes its output to be relative to the working directory.
    args: [bin.eleventy, '--quiet', `--output=${path.relative(cwd, outDir)}`],
    cwd,
  }),
});

/** Astro as its documentation shows it, in our version. */
export const astro = createPeer({
  id: 'astro',
  name: 'Astro + Pagefind',
  storyFolder: 'src/content/stories',
  findHindrance: ({ parts }) =>
    parts && 'Its content store becomes one string, which fails at 100,000 stories: "Invalid string length".',
  toCommand: (cwd, outDir) => ({
    file: process.execPath,
    args: [bin.astro, 'build', '--outDir', outDir],
    cwd,
    env: { ASTRO_TELEMETRY_DISABLED: '1' },
  }),
});

/** A generator whose search index is made by Pagefind. */
interface Peer extends Pick<Tool, 'id' | 'name' | 'findHindrance'> {
  /** The folder of its stories, relative to that of its templates. */
  readonly storyFolder: string;
  toCommand(folder: string, outDir: string): Command;
}

function createPeer({ id, name, storyFolder, findHindrance, toCommand }: Peer): Tool {
  return {
    id,
    name,
    findHindrance,
    prepare: async (folder: string, { peerDir, addition, parts }: Archive) => {
      await cp(path.resolve('tests/bench', id), folder, { recursive: true });
      await linkFolder(peerDir, path.join(folder, storyFolder));
      const outDir = path.join(folder, 'site');
      return {
        commands: [toCommand(folder, outDir), ...toPagefindCommands(outDir, parts)],
        outDir,
        addition: {
          file: path.join(folder, storyFolder, `${addition.id}.md`),
          text: addition.peerText,
          page: path.join(outDir, addition.id, 'index.html'),
        },
      };
    },
  };
}
