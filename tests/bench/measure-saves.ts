import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { readCpuMs, start, type Command } from './process-tree.ts';
import type { PreparedSite } from './tool.ts';

/** The time from a save to the page, with the processor time that passed until then. */
export interface SaveCost {
  readonly seconds: number;
  readonly cpuSeconds: number;
}

/** How often a story is saved. The first save also loads what the others find loaded, so it is not measured. */
const saves = 4;
/** A pause in which a finished build comes to rest, as while an editor writes. */
const restMs = 1_000;
const pollMs = 2;
/** A page that is not there by then will never be. */
const patienceMs = 60_000;

/** Starts a build that watches, saves a story several times, and measures how long each takes to be in its page. */
export async function measureSaves(
  command: Command,
  { file, text, page }: PreparedSite['addition'],
): Promise<readonly SaveCost[]> {
  const child = start(command);
  const ended = once(child, 'close');
  try {
    await waitForBuild(child.stdout, child.stderr, ended);
    const costs: SaveCost[] = [];
    for (let save = 1; save <= saves; save += 1) {
      await wait(restMs);
      const mark = `Saved for the ${save}th time.`;
      const [startedMs, cpuMs] = [performance.now(), readCpuMs(child.pid ?? 0)];
      await writeFile(file, `${text}\n${mark}\n`);
      await waitForText(page, mark);
      const seconds = (performance.now() - startedMs) / 1000;
      costs.push({ seconds, cpuSeconds: (readCpuMs(child.pid ?? 0) - cpuMs) / 1000 });
    }
    return costs.slice(1);
  } finally {
    // The last build still moves files after the page.
    await wait(restMs);
    child.kill('SIGINT');
    await ended;
  }
}

/** Waits for the closing line of the first build. */
async function waitForBuild(
  stdout: NodeJS.ReadableStream,
  stderr: NodeJS.ReadableStream,
  ended: Promise<unknown>,
): Promise<void> {
  let output = '';
  const built = new Promise<void>((resolve) => {
    const read = (text: Buffer) => {
      output += text.toString();
      if (/^Built .*\n/mu.test(output)) resolve();
    };
    stdout.on('data', read);
    stderr.on('data', read);
  });
  await Promise.race([
    built,
    ended.then(() => {
      throw new Error(`The build that watches has ended:\n${output.slice(-1500)}`);
    }),
  ]);
}

async function waitForText(file: string, text: string): Promise<void> {
  const untilMs = performance.now() + patienceMs;
  while (!(await readFile(file, 'utf8').catch(() => '')).includes(text)) {
    if (performance.now() > untilMs) throw new Error(`${file} does not say “${text}” after ${patienceMs / 1000} s.`);
    await wait(pollMs);
  }
}
