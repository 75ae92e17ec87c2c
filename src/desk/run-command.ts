import process from 'node:process';
import { BuildRefusal, explainFailure } from '../core/failure.ts';

/**
 * Runs a command. If it fails for a reason that people can fix, explains it in a few lines and sets the exit code.
 * Failing imports inside it are handled the same way.
 *
 * @param outcome what the failure means for the site; empty for commands that do not change it
 */
export async function runCommand(command: () => Promise<void>, outcome: string): Promise<void> {
  try {
    await command();
  } catch (error) {
    const explained = explainFailure(error);
    if (explained === undefined) throw error;
    process.exitCode = 1;
    process.stderr.write(`${explained}\n`);
    if (!(error instanceof BuildRefusal)) process.stderr.write(outcome);
  }
}
