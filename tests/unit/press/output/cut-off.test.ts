import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { finishPublishing, getStagingDir, publish, publishOver } from '../../../../src/press/output/publish.ts';
import { formatMark, siteMark } from '../../../../src/press/output/site-mark.ts';

vi.mock('node:fs', async (load) => {
  const fs: typeof import('node:fs') = await load();
  return { ...fs, copyFileSync: vi.fn<typeof fs.copyFileSync>(fs.copyFileSync) };
});

/** Lets the next copy end halfway, as if the process had been killed. */
function cutOffNextCopy(sizeBytes: number): void {
  vi.mocked(copyFileSync).mockImplementationOnce((from, to) => {
    writeFileSync(String(to), readFileSync(String(from)));
    truncateSync(String(to), sizeBytes);
    throw new Error('killed');
  });
}

it.each([0, 100])('a build killed after %i bytes of the new mark leaves the old site', async (sizeBytes) => {
  const outDir = mkdtempSync(path.join(tmpdir(), 'cut-off-'));
  onTestFinished(() => rmSync(outDir, { recursive: true }));
  const files = ['index.html'];
  const stage = () => {
    mkdirSync(getStagingDir(outDir), { recursive: true });
    writeFileSync(path.join(getStagingDir(outDir), 'index.html'), 'new');
  };
  writeFileSync(path.join(outDir, 'index.html'), 'old');
  writeFileSync(path.join(outDir, siteMark), formatMark(files));
  const begun = path.join(outDir, '.gazetteer-next', siteMark);

  for (const run of [
    () => publish(outDir, files, { files, written: files, removed: [] }),
    () => publishOver(outDir, new Set(files)),
  ]) {
    stage();
    cutOffNextCopy(sizeBytes);
    await expect(async () => run()).rejects.toThrow('killed');
    // Whoever looks now must not take half a mark for publishing that has begun.
    expect(existsSync(begun)).toBe(false);
    finishPublishing(outDir);
    expect(readFileSync(path.join(outDir, 'index.html'), 'utf8')).toBe('old');
  }
});
