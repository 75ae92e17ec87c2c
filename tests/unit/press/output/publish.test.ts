import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  removeStaged,
  finishPublishing,
  getStagingDir,
  isHalfPublished,
  planPublishing,
  publish,
  publishOver,
} from '../../../../src/press/output/publish.ts';
import { formatMark, readMark, siteMark } from '../../../../src/press/output/site-mark.ts';

type Files = Readonly<Record<string, string>>;

function write(folder: string, files: Files): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
}

/** Reads a site without its mark. */
function read(folder: string): Files {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name !== siteMark)
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  return Object.fromEntries(files.sort().map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]));
}

/** Makes a site that a build has made, with some of its operator's files. */
function makeSite(ours: Files, theirs: Files = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'publish-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const outDir = path.join(folder, 'www');
  mkdirSync(outDir);
  write(outDir, {
    ...ours,
    ...theirs,
    ...(Object.keys(ours).length > 0 && { [siteMark]: formatMark(Object.keys(ours)) }),
  });
  const owned = Object.keys(ours);
  const stage = (files: Files) => write(getStagingDir(outDir), files);
  const plan = (isKept: (file: string) => boolean = () => false) => planPublishing(outDir, owned, isKept);
  return { folder, outDir, owned, stage, plan };
}

const theirs = { CNAME: 'paper.example', '.well-known/acme-challenge/token': 'x', 'old/notes.txt': 'mine' };

describe('publishing', () => {
  it('writes what is new, removes what is gone of ours, and touches nothing else', async () => {
    const site = makeSite(
      { 'index.html': '1', 'a/index.html': 'a', 'old/index.html': 'o', 'b/index.html': 'b' },
      theirs,
    );
    const before = statSync(path.join(site.outDir, 'a/index.html')).mtimeMs;
    site.stage({ 'index.html': '2', 'a/index.html': 'a', 'c/d/index.html': 'c' });
    const plan = await site.plan((file) => file === 'b/index.html');
    expect(plan).toEqual({
      files: ['a/index.html', 'b/index.html', 'c/d/index.html', 'index.html'],
      written: expect.arrayContaining(['index.html', 'c/d/index.html']),
      removed: ['old/index.html'],
    });
    await publish(site.outDir, site.owned, plan);
    expect(read(site.outDir)).toEqual({
      ...theirs,
      'a/index.html': 'a',
      'b/index.html': 'b',
      'c/d/index.html': 'c',
      'index.html': '2',
    });
    expect(readMark(path.join(site.outDir, siteMark))).toEqual(plan.files);
    expect(statSync(path.join(site.outDir, 'a/index.html')).mtimeMs).toBe(before);
    expect(isHalfPublished(site.outDir)).toBe(false);
  });

  it('moves pages over those of the site, and the next build finishes that if it is interrupted', () => {
    const ours = { 'index.html': '1', 'a/feed.xml': 'f', 'a/index.html': 'a' };
    const site = makeSite(ours, theirs);
    const staged = { 'a/feed.xml': 'F', 'a/index.html': 'A' };
    site.stage(staged);
    expect(publishOver(site.outDir, new Set(site.owned))).toEqual(['a/feed.xml', 'a/index.html']);
    expect(isHalfPublished(site.outDir)).toBe(false);
    removeStaged(site.outDir);
    expect(read(site.outDir)).toEqual({ ...theirs, ...ours, ...staged });

    const broken = makeSite({ 'b/feed.xml': 'f', a: 'file', 'index.html': '1' });
    broken.stage({ 'b/feed.xml': 'F', 'a/index.html': 'A', 'index.html': '2' });
    expect(() => publishOver(broken.outDir, new Set(broken.owned))).toThrow('ENOTDIR');
    expect(isHalfPublished(broken.outDir)).toBe(true);
    rmSync(path.join(broken.outDir, 'a'));
    finishPublishing(broken.outDir);
    expect(read(broken.outDir)).toEqual({ 'b/feed.xml': 'F', 'a/index.html': 'A', 'index.html': '2' });
  });

  it('fills a new folder', async () => {
    const site = makeSite({}, { 'lost+found': '' });
    site.stage({ 'index.html': '1', 'a/b/index.html': 'b', 'assets/x.css': 'x' });
    const plan = await site.plan();
    await publish(site.outDir, [], plan);
    expect(read(site.outDir)).toEqual({
      'a/b/index.html': 'b',
      'assets/x.css': 'x',
      'index.html': '1',
      'lost+found': '',
    });
    expect(readMark(path.join(site.outDir, siteMark))).toEqual(['a/b/index.html', 'assets/x.css', 'index.html']);
  });

  it('makes a folder where a file of ours was, and a file where a folder was', async () => {
    const site = makeSite({ 'index.html': '1', a: 'file', 'b/index.html': 'b' });
    site.stage({ 'index.html': '1', 'a/index.html': 'folder' });
    await publish(site.outDir, site.owned, await site.plan());
    expect(read(site.outDir)).toEqual({ 'a/index.html': 'folder', 'index.html': '1' });
    expect(existsSync(path.join(site.outDir, 'b'))).toBe(false);
  });

  it.each([
    [
      'a file of the operator',
      { 'robots.txt': 'theirs' },
      { 'robots.txt': 'ours' },
      'robots.txt` was not made by Gazetteer',
    ],
    ['a folder', { 'robots.txt/x': 'theirs' }, { 'robots.txt': 'ours' }, 'robots.txt` was not made by Gazetteer'],
    ['a file where a folder must be', { about: 'theirs' }, { 'about/index.html': 'ours' }, 'about` was not made by'],
  ])('stops before it changes anything where %s stands in its way', async (_what, standing, staged, why) => {
    const site = makeSite({ 'index.html': '1' }, standing);
    site.stage({ 'index.html': '2', ...staged });
    await expect(site.plan()).rejects.toThrow(why);
    removeStaged(site.outDir);
    expect(read(site.outDir)).toEqual({ 'index.html': '1', ...standing });
  });

  it('takes over a file that is the same', async () => {
    const site = makeSite({ 'index.html': '1' }, { 'robots.txt': 'same' });
    site.stage({ 'index.html': '1', 'robots.txt': 'same' });
    expect(await site.plan()).toEqual({ files: ['index.html', 'robots.txt'], written: [], removed: [] });
  });

  it('neither writes nor removes through a symbolic link', async () => {
    for (const staged of [{ 'media/a.jpg': 'new' }, { 'index.html': '2' }]) {
      const site = makeSite({ 'index.html': '1', 'media/b.jpg': 'b' });
      write(path.join(site.folder, 'photos'), { 'b.jpg': 'mine' });
      rmSync(path.join(site.outDir, 'media'), { recursive: true });
      symlinkSync('../photos', path.join(site.outDir, 'media'));
      site.stage(staged);
      await expect(site.plan()).rejects.toThrow('media` is a symbolic link');
      expect(read(path.join(site.folder, 'photos'))).toEqual({ 'b.jpg': 'mine' });
    }
  });
});

