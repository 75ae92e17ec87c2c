import { describe, expect, it } from 'vitest';
import { isLeftover } from '../../../src/content/leftovers.ts';
import { readNewsroom } from '../../../src/content/reader.ts';
import { storyFile, toStory, writeNewsroom } from '../../support/write-newsroom.ts';

const month = 'articles/2024/11/';

const leftovers: readonly string[] = [
  ...['~$report.docx', '~WRL0001.tmp', '.~lock.flood.odt#', 'flood.md~', '#flood.md#', '.#flood.md'].map(
    (name) => month + name,
  ),
  ...['.flood.md.swp', '.flood.md.swo', 'flood.md.bak', 'flood.md.orig', 'bridge.jpg.part'].map((name) => month + name),
  ...['._flood.md', '.DS_Store', 'Thumbs.db', 'desktop.ini', 'Icon\r', '.directory', '.gitignore'].map(
    (name) => month + name,
  ),
  ...['.obsidian/app.json', '.idea/workspace.xml', '.stfolder/a', '.trash/old.md', '.vscode/a.md'],
  ...['pages/.obsidian/notes.md', 'storylines/._flood.md', '__MACOSX/articles/._a.md', `${month}@eaDir/bridge.jpg`],
  ...[`${month}.syncthing.flood.md.tmp`, `${month}~syncthing~flood.md.tmp`, 'topics.yaml.bak', 'pages/about.md~'],
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
