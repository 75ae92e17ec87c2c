import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import { hasCode } from '../core/failure.ts';
import { readEntry } from './entry.ts';

/** The layout of a database. */
export interface Layout {
  /** Columns of every table, as SQL, by its name. */
  readonly tables: Readonly<Record<string, string>>;
  /**
   * Fingerprint of the program that makes its rows. Rows of another program are deleted. Without it, all rows are used.
   */
  readonly program?: string | undefined;
}

/** A database that caches what a build would otherwise make again. */
export interface Cache extends Pick<DatabaseSync, 'prepare' | 'exec' | 'close'> {
  /** Runs work completely or not at all. */
  transact(work: () => void): void;
  /** Deletes the rows of some tables whose key column does not have one of these keys. */
  retainOnly(tables: readonly string[], column: string, keys: ReadonlySet<string>): void;
}

/** Thrown when a cached value is damaged. */
export class CacheDamage extends Error {
  override readonly name = 'CacheDamage';
  /** Modules that are bundled twice recognise an error by its code, not by its class. */
  readonly code = 'ERR_CACHE_DAMAGE';
}

/** Opens a database. Creates it if it does not exist, and recreates it if it is damaged. */
export function openCache(file: string, layout: Layout): Cache {
  if (file !== inMemory) mkdirSync(path.dirname(file), { recursive: true });
  if (listParts(file).some((part) => readEntry(part)?.isDirectory())) removeCache(file);
  try {
    return open(file, layout);
  } catch (error) {
    if (!isDamage(error)) throw error;
    removeCache(file);
    return open(file, layout);
  }
}

/** The name of a database that is not stored. */
export const inMemory = ':memory:';

/** Removes a database and SQLite's files beside it. */
export function removeCache(file: string): void {
  for (const part of listParts(file)) rmSync(part, { recursive: true, force: true });
}

function listParts(file: string): readonly string[] {
  return ['', '-wal', '-shm', '-journal'].map((end) => `${file}${end}`);
}

/**
 * SQLite's codes for a damaged database (https://sqlite.org/rescode.html): an unknown table, a corrupt page, another
 * kind of file.
 */
const damageCodes = new Set([1, 11, 20, 26]);

/** Returns whether an error means that a database is damaged, so that recreating it helps. */
export function isDamage(error: unknown): boolean {
  if (hasCode(error, 'ERR_CACHE_DAMAGE')) return true;
  return hasCode(error, 'ERR_SQLITE_ERROR') && 'errcode' in error && damageCodes.has(Number(error.errcode) & 0xff);
}

/**
 * Returns the checksum that is stored with a row. It shows whether the row is undamaged, and what it was written for.
 */
export function toRowSum(...parts: readonly (string | Uint8Array)[]): number {
  // A call takes longer than the few bytes that most parts have.
  const texts = crc32(parts.filter((part) => typeof part === 'string').join('\n'));
  return parts.reduce<number>((sum, part) => (typeof part === 'string' ? sum : crc32(part, sum)), texts);
}

function open(file: string, { tables, program }: Layout): Cache {
  const database = new DatabaseSync(file);
  const transact = (work: () => void) => {
    database.exec('BEGIN IMMEDIATE');
    work();
    database.exec('COMMIT');
  };
  try {
    // A cache need not survive a power cut. Two builds at once wait for one another.
    database.exec('PRAGMA busy_timeout = 20000; PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;');
    database.exec('CREATE TABLE IF NOT EXISTS program (hash TEXT)');
    const isForeign = program !== undefined && database.prepare('SELECT hash FROM program').get()?.['hash'] !== program;
    transact(() => {
      // Another version of the program may have made other tables.
      if (isForeign) {
        for (const name of Object.keys(tables)) database.exec(`DROP TABLE IF EXISTS ${name}`);
        database.exec('DELETE FROM program');
      }
      for (const [name, columns] of Object.entries(tables)) {
        database.exec(`CREATE TABLE IF NOT EXISTS ${name} (${columns})`);
      }
      if (isForeign) database.prepare('INSERT INTO program VALUES (?)').run(program);
    });
  } catch (error) {
    database.close();
    throw error;
  }
  return {
    prepare: (sql) => database.prepare(sql),
    exec: (sql) => database.exec(sql),
    close: () => database.close(),
    transact,
    retainOnly: (names, column, keys) =>
      transact(() => {
        for (const name of names) {
          const remove = database.prepare(`DELETE FROM ${name} WHERE ${column} = ?`);
          const known = database.prepare(`SELECT ${column} AS key FROM ${name}`).all();
          for (const { key } of known) if (!keys.has(String(key))) remove.run(String(key));
        }
      }),
  };
}
