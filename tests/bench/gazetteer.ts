import path from 'node:path';
import process from 'node:process';
import { once } from '../../src/core/memo.ts';
import { findCommand } from '../../src/desk/commands.ts';
import { stagePackage } from '../support/pack-program.ts';
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

/** Makes the package of the program, which is what newsrooms run. It finds its dependencies in those of this repository. */
const getProgram = once(async () => {
  const folder = path.resolve('node_modules/.cache/bench-program');
  await stagePackage(folder);
  return path.join(folder, 'src/desk/main.js');
});

/**
 * The cache of a run is in its own folder. The first build finds neither that nor Node's cache of compiled code. It has its
 * stories from another content folder: those of the following builds are unknown to it. A large archive is built once, so
 * there the first build is that of the demo newsroom.
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
      const program = await getProgram();
      const toCommand = (from: string, to: string, ...options: readonly string[]): Command => ({
        file: process.execPath,
        args: ['--max-semi-space-size=64', program, 'build', ...options],
        cwd: process.cwd(),
        env: {
          CONTENT_DIR: from,
          OUT_DIR: to,
          CACHE_DIR: path.join(folder, 'cache'),
          NODE_COMPILE_CACHE: path.join(folder, 'code'),
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
