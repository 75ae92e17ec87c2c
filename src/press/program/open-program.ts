import { randomUUID } from 'node:crypto';
import { once as onceEvent } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { ownFace } from '../../core/face.ts';
import { BuildRefusal, hasCode } from '../../core/failure.ts';
import type { Settings } from '../../core/settings.ts';
import { getProgramDir } from '../../disk/cache-dir.ts';
import { getAgeMs, touch } from '../../disk/clock.ts';
import { isSealed, sealEnd, sealFolder } from '../../disk/sealed-folder.ts';
import { programDir } from '../../disk/program-dir.ts';
import { readCompiledFingerprint, readPlacedFingerprint } from '../plan/fingerprint.ts';
import { waitForLock } from '../output/lock.ts';
import type { CompileTask } from './compile.worker.ts';
import { placeFace } from './place-face.ts';
import { placeProgram } from './place-program.ts';

/** The compiled program, which a build opens when it has pages to render. */
export interface Program {
  /** Returns the absolute path of its folder. Compiles the program first if no earlier build has. */
  open(): Promise<string>;
  /** Stops compiling. */
  stop(): Promise<void>;
}

/**
 * Starts to compile the program in a thread of its own, unless the cache has it. Compiling takes as long as rendering a
 * thousand pages and needs no content, so it happens while the newsroom is read.
 */
export function startProgram(settings: Settings): Program {
  const stopping = new AbortController();
  const start = async (): Promise<string> => {
    const folder = path.join(getProgramDir(settings.site), readPlacedFingerprint(settings.site));
    if (!existsSync(`${folder}${sealEnd}`)) await compile(settings, folder, stopping.signal);
    return folder;
  };
  const compiling = start();
  // Whoever opens the program is told.
  compiling.catch(() => undefined);
  return {
    open: async () => {
      const folder = await compiling;
      if (!(await isSealed(folder))) await compile(settings, folder, stopping.signal);
      removeUnused(folder);
      return folder;
    },
    stop: async () => {
      stopping.abort();
      await compiling.catch(() => undefined);
    },
  };
}

/** Compiles the program into a folder, unless another build is doing so: then waits for it. */
async function compile(settings: Settings, folder: string, signal: AbortSignal): Promise<void> {
  const lock = await waitForLock(`${folder}.lock`);
  try {
    if (!(await isSealed(folder))) await compileWhole(settings, folder, signal);
  } finally {
    lock.release();
  }
}

/** Puts the compiled program into a folder, completely or not at all. */
async function compileWhole(settings: Settings, folder: string, signal: AbortSignal): Promise<void> {
  const staging = `${folder}.${randomUUID()}`;
  const compiling = `${staging}.compiled`;
  try {
    mkdirSync(path.dirname(folder), { recursive: true });
    const prepared = toPreparedDir(readCompiledFingerprint(settings.site.face));
    if (!existsSync(prepared)) await runCompiler({ settings, folder: compiling }, signal);
    placeProgram(existsSync(prepared) ? prepared : compiling, staging, settings.site);
    if (settings.site.face !== ownFace) await placeFace(staging, settings.site);
    // A damaged one may be there.
    await rm(folder, { recursive: true, force: true });
    await rename(staging, folder);
    await sealFolder(folder);
  } finally {
    await rm(staging, { recursive: true, force: true });
    await rm(compiling, { recursive: true, force: true });
  }
}

/** Returns the folder of a program that was compiled when it was packed. A package brings that of its own sources. */
export function toPreparedDir(fingerprint: string, dir: string = programDir): string {
  return path.join(dir, 'prepared', fingerprint);
}

/** Compiles the program in a thread of its own. */
export async function runCompiler(task: CompileTask, signal: AbortSignal): Promise<void> {
  const worker = new Worker(new URL('./compile.worker.ts', import.meta.url), { workerData: task });
  signal.addEventListener('abort', () => void worker.terminate());
  if (signal.aborted) void worker.terminate();
  const [code] = await onceEvent(worker, 'exit').catch((error: unknown) => {
    throw explainMissingAstro(error) ?? error;
  });
  if (code !== 0) throw new Error('The program could not be compiled.');
}

/**
 * Explains why parts cannot be compiled in a newsroom that has not installed Astro. Undefined for any other error, and
 * in a program that cannot run without Astro.
 *
 * @param dir the folder of the program
 */
export function explainMissingAstro(error: unknown, dir = programDir): BuildRefusal | undefined {
  if (!hasCode(error, 'ERR_MODULE_NOT_FOUND') || !error.message.includes("'astro'")) return undefined;
  const manifest: { readonly peerDependencies?: Readonly<Record<string, string>> } = JSON.parse(
    readFileSync(path.join(dir, 'package.json'), 'utf8'),
  );
  const version = manifest.peerDependencies?.['astro'];
  if (version === undefined) return undefined;
  return new BuildRefusal(
    `Parts of pages in theme/ are compiled by Astro, which is not installed.\nRun \`npm install --save-dev --save-exact astro@${version}\`.`,
  );
}

/** Milliseconds after which a compiled program that no build has opened is deleted. */
const unusedMs = 14 * 86_400_000;

/** Deletes the compiled programs of earlier versions and other settings, unless a build has used them lately. */
function removeUnused(used: string): void {
  touch(used);
  const dir = path.dirname(used);
  for (const name of readdirSync(dir)) {
    const place = path.join(dir, name);
    const entry = statSync(place, { throwIfNoEntry: false });
    const isUsed = name.startsWith(path.basename(used));
    if (!isUsed && entry && getAgeMs(entry.mtimeMs) > unusedMs) rmSync(place, { recursive: true, force: true });
  }
}
