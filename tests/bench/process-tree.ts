import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What a command cost. */
export interface Cost {
  readonly wallMs: number;
  /** User and system time of the command and all that it started. */
  readonly cpuMs: number;
  /** The most memory that they held together, sampled. */
  readonly peakBytes: number;
  readonly output: string;
}

/** A command with its surroundings. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

const sampleMs = 100;
const ticksPerSecond = 100;
const pageBytes = 4096;

/** Runs a command and measures its whole process tree. Throws with its output when it fails. Linux only (/proc). */
export async function measure({ file, args, cwd, env = {} }: Command): Promise<Cost> {
  const startedMs = performance.now();
  const child = spawn(file, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const cpuTicks = new Map<number, number>();
  let peakBytes = 0;
  let output = '';
  child.stdout.on('data', (text: Buffer) => (output += text.toString()));
  child.stderr.on('data', (text: Buffer) => (output += text.toString()));
  const sample = () => {
    const tree = readTree(child.pid ?? 0);
    for (const { pid, ticks } of tree) cpuTicks.set(pid, ticks);
    peakBytes = Math.max(
      peakBytes,
      tree.reduce((sum, { bytes }) => sum + bytes, 0),
    );
  };
  const timer = setInterval(sample, sampleMs);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  clearInterval(timer);
  if (code !== 0) throw new Error(`${file} ${args.join(' ')} ended with ${code}:\n${output.slice(-4000)}`);
  const ticks = [...cpuTicks.values()].reduce((sum, value) => sum + value, 0);
  return { wallMs: performance.now() - startedMs, cpuMs: (ticks / ticksPerSecond) * 1000, peakBytes, output };
}

interface ProcessSample {
  readonly pid: number;
  readonly parent: number;
  readonly ticks: number;
  readonly bytes: number;
}

/** Gives a process and all below it. */
function readTree(root: number): readonly ProcessSample[] {
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/u.test(name) ? readProcess(Number(name)) : []));
  const tree = all.filter(({ pid }) => pid === root);
  for (const found of tree) tree.push(...all.filter(({ parent }) => parent === found.pid));
  return tree;
}

/** Source: proc_pid_stat(5): fields 4 ppid, 14 utime, 15 stime, 24 rss, counted behind the command's closing bracket. */
function readProcess(pid: number): readonly ProcessSample[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const [parent = 0, user = 0, system = 0, pages = 0] = [1, 11, 12, 21].map((index) => Number(fields[index]));
    return [{ pid, parent, ticks: user + system, bytes: pages * pageBytes }];
  } catch {
    // It has ended since it was listed.
    return [];
  }
}