describe('publishing that was cut off', () => {
  it.each([0, 1, 2, 3])('is finished later, from step %i on', async (done) => {
    const site = makeSite({ 'index.html': '1', 'old/index.html': 'o' }, theirs);
    const staged = { 'index.html': '2', 'a/index.html': 'a', 'assets/x.css': 'x' };
    site.stage(staged);
    const plan = await site.plan();
    // The plan that `publish` writes before its first step, and some of its steps.
    writeFileSync(path.join(site.outDir, siteMark), formatMark([...site.owned, ...plan.files]));
    writeFileSync(path.join(site.outDir, '.gazetteer-next', siteMark), formatMark(plan.files));
    for (const [file, text] of Object.entries(staged).slice(0, done)) {
      rmSync(path.join(getStagingDir(site.outDir), file));
      write(site.outDir, { [file]: text });
    }
    expect(isHalfPublished(site.outDir)).toBe(true);
    finishPublishing(site.outDir);
    expect(read(site.outDir)).toEqual({ ...theirs, ...staged });
    expect(readMark(path.join(site.outDir, siteMark))).toEqual(plan.files);
  });

  it('before anything was to be changed leaves the old site', async () => {
    const site = makeSite({ 'index.html': '1' }, theirs);
    site.stage({ 'index.html': '2' });
    finishPublishing(site.outDir);
    expect(read(site.outDir)).toEqual({ ...theirs, 'index.html': '1' });
  });
});

describe('the mark of a site', () => {
  it.each(['/etc/passwd', '../up', 'a/../../up', 'a//b', '.', 'a/..', '..\\up', ''])('never lists `%s`', (file) => {
    const at = path.join(makeSite({}).outDir, siteMark);
    writeFileSync(at, formatMark(['index.html', file]));
    expect(readMark(at)).toBeUndefined();
  });

  it('is undefined if any of it was altered', () => {
    const at = path.join(makeSite({}).outDir, siteMark);
    const text = formatMark(['a.html', 'b.html']);
    for (const altered of [text.replace('b.html', 'c.html'), text.slice(0, -9), '', '{}', 'null']) {
      writeFileSync(at, altered);
      expect(readMark(at), altered).toBeUndefined();
    }
  });
});
