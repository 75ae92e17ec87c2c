import path from 'node:path';
import process from 'node:process';
import { findCommand } from '../../src/desk/commands.ts';
import { linkFolder } from './folders.ts';
import type { Command } from './process-tree.ts';
import type { Tool } from './tool.ts';

/** Our own build, with everything that it checks and writes, but without cards, which no peer draws. */
export const gazetteer = createGazetteer({ id: 'gazetteer', name: 'Gazetteer', cards: 'off' });

/** Our own build as it is by default. */
export const gazetteerWithCards = createGazetteer({ id: 'cards', name: 'Gazetteer with cards', cards: 'on' });

interface OwnBuild extends Pick<Tool, 'id' | 'name'> {
  readonly cards: 'on' | 'off';
}

/**
 * The cache of a run is in its own folder. The first build compiles the program into it, for stories in another content
 * folder: those of the following builds are unknown to it. A large archive is built once, so there the first build is
 * that of the demo newsroom.
 */
function createGazetteer({ id, name, cards }: OwnBuild): Tool {
  return {
    id,
    name,
    findHindrance: () => undefined,
    prepare: async (folder, { contentDir, addition, parts }) => {
      const [ownDir, firstDir] = [path.join(folder, 'content'), path.join(folder, 'first-content')];
      await linkFolder(contentDir, ownDir);
      await linkFolder(parts ? 'content' : contentDir, firstDir);
      const outDir = path.join(folder, 'site');
      const toCommand = (from: string, to: string, ...options: readonly string[]): Command => ({
        file: process.execPath,
        args: ['--max-semi-space-size=64', 'src/desk/main.ts', 'build', ...options],
        cwd: process.cwd(),
        env: {
          CONTENT_DIR: from,
          OUT_DIR: to,
          CACHE_DIR: path.join(folder, 'cache'),
          SITE_URL: 'https://bench.example/',
          SOCIAL_CARDS: cards,
          NODE_ENV: 'production',
        },
      });
      return {
        commands: [toCommand(ownDir, outDir)],
        outDir,
        addition: {
          file: path.join(ownDir, 'articles', `${addition.id}.md`),
          text: addition.text,
          page: path.join(outDir, addition.id, 'index.html'),
        },
        firstBuild: { command: toCommand(firstDir, path.join(folder, 'first-site')), isMeasured: !parts },
        ...(hasWatch() ? { watch: toCommand(ownDir, outDir, '--watch') } : {}),
      };
    },
  };
}

function hasWatch(): boolean {
  return Object.hasOwn(findCommand('build')?.options ?? {}, 'watch');
}
