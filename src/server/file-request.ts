/** A range of bytes of a file, both ends included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** The validators of a version of a file. */
export interface FileVersion {
  readonly etag: string;
  readonly modifiedMs: number;
}

/** Headers of a request that ask whether a file has changed. */
export interface Conditions {
  readonly 'if-none-match'?: string | undefined;
  readonly 'if-modified-since'?: string | undefined;
}

/** Matches invalid parts of a path: empty, hidden, `..`, or with characters that file systems treat specially. */
const badPart = /^$|^\.(?!well-known$)|[\0/\\:]/u;

/**
 * Splits the path of an address into the names of folders and a file. A folder's own path ends with an empty name.
 * Undefined if it cannot be a file of a site.
 *
 * @example toParts('/2024/flood%C3%A9/') // ['2024', 'floodé', '']
 * @example toParts('/..%2Fsecret') // undefined
 */
export function toParts(pathname: string): readonly string[] | undefined {
  try {
    const parts = pathname.split('/').slice(1).map(decodeURIComponent);
    const isFine = parts.every((part, index) => !badPart.test(part) || (part === '' && index === parts.length - 1));
    return isFine && parts.length > 0 ? parts : undefined;
  } catch {
    // A `%` without two digits, or bytes that are not UTF-8.
    return undefined;
  }
}

/**
 * Parses the single byte range of a request. Undefined if the whole file is wanted, or if the range is invalid or there
 * are several; `none` if the file has no such bytes.
 *
 * Source: https://www.rfc-editor.org/rfc/rfc9110#section-14
 */
export function parseRange(header: string | undefined, sizeBytes: number): ByteRange | 'none' | undefined {
  const { first = '', last = '' } = /^bytes=(?<first>\d*)-(?<last>\d*)$/iu.exec(header ?? '')?.groups ?? {};
  if (first === '' && last === '') return undefined;
  if (first !== '' && last !== '' && Number(last) < Number(first)) return undefined;
  const start = first === '' ? Math.max(0, sizeBytes - Number(last)) : Number(first);
  const end = first === '' || last === '' ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1);
  return start < sizeBytes && start <= end ? { start, end } : 'none';
}

/** Returns whether the reader already has this version. Entity tags take precedence over times. */
export function isFresh(conditions: Conditions, { etag, modifiedMs }: FileVersion): boolean {
  const { 'if-none-match': names, 'if-modified-since': since } = conditions;
  if (names !== undefined) {
    return names.split(',').some((name) => ['*', etag].includes(name.trim().replace(/^W\//u, '')));
  }
  // Times in headers have whole seconds.
  return since !== undefined && Math.floor(modifiedMs / 1000) * 1000 <= Date.parse(since);
}
