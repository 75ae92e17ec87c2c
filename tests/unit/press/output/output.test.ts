import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { takeLock } from '../../../../src/press/output/lock.ts';
import { assertProgramWritable, getLockFile, openOutput, previewMark } from '../../../../src/press/output/output.ts';
import { formatMark, siteMark } from '../../../../src/press/output/site-mark.ts';

/** Makes a folder beside a content folder, with some files in it. */
function makeOutput(files: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'output-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const outDir = path.join(folder, 'www');
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(outDir, file)), { recursive: true });
    writeFileSync(path.join(outDir, file), text);
  }
  const options = { outDir, contentDir: path.join(folder, 'content'), cacheDir: path.join(folder, 'cache') };
  mkdirSync(options.contentDir);
  const open = (recorded: readonly string[] = [], isPreview = false) =>
    openOutput({ ...options, isPreview }, () => Promise.resolve(recorded));
  return { outDir, options, open };
}

describe('the folder of a site', () => {
  it('is taken when it is new, empty or marked, and given back', async () => {
    for (const files of [{}, { 'lost+found': '' }, { 'index.html': '', [siteMark]: formatMark(['index.html']) }]) {
      const { outDir, open } = makeOutput(files);
      const output = await open();
      expect(await output.listOwned()).toEqual(siteMark in files ? ['index.html'] : []);
      expect(takeLock(getLockFile(outDir))).toBeUndefined();
      output.release();
      takeLock(getLockFile(outDir))?.release();
    }
  });

  it.each([
    [{ CNAME: 'paper.example' }, 'contains files that Gazetteer did not make (CNAME)'],
    [
      { '.git/HEAD': '', 'a.html': '', 'b.html': '', CNAME: '' },
      '(.git, CNAME, a.html and 1 more). Nothing was built.',
    ],
    [{ '.well-known/acme-challenge/token': '' }, 'Set OUT_DIR to a new or empty folder'],
    [{ [siteMark]: 'Gazetteer', 'a.html': '' }, 'did not make (a.html)'],
    [{ 'pagefind/a': '', 'sitemap.xml': '', _headers: '' }, 'delete the folder and build again'],
  ])('is refused when it holds %o', async (files, why) => {
    const { outDir, open } = makeOutput(files);
    const before = readdirSync(outDir, { recursive: true });
    await expect(open()).rejects.toThrow(why);
    expect(readdirSync(outDir, { recursive: true })).toEqual(before);
  });

  it('is known without its mark by what the last build has left there', async () => {
    const output = await makeOutput({ 'a.html': '' }).open(['a.html']);
    expect(await output.listOwned()).toEqual(['a.html']);
    output.release();
  });

  it('is refused while another build is at work, and when it holds a preview', async () => {
    const busy = makeOutput();
    const output = await busy.open();
    await expect(busy.open()).rejects.toThrow('Another build is running in');
    output.release();

    const shown = makeOutput({ [previewMark]: '', [siteMark]: formatMark([previewMark]) });
    await expect(shown.open()).rejects.toThrow('contains a preview with drafts.');
    (await shown.open([], true)).release();
  });

  it('is refused before anything is made when it lies in the content', async () => {
    const { options } = makeOutput();
    const outDir = path.join(options.contentDir, 'www');
    await expect(openOutput({ ...options, outDir, isPreview: false }, () => Promise.resolve([]))).rejects.toThrow(
      'is inside the content folder: a site cannot be built there.',
    );
    expect(existsSync(outDir)).toBe(false);
  });
});

describe('the program’s own folder', () => {
  it('must let Astro write its working files', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'program-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    expect(() => assertProgramWritable(folder)).not.toThrow();
    rmSync(path.join(folder, '.astro'), { recursive: true });
    writeFileSync(path.join(folder, '.astro'), 'a file stands in its place');
    expect(() => assertProgramWritable(folder)).toThrow(
      `This user cannot write to \`${folder}/.astro\`, where Astro keeps its working files. Make that folder writable,`,
    );
  });
});
