import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { describeMissingNode, findPinnedNode, findProgram, isNewEnough } from './find-node.mjs';
import { checkProgramFolder } from './program-folder.mjs';

/**
 * Runs one of our scripts or the command of a package under the pinned Node, and exits the way it does. Options before
 * the name are Node's. Everything starts here, under whatever Node the machine has, so it is plain JavaScript for Node
 * 18 and newer.
 *
 * @param {readonly string[]} args
 * @example startProgram(['--max-semi-space-size=64', 'src/desk/main.ts', 'build'])
 */
export function startProgram(args) {
  const unusable = checkProgramFolder();
  if (unusable !== undefined) return fail(unusable);
  const at = args.findIndex((arg) => !arg.startsWith('-'));
  const program = findProgram(args[at]);
  if (program === undefined) return fail(`The package \`${args[at]}\` is not installed: run \`npm ci\`.`);
  // Astro asks for it before it reads its configuration.
  process.env.ASTRO_TELEMETRY_DISABLED ??= '1';
  // A short command spends half of its time on reading and compiling the program. Worker threads find the cache here too.
  process.env.NODE_COMPILE_CACHE ??= path.join(tmpdir(), 'node-compile-cache');
  const all = [...args.slice(0, at), program, ...args.slice(at + 1)];
  const pinned = findPinnedNode();
  return run(pinned, all, () => {
    if (!isNewEnough({ typescript: process.features.typescript, temporal: globalThis.Temporal }))
      return fail(describeMissingNode());
    return run(process.execPath, all, fail);
  });
}

/**
 * The exit code of Linux for a program that lacks one of its libraries, whose name it has printed. Node itself has no
 * such code.
 */
const missingLibrary = 127;

/** Runs a Node in place of this one. Calls `otherwise` if there is none or the system cannot start it. */
function run(node, args, otherwise) {
  if (node === undefined) return otherwise();
  // Programs that start `node` by name get the same one.
  process.env.PATH = [path.dirname(node), process.env.PATH].filter(Boolean).join(path.delimiter);
  const child = spawn(node, args, { stdio: 'inherit' });
  const stopForwarding = forwardSignals(child);
  child.once('error', (error) => {
    stopForwarding();
    otherwise(`${node} cannot be started: ${error.message}.`);
  });
  child.once('exit', (code, signal) => {
    stopForwarding();
    if (code === missingLibrary) return otherwise(`${node} cannot be started.`);
    if (signal) process.kill(process.pid, signal);
    else process.exitCode = code;
  });
}

/** Passes signals on to a child, except Ctrl+C, which the terminal sends to both. */
function forwardSignals(child) {
  const handlers = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => {
    const handle = () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    process.on(signal, handle);
    return () => process.off(signal, handle);
  });
  return () => handlers.forEach((stop) => stop());
}

function fail(message) {
  process.exitCode = 1;
  process.stderr.write(`${message}\n`);
}
