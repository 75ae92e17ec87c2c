/** A problem that stops a build and that people can fix. It is printed without a stack trace. */
export class BuildRefusal extends Error {
  override readonly name = 'BuildRefusal';
}

/** Returns whether an error has one of these codes: the operating system's, such as `ENOENT`, or Node's. */
export function hasCode(error: unknown, ...codes: readonly string[]): error is Error {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

/** Operating system errors in plain words, each with what to do about it. */
const causes: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full. Free some space, then try again.',
  EDQUOT: 'The disk quota is used up. Free some space, then try again.',
  EFBIG: 'A file would be larger than this machine allows (`ulimit -f`).',
  EIO: 'The disk cannot be written to: it may be full or broken.',
  EROFS: 'The disk is read-only.',
  EACCES: 'This user is not allowed to read or write there. Check the permissions of the file or folder.',
  EPERM: 'This user is not allowed to read or write there. Check the permissions of the file or folder.',
  EEXIST: 'There is a file where a folder is needed.',
  ENOTDIR: 'Part of that path is a file, not a folder.',
  EMFILE: 'Too many files are open: raise `ulimit -n`.',
  ENFILE: 'Too many files are open on this machine.',
  ERR_INDEX_ENDED: 'Pagefind stopped before it had finished: the disk may be full or memory short.',
  ERR_MODULE_NOT_FOUND: 'A package is missing. Run `npm ci`, including optional packages.',
  MODULE_NOT_FOUND: 'A package is missing. Run `npm ci`, including optional packages.',
};

/** SQLite has its own codes (https://sqlite.org/rescode.html). The low byte holds the kind of error. */
const sqliteCauses: Readonly<Record<number, string>> = {
  8: 'EACCES',
  10: 'EIO',
  13: 'ENOSPC',
  14: 'EACCES',
};

/**
 * Explains why a command failed, if people can fix the cause: a full disk, a folder that is not writable, a missing
 * package. Returns undefined for bugs in the program, which should show their stack trace.
 */
export function explainFailure(error: unknown): string | undefined {
  for (const part of listCauses(error)) {
    if (part instanceof BuildRefusal) return part.message;
    const cause = causes[toCode(part)];
    if (cause !== undefined) return `${toLine(part.message)}\n${cause}`;
  }
  return undefined;
}

/** An error as Node, SQLite and others throw it. */
type Failure = Error & Readonly<Partial<Record<'code' | 'errcode' | 'errors' | 'syscall', unknown>>>;

/** Lists an error and all its causes: Astro and others wrap the errors they catch. */
export function listCauses(error: unknown): readonly Failure[] {
  if (!(error instanceof Error)) return [];
  const { cause, errors }: Failure = error;
  return [error, ...[cause, ...(Array.isArray(errors) ? errors : [])].flatMap(listCauses)];
}

function toCode({ code, errcode, message, syscall }: Failure): string {
  if (code === 'ERR_SQLITE_ERROR') return sqliteCauses[Number(errcode) & 0xff] ?? '';
  // Node reports this when it cannot create parent folders, whatever the system's error was.
  if (code === 'ENOENT' && syscall === 'mkdir') return 'EROFS';
  const system = osError.exec(message)?.groups?.['number'];
  return osCodes[system ?? ''] ?? (typeof code === 'string' ? code : '');
}

/** Programs in Rust, such as Vite’s bundler, leave the system's own number in the message. */
const osError = /\(os error (?<number>\d+)\)/u;
const osCodes: Readonly<Record<string, string>> = {
  13: 'EACCES',
  24: 'EMFILE',
  27: 'EFBIG',
  28: 'ENOSPC',
  30: 'EROFS',
  122: 'EDQUOT',
};

/** Returns the line of a message that holds the system's own words. */
function toLine(message: string): string {
  const lines = message.split('\n');
  return (lines.find((line) => osError.test(line)) ?? lines[0] ?? '').trim();
}
