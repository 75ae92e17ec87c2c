import { execFile } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { testEpochSeconds } from './sites.ts';

/** The output and exit code of a command of the desk. */
export interface DeskResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Milliseconds after which a command counts as hanging. */
const timeoutMs = 60_000;

/**
 * Runs a command of the desk as an editor does, without a terminal, at the instant of the tests' builds.
 *
 * @param program the folder of another program than this one
 */
export function runDesk(args: readonly string[], contentDir: string, cwd = '.', program = '.'): Promise<DeskResult> {
  const env = {
    ...process.env,
    CONTENT_DIR: path.resolve(contentDir),
    SOURCE_DATE_EPOCH: String(testEpochSeconds),
    NO_COLOR: '1',
  };
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [path.resolve(program, 'src/desk/main.ts'), ...args],
      { cwd, env, timeout: timeoutMs },
      (error, stdout, stderr) => {
        // A command that was killed has no exit code.
        const exitCode = error ? Number(child.exitCode ?? NaN) : 0;
        resolve({ exitCode, stdout, stderr });
      },
    );
    child.stdin?.end();
  });
}
