/** Something that a build cannot do and people can cure; printed without a stack trace. */
export class BuildRefusal extends Error {
  override readonly name = 'BuildRefusal';
}

/** Tells whether an error has one of these codes: the operating system's, such as `ENOENT`, or Node's. */
export function hasCode(error: unknown, ...codes: readonly string[]): error is Error {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

/** Operating system errors in words, each with a cure. */
const causes: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full. Make room, then build again.',
  EDQUOT: 'The disk quota is used up. Make room, then build again.',
  EFBIG: 'A file would be larger than this machine allows (`ulimit -f`).',
  EIO: 'The disk does not take what is written: it may be full or broken.',
  EROFS: 'The disk is read-only.',
  EACCES: 'This user may not read or write there: see the permissions of the file or folder.',
  EPERM: 'This user may not read or write there: see the permissions of the file or folder.',
  EEXIST: 'A file stands where a folder is needed.',
  ENOTDIR: 'A part of that path is a file, not a folder.',
  EMFILE: 'Too many files are open: raise `ulimit -n`.',
  ENFILE: 'Too many files are open on this machine.',
  ERR_INDEX_ENDED: 'Pagefind stopped before its work was done: the disk may be full, or memory short.',
  ERR_MODULE_NOT_FOUND: 'A package is missing. Run `npm ci`, with optional packages.',
  MODULE_NOT_FOUND: 'A package is missing. Run `npm ci`, with optional packages.',
};

/** SQLite has codes of its own (https://sqlite.org/rescode.html): in the low byte what went wrong. */
const sqliteCauses: Readonly<Record<number, string>> = {
  8: 'EACCES',
  10: 'EIO',
  13: 'ENOSPC',
  14: 'EACCES',
};

/**
 * Says in words why a command failed, if it is something that people can cure: a full disk, a folder that cannot be written to,
 * a missing package. Undefined for mistakes of the program, whose stack trace is wanted.
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

/** An error with all that lies behind it: Astro and others wrap what they have met. */
export function listCauses(error: unknown): readonly Failure[] {
  if (!(error instanceof Error)) return [];
  const { cause, errors }: Failure = error;
  return [error, ...[cause, ...(Array.isArray(errors) ? errors : [])].flatMap(listCauses)];
}

function toCode({ code, errcode, message, syscall }: Failure): string {
  if (code === 'ERR_SQLITE_ERROR') return sqliteCauses[Number(errcode) & 0xff] ?? '';
  // So Node says that it cannot make the folders above one, whatever the system said.
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

/** The line of a message that says what the system said. */
function toLine(message: string): string {
  const lines = message.split('\n');
  return (lines.find((line) => osError.test(line)) ?? lines[0] ?? '').trim();
}
