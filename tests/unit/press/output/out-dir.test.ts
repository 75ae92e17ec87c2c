import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findOutDirProblem } from '../../../../src/press/output/out-dir.ts';

/** Makes a project with a newsroom, and a check of folders in it. */
function makeProject() {
  const home = realpathSync(mkdtempSync(path.join(tmpdir(), 'out-dir-')));
  onTestFinished(() => rmSync(home, { recursive: true }));
  const projectDir = path.join(home, 'work', 'paper');
  for (const folder of ['src', 'public', '.git', 'content/articles', 'node_modules/.cache/gazetteer', 'www']) {
    mkdirSync(path.join(projectDir, folder), { recursive: true });
  }
  writeFileSync(path.join(projectDir, 'file'), '');
  const around = {
    contentDir: path.join(projectDir, 'content'),
    cacheDir: path.join(projectDir, 'node_modules/.cache/gazetteer'),
    projectDir,
    workDir: projectDir,
    homeDir: home,
  };
  const find = (given: string) => findOutDirProblem(path.resolve(projectDir, given), given, around);
  return { projectDir, find, link: (to: string, at: string) => symlinkSync(to, path.join(projectDir, at)) };
}

describe('an output folder', () => {
  it.each(['dist', 'www', './www/', '../elsewhere', '/srv/www', 'www/deep/down', 'node_modules/.cache/tests/site'])(
    'may be %s',
    (given) => {
      expect(makeProject().find(given)).toBeUndefined();
    },
  );

  it.each([
    [
      `/srv/${'a'.repeat(250)}`.repeat(12),
      'is longer than 2800 bytes: too little room is left for the paths of pages.',
    ],
    [`/srv/${'a'.repeat(256)}`, 'has a part of more than 255 bytes'],
    ['content', '`content` is or contains the content folder: a site cannot be built there.'],
    ['Content', 'the content folder'],
    ['content/articles', '`content/articles` is inside the content folder: a site cannot be built there.'],
    ['content/new', 'is inside the content folder'],
    ['.', 'the program’s own folder'],
    ['..', 'the program’s own folder'],
    ['../..', 'the program’s own folder'],
    ['/', 'is or contains '],
    ['www/../content', 'the content folder'],
    ['src', 'the program’s `src` folder'],
    ['src/site', 'the program’s `src` folder'],
    ['public/news', 'the program’s `public` folder'],
    ['.git', 'a `.git` folder'],
    ['../other/.git/www', 'a `.git` folder'],
    ['node_modules', 'is or contains '],
    ['node_modules/site', 'a `node_modules` folder'],
    ['node_modules/.cache/gazetteer', 'the cache'],
    ['node_modules/.cache/gazetteer/site', 'is inside the cache'],
    ['node_modules/.cache', 'is or contains '],
    ['file', '`file` is not a folder.'],
    ['~/www', '`~/www` starts with `~`, which is not expanded here. Write the full path of the folder in OUT_DIR.'],
  ])('may not be `%s`', (given, why) => {
    expect(makeProject().find(given)).toContain(why);
  });

  it('may be reached through a symbolic link, but not where it leads into the content or nowhere', () => {
    const { find, link } = makeProject();
    link('www', 'to-www');
    link('content', 'to-content');
    link('nowhere', 'dangling');
    link('round', 'round');
    expect([find('to-www'), find('to-www/deep')]).toEqual([undefined, undefined]);
    expect(find('to-content')).toContain('is or contains the content folder');
    expect(find('to-content/articles/new')).toContain('is inside the content folder');
    expect(find('dangling')).toMatch(/^`dangling` goes through a symbolic link to a folder that does not exist\./u);
    expect(find('dangling/deep')).toContain('goes through a symbolic link');
    expect(find('round')).toContain('goes through a symbolic link');
  });

  it('may hold neither a content folder nor a cache that lies elsewhere through a link', () => {
    const { projectDir, find, link } = makeProject();
    mkdirSync(path.join(projectDir, '../texts/content'), { recursive: true });
    link('../texts/content', 'linked');
    const around = {
      contentDir: path.join(projectDir, 'linked'),
      cacheDir: path.join(projectDir, 'www/cache'),
      projectDir,
      workDir: projectDir,
      homeDir: '/root',
    };
    expect(find('../texts')).toBeUndefined();
    expect(findOutDirProblem(path.join(projectDir, '../texts'), '../texts', around)).toContain('the content folder');
    expect(findOutDirProblem(path.join(projectDir, 'www'), 'www', around)).toContain('is or contains the cache folder');
  });
});
