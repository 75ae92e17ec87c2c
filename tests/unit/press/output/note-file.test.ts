import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { assertNoteFile } from '../../../../src/press/output/note-file.ts';

function makeFolder(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(path.join(tmpdir(), 'notes-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(path.join(folder, 'content'));
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, file), text);
  return (option: 'changed' | 'due', file: string) =>
    assertNoteFile(option, path.resolve(folder, file), path.join(folder, 'content'));
}

describe('a file that a build is asked to write', () => {
  it.each([
    ['due', ''],
    ['due', '2031-01-01T06:00:00Z\n'],
    ['changed', ''],
    ['changed', 'https://paper.example/\nhttps://paper.example/about/\n'],
  ] as const)('--%s may hold what a build has written: %j', (option, text) => {
    const check = makeFolder({ old: text });
    for (const file of ['old', 'new', '/dev/stdout']) expect(() => check(option, file)).not.toThrow();
  });

  it.each([
    ['due', 'notes', 'the file contains something else. Nothing was built. Name another file.'],
    ['changed', 'notes', 'the file contains something else.'],
    ['changed', 'content/changed', 'the file is inside the content folder.'],
    ['changed', 'none/changed', 'there is no folder '],
    ['due', 'content/..', 'it is a folder.'],
  ] as const)('--%s is refused for %s', (option, file, why) => {
    const check = makeFolder({ notes: 'My notes.\n' });
    expect(() => check(option, file)).toThrow(why);
  });
});
