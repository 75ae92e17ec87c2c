import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../../src/content/markdown/parse-markdown.ts';
import { readNewsroom } from '../../../../src/content/reader.ts';
import { collectNamedFiles, readMedia } from '../../../../src/content/reading/text-media.ts';
import { makePixel } from '../../../support/make-picture.ts';
import { storyFile, toStory, writeNewsroom, type FileChange } from '../../../support/write-newsroom.ts';

const at = (name: string) => `articles/2024/11/${name}`;

async function read(files: Readonly<Record<string, FileChange>>) {
  return readNewsroom({ contentDir: await writeNewsroom(files), timeZone: 'UTC', language: 'en' });
}

describe('the pictures and files that a text names', () => {
  it.each([
    ['a picture', '![A](bridge.png)', ['bridge.png']],
    ['a picture below', '![A](./maps/bridge.png)', ['maps/bridge.png']],
    [
      'a picture in a table, a list and a note',
      '| ![A](a.png) |\n| - |\n\n- ![B](b.png)\n\nx[^1]\n\n[^1]: ![C](c.png)',
      ['a.png', 'b.png', 'c.png'],
    ],
    ['a name with signs written out', '![A](bridge&#46;png) ![B](b\\.png)', ['b.png', 'bridge.png']],
    ['a file behind a link', '[Report](report.PDF) and [again](report.PDF)', ['report.PDF']],
    ['a file behind a reference', '[Report][r]\n\n[r]: report.pdf', ['report.pdf']],
    ['a picture behind a link', '[Plan](plan.png)', ['plan.png']],
  ])('are %s', async (_what, body, names) => {
    expect(readMedia({ file: storyFile, body })).toEqual(names.map(at));
  });

  it.each([
    ['a name in prose', 'The file is called bridge.png.'],
    ['a longer name', '![A](big-bridge.png)'],
    ['code', '`![A](bridge.png)`\n\n    ![A](bridge.png)\n'],
    ['what is escaped', '!\\[A](bridge.png) \\[A](bridge.png)'],
    ['a comment', '<!-- ![A](bridge.png) -->'],
    ['an address elsewhere', '[A](https://host.example/bridge.png) [B](/media/2024/11/bridge.png)'],
    ['a definition that nothing refers to', '[r]: bridge.png'],
    ['a text without any address', 'Water.'],
  ])('are not those of %s', async (_what, body) => {
    expect(readMedia({ file: storyFile, body })).not.toContain(at('bridge.png'));
  });

  it('are located where they are in the body', () => {
    expect(collectNamedFiles(parseMarkdown('One\n\ntwo ![A](a.png) [b](b.csv)'))).toEqual([
      { url: 'a.png', isImage: true, line: 3, column: 5 },
      { url: 'b.csv', isImage: false, line: 3, column: 17 },
    ]);
  });

  it('are known of a story, and not of a withdrawn one', async () => {
    const body = '![A](bridge.png) [report](report.pdf)';
    const files = { [at('bridge.png')]: makePixel(), [at('report.pdf')]: '%PDF' };
    const open = await read({ ...files, [storyFile]: toStory({}, body) });
    expect(open.issues).toEqual([]);
    expect(open.newsroom.articles[0]?.media).toEqual([at('bridge.png'), at('report.pdf')]);
    const withdrawn = await read({ ...files, [storyFile]: toStory({ status: 'withdrawn' }, body) });
    expect(withdrawn.newsroom.articles[0]?.media).toEqual([]);
  });
});
