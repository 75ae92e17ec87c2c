/** Bytes of a file, both ends included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** What says which state of a file a reader has. */
export interface FileVersion {
  readonly etag: string;
  readonly modifiedMs: number;
}

/** Headers of a request that ask whether a file has changed. */
export interface Conditions {
  readonly 'if-none-match'?: string | undefined;
  readonly 'if-modified-since'?: string | undefined;
}

/** What no part of a path may be: empty, hidden, a step up, or with signs that file systems understand in their own way. */
const badPart = /^$|^\.(?!well-known$)|[\0/\\:]/u;

/**
 * Splits the path of an address into the names of folders and a file; a folder's own path ends with an empty one. Undefined for what can be no file of a site.
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
    // A `%` without two digits, or bytes that are no UTF-8.
    return undefined;
  }
}

/**
 * Parses the single byte range of a request. Undefined if it wants the whole file, also if the range is not valid or there
 * are several; `none` where the file has no such bytes.
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

/** Says whether the reader has this version already; names of versions count before times. */
export function isFresh(conditions: Conditions, { etag, modifiedMs }: FileVersion): boolean {
  const { 'if-none-match': names, 'if-modified-since': since } = conditions;
  if (names !== undefined) {
    return names.split(',').some((name) => ['*', etag].includes(name.trim().replace(/^W\//u, '')));
  }
  // Times in headers have whole seconds.
  return since !== undefined && Math.floor(modifiedMs / 1000) * 1000 <= Date.parse(since);
}
