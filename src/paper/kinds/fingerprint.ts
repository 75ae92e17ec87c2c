import { hash } from 'node:crypto';

/** Returns a short text that is the same for equal data. */
export function toFingerprint(data: unknown): string {
  return toTextFingerprint(JSON.stringify(data) ?? '');
}

/** Returns a short text that is the same for equal texts. */
export function toTextFingerprint(text: string): string {
  return hash('sha1', text, 'base64url');
}

const known = new WeakMap<object, string>();

/** Returns the fingerprint of an object that is part of many pages, computed once. The object must not change. */
export function toSharedFingerprint(part: object): string {
  const fingerprint = known.get(part) ?? toFingerprint(part);
  known.set(part, fingerprint);
  return fingerprint;
}
