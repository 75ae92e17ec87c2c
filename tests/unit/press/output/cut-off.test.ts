import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { formatMark, siteMark } from '../../../../src/press/output/site-mark.ts';

/** Imports the code that publishes, on a disk where a copy ends after some bytes, as if the process had been killed. */
async function importOnDisk(sizeBytes: number): Promise<typeof import('../../../../src/press/output/publish.ts')> {
  // Other test files use the same modules.
  vi.resetModules();
  vi.doMock('node:fs', async (load) => {
    const fs: typeof import('node:fs') = await load();
    const copyFileSync: typeof fs.copyFileSync = (from, to) => {
      fs.writeFileSync(String(to), readFileSync(String(from)));
      truncateSync(String(to), sizeBytes);
      throw new Error('killed');
    };
    return { ...fs, copyFileSync };
  });
  onTestFinished(() => {
    vi.doUnmock('node:fs');
    vi.resetModules();
  });
  return import('../../../../src/press/output/publish.ts');
}

it.each([0, 100])('a build killed after %i bytes of the new mark leaves the old site', async (sizeBytes) => {
  const { finishPublishing, getStagingDir, publish, publishOver } = await importOnDisk(sizeBytes);
  const outDir = mkdtempSync(path.join(tmpdir(), 'cut-off-'));
  onTestFinished(() => rmSync(outDir, { recursive: true }));
  const files = ['index.html'];
  writeFileSync(path.join(outDir, 'index.html'), 'old');
  writeFileSync(path.join(outDir, siteMark), formatMark(files));

  for (const run of [
    () => publish(outDir, files, { files, written: files, removed: [] }),
    () => publishOver(outDir, new Set(files)),
  ]) {
    mkdirSync(getStagingDir(outDir), { recursive: true });
    writeFileSync(path.join(getStagingDir(outDir), 'index.html'), 'new');
    await expect(async () => run()).rejects.toThrow('killed');
    // Whoever looks now must not take half a mark for publishing that has begun.
    expect(existsSync(path.join(outDir, '.gazetteer-next', siteMark))).toBe(false);
    finishPublishing(outDir);
    expect(readFileSync(path.join(outDir, 'index.html'), 'utf8')).toBe('old');
  }
});
