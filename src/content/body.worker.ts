import { parentPort, workerData } from 'node:worker_threads';
import { ContentError, type Issue } from '../core/issue.ts';
import type { Body } from './body-store.ts';
import { createBodies, type BodyOptions } from './body.ts';

/** What became of one text. */
export type BodyResult = { readonly file: string } & ({ readonly body: Body } | { readonly issues: readonly Issue[] });

/** What a worker is started with: the options of `createBodies` that can be sent, and the module that completes them. */
export interface BodyWorkerData {
  /** Address of a module with `getBodyOptions(): BodyOptions`. */
  readonly optionsModule: string;
}

const { optionsModule } = workerData as BodyWorkerData;
const { getBodyOptions } = (await import(optionsModule)) as { getBodyOptions(): BodyOptions };
const bodies = createBodies(getBodyOptions());

parentPort?.on('message', async (files: readonly string[]) => {
  parentPort?.postMessage(await Promise.all(files.map(renderFile)));
});

async function renderFile(file: string): Promise<BodyResult> {
  try {
    return { file, body: await bodies.render(file) };
  } catch (error) {
    if (error instanceof ContentError) return { file, issues: error.issues };
    throw error;
  }
}
