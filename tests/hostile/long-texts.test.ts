import { execFile } from 'node:child_process';
import process from 'node:process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

/** Milliseconds after which a text counts as hanging. All together take some seconds. */
const hangMs = 120_000;

describe('long texts, each against a regular expression or a parser', () => {
  it('are all read, checked and rendered without one that hangs', { timeout: hangMs + 10_000 }, async () => {
    const run = promisify(execFile)(process.execPath, ['tests/support/long-texts.ts'], { timeout: hangMs });
    const { stdout } = await run.catch((error: { stdout: string }) => {
      throw new Error(`The text after these hangs:\n${error.stdout}`);
    });
    expect(stdout.trim().split('\n')).toHaveLength(52);
    expect(stdout).toMatch(/refused[\s\S]*rendered/u);
  });
});
