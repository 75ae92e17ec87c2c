import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hasCode } from '../core/failure.ts';

/**
 * Writes a file, and creates missing folders above it. They nearly always exist, so trying first saves a call per file.
 */
export function writeWithFolders(file: string, content: string | Uint8Array): void {
  try {
    writeFileSync(file, content);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}
