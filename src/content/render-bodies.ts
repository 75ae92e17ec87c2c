import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Issue } from '../core/issue.ts';
import type { BodyStore, StoredBody } from './body-store.ts';
import type { BodyResult, BodyWorkerData } from './body.worker.ts';
import { createBodies, type Bodies, type BodyOptions } from './body.ts';

/** A text file and the fingerprint of its text. */
export interface TextRef {
  readonly file: string;
  readonly textHash: string;
}

/** What rendering needs besides the texts. */
export interface RenderOptions {
  readonly store: BodyStore;
  readonly body: BodyOptions;
  /** Address of the module from which workers get the same options. */
  readonly optionsModule: string;
  /** Changes with everything but the text that decides what a text is rendered to. */
  readonly chain: string;
  /** Called with the number of texts that are done and the number of all that have to be rendered. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** What became of all texts. */
export interface RenderResult {
  readonly issues: readonly Issue[];
  /** How many texts were not in the store. */
  readonly renderedCount: number;
}

/** Texts for one message to a worker. */
const batchSize = 32;

/** Below so many texts, starting workers takes longer than rendering. */
const workersFrom = 200;

/** Renders every text that the store does not have yet, on all cores, and notes in the store which text each file has. */
export async function renderBodies(texts: readonly TextRef[], options: RenderOptions): Promise<RenderResult> {
  const { store, chain, onProgress } = options;
  const keys = new Map(texts.map(({ file, textHash }) => [file, toKey(chain, file, textHash)]));
  const missing = texts.map(({ file }) => file).filter((file) => !store.has(keys.get(file) ?? ''));
  const issues: Issue[] = [];
  let done = 0;

  const take = (results: readonly BodyResult[]) => {
    const bodies = results.flatMap((result): StoredBody[] =>
      'body' in result ? [{ ...result.body, key: keys.get(result.file) ?? '' }] : [],
    );
    store.add(bodies);
    issues.push(...results.flatMap((result) => ('issues' in result ? result.issues : [])));
    done += results.length;
    onProgress?.(done, missing.length);
  };
  if (missing.length < workersFrom) take(await renderHere(createBodies(options.body), missing));
  else await renderInWorkers(missing, options.optionsModule, take);
  store.setCurrent(keys);
  return { issues, renderedCount: missing.length };
}

/** A picture in a text is published under the folder of the text, so the folder decides too. */
function toKey(chain: string, file: string, textHash: string): string {
  const folder = file.slice(0, file.lastIndexOf('/'));
  return createHash('sha256').update(`${chain}\n${folder}\n${textHash}`).digest('base64url');
}

async function renderHere(bodies: Bodies, files: readonly string[]): Promise<readonly BodyResult[]> {
  const results: BodyResult[] = [];
  for (const file of files) {
    results.push(
      await bodies.render(file).then(
        (body) => ({ file, body }),
        (error: { issues?: readonly Issue[] }) => {
          if (!error.issues) throw error;
          return { file, issues: error.issues };
        },
      ),
    );
  }
  return results;
}

async function renderInWorkers(
  files: readonly string[],
  optionsModule: string,
  take: (results: readonly BodyResult[]) => void,
): Promise<void> {
  let next = 0;
  const run = async () => {
    const workerData: BodyWorkerData = { optionsModule };
    const worker = new Worker(new URL('./body.worker.ts', import.meta.url), { workerData });
    try {
      while (next < files.length) {
        const batch = files.slice(next, next + batchSize);
        next += batchSize;
        take(await ask<readonly string[], readonly BodyResult[]>(worker, batch));
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, run));
}

function ask<Question, Answer>(worker: Worker, question: Question): Promise<Answer> {
  return new Promise((resolve, reject) => {
    worker.once('message', (answer: Answer) => {
      worker.off('error', reject);
      resolve(answer);
    });
    worker.once('error', reject);
    worker.postMessage(question);
  });
}
