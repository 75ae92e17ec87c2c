import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';
import type { Readable } from 'node:stream';

/** The cost of a command. */
export interface Cost {
  readonly wallMs: number;
  /** User and system time of the command and all processes that it started. */
  readonly cpuMs: number;
  /** The peak of their combined memory, sampled. */
  readonly peakBytes: number;
  readonly output: string;
}

/** A command with its working folder and environment. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

const sampleMs = 100;
/** Reading proportional shares walks all pages of a process, 13 ms per gigabyte. It may take this part of the time. */
const shareReading = 0.04;
const msPerTick = 10;
const pageBytes = 4096;

/**
 * Runs a command and measures its whole process tree. One at a time. Throws with its output when it fails. Linux only
 * (/proc).
 *
 * CPU: when the command has ended, the system adds its time to that of our ended children, together with all
 * descendants that were waited for: the difference is exact, except for those that nobody waited for. Samples of the
 * living tree know these: there each process counts its own time and that of its ended children, which is nobody else's
 * by then. The greater is the answer; as each of the two counts everything once at most, neither is too great.
 *
 * Memory: the sum of proportional set sizes (a page that n processes share counts 1/n in each); resident set sizes
 * would count shared pages in every process. They are read only where the resident sizes, which are cheap and never
 * smaller, allow for a new peak. Pages shared with processes outside of the tree count in part as well: Node's program,
 * 33 MB, with the bench's own Node by half.
 */
export async function measure(command: Command): Promise<Cost> {
  const endedBefore = readProcess('self')?.endedTicks ?? 0;
  const startedMs = performance.now();
  const child = start(command);
  let ticks = 0;
  let peakBytes = 0;
  let nextShareMs = 0;
  let output = '';
  child.stdout.on('data', (text: Buffer) => (output += text.toString()));
  child.stderr.on('data', (text: Buffer) => (output += text.toString()));
  const sample = () => {
    const tree = readTree(child.pid ?? 0);
    ticks = Math.max(
      ticks,
      sum(tree, ({ ownTicks, endedTicks }) => ownTicks + endedTicks),
    );
    const nowMs = performance.now();
    if (nowMs < nextShareMs || sum(tree, ({ residentBytes }) => residentBytes) <= peakBytes) return;
    peakBytes = Math.max(peakBytes, sum(tree, readShareBytes));
    nextShareMs = nowMs + (performance.now() - nowMs) / shareReading;
  };
  const timer = setInterval(sample, sampleMs);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  }).finally(() => clearInterval(timer));
  const wallMs = performance.now() - startedMs;
  if (code !== 0)
    throw new Error(`${command.file} ${command.args.join(' ')} ended with ${code}:\n${output.slice(-1500)}`);
  ticks = Math.max(ticks, (readProcess('self')?.endedTicks ?? 0) - endedBefore);
  return { wallMs, cpuMs: ticks * msPerTick, peakBytes, output };
}

/** Starts a command whose output is read. */
export function start({ file, args, cwd, env }: Command): ChildProcessByStdio<null, Readable, Readable> {
  return spawn(file, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Returns the processor time that a process and all below it have used so far. */
export function readCpuMs(root: number): number {
  return sum(readTree(root), ({ ownTicks, endedTicks }) => ownTicks + endedTicks) * msPerTick;
}

interface ProcessSample {
  readonly pid: string;
  readonly ownTicks: number;
  /** Processor time of finished children that were waited for, and of theirs. */
  readonly endedTicks: number;
  readonly residentBytes: number;
}

/**
 * Returns a process and all below it. Parents are read first, so that a child that ends meanwhile is not counted twice.
 */
function readTree(root: number): readonly ProcessSample[] {
  const tree: ProcessSample[] = [];
  const pids = [String(root)];
  for (const pid of pids) {
    const found = readProcess(pid);
    if (!found) continue;
    tree.push(found);
    pids.push(...readChildren(pid));
  }
  return tree;
}

/**
 * Source: proc_pid_stat(5): fields 14 utime, 15 stime, 16 cutime, 17 cstime, 24 rss, counted behind the closing
 * bracket.
 */
function readProcess(pid: string): ProcessSample | undefined {
  const text = readIfThere(`/proc/${pid}/stat`);
  if (text === '') return undefined;
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const [user = 0, system = 0, endedUser = 0, endedSystem = 0, pages = 0] = [11, 12, 13, 14, 21].map((index) =>
    Number(fields[index]),
  );
  return { pid, ownTicks: user + system, endedTicks: endedUser + endedSystem, residentBytes: pages * pageBytes };
}

/** Source: proc_tid_children(5). */
function readChildren(pid: string): readonly string[] {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    return threads.flatMap((thread) => readIfThere(`/proc/${pid}/task/${thread}/children`).match(/\d+/gu) ?? []);
  } catch {
    return [];
  }
}

function readShareBytes({ pid }: ProcessSample): number {
  return Number(/^Pss: +(\d+) kB$/mu.exec(readIfThere(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) * 1024;
}

/** Reads a file. Empty for a process that has ended since it was listed. */
function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}

function sum<Item>(items: readonly Item[], pick: (item: Item) => number): number {
  return items.reduce((total, item) => total + pick(item), 0);
}
