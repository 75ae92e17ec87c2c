import { describe, expect, it } from 'vitest';
import { createBodies, type Bodies } from '../../../src/content/reading/body.ts';
import { readNewsroom, type ReadResult } from '../../../src/content/reader.ts';
import { renderHtml } from '../../../src/core/html-tree.ts';
import { createAddresses } from '../../../src/news/urls.ts';
import { makePixel } from '../../support/make-picture.ts';
import { words } from '../../support/render-markdown.ts';
import { toStory, toStoryline, writeNewsroom, type FileChange } from '../../support/write-newsroom.ts';

// macOS writes the names of files with accents apart from their letters (NFD); keyboards type both in one (NFC).
const nfd = (text: string) => text.normalize('NFD');

const image = (src: string) => `{ src: "${src}", alt: A lake, credit: A. Person, caption: The lake. }`;

async function read(changes: Readonly<Record<string, FileChange>>): Promise<ReadResult & { contentDir: string }> {
  const contentDir = await writeNewsroom(changes);
  return { ...(await readNewsroom({ contentDir, timeZone: 'UTC', language: 'en' })), contentDir };
}

function open(contentDir: string): Bodies {
  return createBodies({ contentDir, addresses: createAddresses('https://host.example/'), words });
}

describe('names with decomposed accents', () => {
  it.each(['한국', 'γραφή', 'йод', 'が', 'أخبار'])('publishes the story %s under its composed name', async (name) => {
    const { newsroom, issues } = await read({ [`articles/2024/11/${nfd(name)}.md`]: toStory() });
    expect(issues).toEqual([]);
    expect(newsroom.articles.map(({ id }) => id)).toContain(`2024/11/${name}`);
  });

  it.each([
    ['the file', nfd('gölge.jpg'), 'gölge.jpg'],
    ['the story', 'gölge.jpg', nfd('gölge.jpg')],
    ['both', nfd('gölge.jpg'), nfd('gölge.jpg')],
    ['a folder', nfd('İzmir/gölge.jpg'), 'İzmir/gölge.jpg'],
    ['a Korean file', nfd('한국.jpg'), './한국.jpg'],
  ])('finds a picture where %s has them', async (_, file, src) => {
    const story = toStory({ image: image(src) }, `![The lake](${src} "Evening | Ana Pop")`);
    const { newsroom, issues, contentDir } = await read({
      'articles/2024/11/lake.md': story,
      [`articles/2024/11/${file}`]: makePixel(),
    });
    expect(issues).toEqual([]);
    expect(newsroom.pictures.map((picture) => picture.file)).toEqual([`articles/2024/11/${file.normalize('NFC')}`]);
    const { tree } = await open(contentDir).render('articles/2024/11/lake.md');
    const html = renderHtml(tree.children);
    expect(html).toContain(
      `src="/media/2024/11/${file.normalize('NFC').split('/').map(encodeURIComponent).join('/')}"`,
    );
  });

  it('publishes a link under the composed address', async () => {
    const contentDir = await writeNewsroom({
      'articles/2024/11/lake.md': toStory({}, `[x](/2024/11/${nfd('한국')}/)`),
    });
    const { tree } = await open(contentDir).render('articles/2024/11/lake.md');
    const html = renderHtml(tree.children);
    expect(html).toContain(`href="${encodeURI('/2024/11/한국/')}"`);
  });

  it('takes ids of topics, authors, storylines, places and stories for one however they are written', async () => {
    const { newsroom, issues } = await read({
      'topics.yaml': `${nfd('υγεία')}:\n  title: Health\n  description: Care.\n  mediaTopic: 07000000\n`,
      'authors.yaml': `${nfd('σύνταξη')}:\n  name: Desk\n  aliases: [/authors/${nfd('ομάδα')}/]\n`,
      'places.yaml': `groups:\n  ${nfd('χώρα')}: { title: Land, members: [RO] }\n`,
      'front.yaml': `lead: ${nfd('2024/11/ιός')}\n`,
      [`storylines/${nfd('ιός')}.md`]: toStoryline({
        milestones: `[{ date: 2024-11-13, text: It came., article: ${nfd('2024/11/ιός')} }]`,
      }),
      'articles/2024/11/flood.md': null,
      [`articles/2024/11/${nfd('ιός')}.md`]: toStory({
        topic: 'υγεία',
        authors: '[σύνταξη]',
        storylines: '[ιός]',
        regions: '[χώρα]',
        aliases: `[/${nfd('παλιό')}/]`,
      }),
      'addresses/2024-11.txt': `/${nfd('2024/11/ιός')}/\n`,
    });
    expect(issues).toEqual([]);
    const [article] = newsroom.articles;
    expect(article).toMatchObject({ topic: 'υγεία', authors: ['σύνταξη'], storylines: ['ιός'], aliases: ['/παλιό/'] });
    expect(newsroom.authors[0]).toMatchObject({ id: 'σύνταξη', aliases: ['/authors/ομάδα/'] });
    expect(newsroom.front.lead).toBe('2024/11/ιός');
  });

  it('reads the published addresses in their composed form', async () => {
    const { addresses } = await read({ 'addresses/site.txt': `/storylines/${nfd('ιός')}/\n` });
    expect(addresses?.map(({ address }) => address)).toEqual(['/storylines/ιός/']);
  });

  it('names the place of a mistake under a decomposed key', async () => {
    const { issues } = await read({
      'topics.yaml': `health:\n  title: A\n  description: B.\n  mediaTopic: 07000000\n${nfd('ιός')}:\n  titel: A\n`,
    });
    expect(issues.find(({ code }) => code === 'unknown-key')).toMatchObject({ line: 6, column: 3 });
  });
});

describe('two names that are one', () => {
  const other = { code: 'duplicate-address', hint: 'Rename one of the two files.', line: 1, column: 1 };

  it.each([
    ['stories', 'articles/2024/11/γραφή.md', toStory()],
    ['pictures', 'articles/2024/11/gölge.jpg', makePixel()],
    ['storylines', 'storylines/γραφή.md', toStoryline()],
  ])('refuses %s whose names differ only in how accents are stored', async (_, file, content) => {
    const { issues } = await read({ [file]: content, [nfd(file)]: content });
    const message = `Two files are called ${file}: their names differ only in how accents are stored.`;
    expect(issues).toEqual([expect.objectContaining({ ...other, message, file })]);
  });

  it('refuses pictures whose names differ only in capitals', async () => {
    const [a, b] = ['articles/2024/11/Bridge.jpg', 'articles/2024/11/bridge.jpg'];
    const { issues } = await read({ [a]: makePixel(), [b]: makePixel() });
    expect(issues).toEqual([
      expect.objectContaining({ ...other, message: `The file has the same address as ${a}.`, file: b }),
    ]);
  });

  it('refuses ids that differ only in how accents are stored', async () => {
    const { issues } = await read({
      'authors.yaml': `world-desk:\n  name: A\nιός:\n  name: B\n${nfd('ιός')}:\n  name: C\n`,
    });
    expect(issues).toEqual([
      expect.objectContaining({ code: 'invalid-yaml', file: 'authors.yaml', line: 5, hint: 'Keep one of the two.' }),
    ]);
  });
});
