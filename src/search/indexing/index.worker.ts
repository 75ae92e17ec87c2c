import process from 'node:process';
import { workerData } from 'node:worker_threads';
import { writeChecked } from '../../disk/checked-file.ts';
import { bundleFiles, writeFilesInto } from '../../disk/file-bundle.ts';
import { answerTasks } from '../../disk/worker-pool.ts';
import { indexPart } from './index-part.ts';
import { Lexicon } from './lexicon.ts';
import type { IndexedStory } from './read-stories.ts';
import { keepLexicon, recallLexicon } from './stored-lexicon.ts';

/** One part of the index to be built. */
export interface IndexTask {
  /** Newest first. */
  readonly stories: readonly IndexedStory[];
  /** The file of the cache that keeps the part. */
  readonly cacheFile: string;
  /** The part's folder in the site. */
  readonly outDir: string;
  /** The file of the cache that keeps the part's tokens. Only the newest part has one: it changes most often. */
  readonly lexiconFile?: string | undefined;
}

// Parts are built side by side, one on each core: within a part, threads of Pagefind's own would only get into each
// other's way.
process.env['RAYON_NUM_THREADS'] = '1';

const lexicon = new Lexicon();
// A worker that is prepared for changed stories is told where their tokens are kept.
if (typeof workerData === 'string') await recallLexicon(workerData, lexicon);

answerTasks(async ({ stories, cacheFile, outDir, lexiconFile }: IndexTask) => {
  const files = await indexPart(stories, lexicon);
  await writeChecked(cacheFile, bundleFiles(files));
  writeFilesInto(outDir, files);
  if (lexiconFile !== undefined) await keepLexicon(lexiconFile, lexicon);
});
