import { describe, expect, it } from 'vitest';
import { isLeftover } from '../../../../src/content/text/leftovers.ts';
import { readNewsroom } from '../../../../src/content/reader.ts';
import { storyFile, toStory, writeNewsroom } from '../../../support/write-newsroom.ts';

const month = 'articles/2024/11/';

const leftovers: readonly string[] = [
  `${month}~$report.docx`,
  `${month}~WRL0001.tmp`,
  `${month}.~lock.flood.odt#`,
  `${month}flood.md~`,
  `${month}#flood.md#`,
  `${month}.#flood.md`,
  `${month}.flood.md.swp`,
  `${month}.flood.md.swo`,
  `${month}flood.md.bak`,
  `${month}flood.md.orig`,
  `${month}bridge.jpg.part`,
  `${month}._flood.md`,
  `${month}.DS_Store`,
  `${month}Thumbs.db`,
  `${month}desktop.ini`,
  `${month}Icon
`,
  `${month}.directory`,
  `${month}.gitignore`,
  `${month}.syncthing.flood.md.tmp`,
  `${month}~syncthing~flood.md.tmp`,
  `${month}@eaDir/bridge.jpg`,
  '.obsidian/app.json',
  '.idea/workspace.xml',
  '.stfolder/a',
  '.trash/old.md',
  '.vscode/a.md',
  'pages/.obsidian/notes.md',
  'storylines/._flood.md',
  '__MACOSX/articles/._a.md',
  'topics.yaml.bak',
  'pages/about.md~',
];

describe('what editors and systems leave', () => {
  it.each(leftovers)('is passed over: %j', (file) => {
    expect(isLeftover(file)).toBe(true);
  });

  it('never stops a build', async () => {
    const contentDir = await writeNewsroom(Object.fromEntries(leftovers.map((file) => [file, toStory()])));
    const { issues, newsroom } = await readNewsroom({ contentDir, timeZone: 'UTC', language: 'en' });
    expect(issues).toEqual([]);
    expect(newsroom.articles.map(({ file }) => file)).toEqual([storyFile]);
  });

  it('is not published with the newsroom’s own files', async () => {
    const own = ['public/ads.txt', 'public/.well-known/acme', 'public/.nojekyll', 'public/press/kit.html'];
    const left = ['public/.DS_Store', 'public/press/._kit.html', 'public/.git/config', 'public/ads.txt~'];
    const contentDir = await writeNewsroom(Object.fromEntries([...own, ...left].map((file) => [file, 'x'])));
    const result = await readNewsroom({ contentDir, timeZone: 'UTC', language: 'en' });
    expect(result.issues).toEqual([]);
    expect(result.own.toSorted()).toEqual(own.toSorted());
  });

  it.each(['public/.env', 'public/press/.htpasswd'])('nor are hidden files that may be meant: %s', async (file) => {
    const contentDir = await writeNewsroom({ [file]: 'SECRET=1' });
    const result = await readNewsroom({ contentDir, timeZone: 'UTC', language: 'en' });
    expect(result.own).toEqual([]);
    expect(result.issues.map(({ code }) => code)).toEqual(['unexpected-file']);
  });

  it('may be a link that leads nowhere, as a lock of Emacs is', async () => {
    const contentDir = await writeNewsroom({ [`${month}.#flood.md`]: { linkTo: 'me@host.1:2' } });
    expect((await readNewsroom({ contentDir, timeZone: 'UTC', language: 'en' })).issues).toEqual([]);
  });

  it.each([
    storyFile,
    'drafts/flood.md',
    `${month}.flood.md`,
    `${month}flood (conflicted copy).md`,
    `${month}flood.MD`,
  ])('is not what may be a text: %s', (file) => {
    expect(isLeftover(file)).toBe(false);
  });
});
