import { readFile, stat } from 'node:fs/promises';
import { toIssue, type Issue } from '../../core/issue.ts';
import { toDiskPath } from './disk-path.ts';

/** A text file without byte order mark and with `\n` line ends. */
export interface TextFile {
  /** Relative to the content folder, with `/`. */
  readonly file: string;
  readonly text: string;
}

/**
 * Reads a UTF-8 text file of the newsroom.
 *
 * @returns the text, or the issue that kept it from being read
 */
export async function readTextFile(contentDir: string, file: string, maxBytes: number): Promise<TextFile | Issue> {
  const fullPath = toDiskPath(contentDir, file);
  try {
    const { size } = await stat(fullPath);
    if (size > maxBytes) {
      return toIssue({
        code: 'file-too-large',
        message: `The file is ${kilobytes(size)}; the limit is ${kilobytes(maxBytes)}.`,
        hint: 'Split it into several, or remove what is not text.',
        file,
        line: 1,
        column: 1,
      });
    }
    return toTextFile(file, await readFile(fullPath));
  } catch (error) {
    return explainUnreadable(file, error);
  }
}

/** Explains why a file or folder cannot be read. */
export function explainUnreadable(file: string, error: unknown): Issue {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = `It cannot be read: ${reasons[code] ?? (error instanceof Error ? error.message : String(error))}.`;
  const isRoot = file === '.';
  const hint = isRoot
    ? 'Set CONTENT_DIR to the content folder of the newsroom, and check its permissions.'
    : 'Check its permissions and the disk.';
  return toIssue({ code: 'unreadable-file', message, hint, file, line: 1, column: 1 });
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'this user has no permission',
  EPERM: 'this user has no permission',
  ENOENT: 'it does not exist',
  ENOTDIR: 'it is a file, not a folder',
  EISDIR: 'it is a folder, not a file',
  EIO: 'the disk reports an error',
};

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000)} kB`;
}

function toTextFile(file: string, bytes: Uint8Array): TextFile | Issue {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { file, text: text.replace(/\r\n?/gu, '\n') };
  } catch {
    const lines = decodeValidStart(bytes).split(/\r\n?|\n/u);
    return toIssue({
      code: 'invalid-utf8',
      message: 'The file is not UTF-8: the bytes here are not a character.',
      hint: 'Save it as UTF-8 (in most editors: “Save with encoding”).',
      file,
      line: lines.length,
      column: (lines.at(-1)?.length ?? 0) + 1,
    });
  }
}

/** Decodes the bytes before the first invalid character, found by bisection. */
function decodeValidStart(bytes: Uint8Array): string {
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (isValidStart(bytes.subarray(0, middle))) valid = middle;
    else invalid = middle;
  }
  return new TextDecoder().decode(bytes.subarray(0, valid), { stream: true });
}

/** A character cut off at the end is not an error yet. */
function isValidStart(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Tells an issue from a value that was read successfully. */
export function isIssue(value: object): value is Issue {
  return 'code' in value && 'severity' in value;
}
