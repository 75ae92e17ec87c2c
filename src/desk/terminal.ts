import process from 'node:process';
import { createInterface } from 'node:readline/promises';

/** A conversation with whoever sits at the terminal. */
export interface Terminal {
  /** Asks a question and returns the typed text. */
  ask(prompt: string): Promise<string>;
  tell(text: string): void;
}

/** Holds a conversation on the terminal. Returns its result, or undefined if it was stopped with Ctrl+C or Ctrl+D. */
export async function talk<Result>(hold: (terminal: Terminal) => Promise<Result>): Promise<Result | undefined> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const stopped = new Promise<undefined>((resolve) => {
    lines.once('close', () => resolve(undefined));
  });
  // A question that is never answered stays open.
  const never = new Promise<never>(() => {});
  const result = hold({
    ask: (prompt) => lines.question(prompt).catch(() => never),
    tell: (text) => void process.stdout.write(text),
  });
  try {
    return await Promise.race([result, stopped]);
  } finally {
    lines.close();
  }
}

/**
 * Writes a question with its default answer.
 *
 * @example formatQuestion('Time zone', 'Europe/Rome') // 'Time zone [Europe/Rome]: '
 */
export function formatQuestion(label: string, usual = ''): string {
  return usual === '' ? `${label}: ` : `${label} [${usual}]: `;
}
