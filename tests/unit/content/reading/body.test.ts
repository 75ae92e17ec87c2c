import { describe, expect, it } from 'vitest';
import { createBodies, type Bodies } from '../../../../src/content/reading/body.ts';
import type { MarkdownFile } from '../../../../src/content/text/front-matter.ts';
import { packTree, renderHtml } from '../../../../src/core/html-tree.ts';
import { ContentError, type Issue } from '../../../../src/core/issue.ts';
import { createAddresses } from '../../../../src/news/urls.ts';
import { parseHtml } from '../../../support/parse-html.ts';
import { words } from '../../../support/render-markdown.ts';
import { storyFile, toStory, writeNewsroom, type FileChange } from '../../../support/write-newsroom.ts';

/** Its body starts on line 10, after an empty line 9. */
async function openBodies(body: string, changes: Readonly<Record<string, FileChange>> = {}): Promise<Bodies> {
  const contentDir = await writeNewsroom({ [storyFile]: toStory({}, body), ...changes });
  return createBodies({ contentDir, addresses: createAddresses('https://host.example/news/'), words });
}

async function render(bodies: Bodies, file = storyFile) {
  const { tree } = await bodies.render(file);
  return { html: renderHtml(tree.children) };
}

describe('createBodies', () => {
  it('renders a text', async () => {
    const bodies = await openBodies('The *river* rose\n\n## Again');
    expect(await render(bodies)).toEqual({
      html:
        '<p>The <em>river</em> rose</p>\n<div class="heading"><h2 id="s-again">Again</h2>' +
        '<a class="anchor" aria-label="Link to: Again" href="#s-again"></a></div>',
    });
  });

  it('renders storylines and pages as well', async () => {
    const bodies = await openBodies('');
    expect(await render(bodies, 'pages/about.md')).toEqual({ html: '<p>Hello.</p>' });
  });

  it('writes its own words in the language that a story names, where they are known', async () => {
    const contentDir = await writeNewsroom({
      [storyFile]: toStory({ lang: 'ar' }, '## Once'),
      'articles/2024/11/other.md': toStory({ lang: 'xx' }, '## Once'),
    });
    const arabic = { ...words, linkToSection: (heading: string) => `رابط ${heading}` };
    const bodies = createBodies({
      contentDir,
      addresses: createAddresses('https://host/'),
      words,
      findWords: (language) => (language === 'ar' ? arabic : undefined),
    });
    expect((await render(bodies)).html).toContain('aria-label="رابط Once"');
    expect((await render(bodies, 'articles/2024/11/other.md')).html).toContain('aria-label="Link to: Once"');
  });

  it('returns the text from the store of a build, without reading the file', async () => {
    const stored = { tree: packTree(parseHtml('<p>Stored.</p>')), support: [] };
    const store = { getText: (file: string) => (file === storyFile ? stored : undefined) };
    const contentDir = await writeNewsroom({ [storyFile]: toStory({}, '<br>') });
    const bodies = createBodies({ contentDir, addresses: createAddresses('https://host/'), words, store });
    expect(await render(bodies)).toEqual({ html: '<p>Stored.</p>' });
    expect(await render(bodies, 'pages/about.md')).toEqual({ html: '<p>Hello.</p>' });
  });

  it('puts links and pictures where the site has them', async () => {
    const bodies = await openBodies('[a](/2024/11/b/) ![A bridge](maps/bridge.jpg)', {
      'articles/2024/11/maps/bridge.jpg': '',
    });
    expect(await check(bodies)).toEqual([]);
    expect((await render(bodies)).html).toBe(
      '<p><a href="/news/2024/11/b/">a</a> ' +
        '<img src="/news/media/2024/11/maps/bridge.jpg" alt="A bridge" loading="lazy" decoding="async"></p>',
    );
  });

  it('reports missing-image: a picture that is not beside the story', async () => {
    const bodies = await openBodies('One\ntwo ![A bridge](./bridge.jpg)', { 'articles/2024/10/bridge.jpg': '' });
    expect(await check(bodies)).toEqual([
      {
        code: 'missing-image',
        severity: 'error',
        message: 'There is no picture `./bridge.jpg` in the story’s folder.',
        hint: 'Put the file in that folder.',
        file: storyFile,
        line: 11,
        column: 5,
      },
    ]);
  });

  it.each(['DSC_0001.JPG', 'a.JPEG', 'b.Png', 'c.WEBP', 'd.GIF', 'e.Avif', 'f.jpeg'])(
    'shows a picture whose name ends in capitals or small letters: %s',
    async (name) => {
      const bodies = await openBodies(`![Up](${name} "Up | Ana Pop")`, { [`articles/2024/11/${name}`]: '' });
      expect(await check(bodies)).toEqual([]);
      expect((await render(bodies)).html).toContain(`<img src="/news/media/2024/11/${name}" alt="Up"`);
    },
  );

  it('publishes files beside a story under its month, and offers a PDF for download', async () => {
    const files = { 'articles/2024/11/report.pdf': '', 'articles/2024/11/data/levels.CSV': '' };
    const bodies = await openBodies('[Report](report.pdf), [levels][l]\n\n[l]: ./data/levels.CSV', files);
    expect(await check(bodies)).toEqual([]);
    expect((await render(bodies)).html).toBe(
      '<p><a href="/news/media/2024/11/report.pdf" download>Report</a>, ' +
        '<a href="/news/media/2024/11/data/levels.CSV">levels</a></p>',
    );
  });

  it('reports dead-link: a file that is not beside the story', async () => {
    const bodies = await openBodies('[Report](reprot.pdf)', { 'articles/2024/11/report.pdf': '' });
    expect(await check(bodies)).toEqual([
      {
        code: 'dead-link',
        severity: 'error',
        message: 'There is no file `reprot.pdf` in the story’s folder.',
        hint: 'Did you mean `report.pdf`?',
        file: storyFile,
        line: 10,
        column: 1,
      },
    ]);
  });

  it.each(['map.svg', 'page.html', 'run.js', 'feed.xml', 'program.exe', '../10/report.pdf', 'a b.pdf'])(
    'links to no file that a browser might run, nor to one elsewhere: %s',
    async (name) => {
      const bodies = await openBodies(`[A](<${name}>)`, { [`articles/2024/11/${name}`]: '' });
      expect(await check(bodies)).toMatchObject([{ code: 'unsafe-link' }]);
    },
  );

  it('knows no files beside standing pages', async () => {
    const contentDir = await writeNewsroom({ 'pages/about.md': '---\ntitle: A\n---\n[Report](report.pdf)\n' });
    const bodies = createBodies({ contentDir, addresses: createAddresses('https://host/'), words });
    await expect(bodies.render('pages/about.md')).rejects.toMatchObject({
      issues: [
        {
          code: 'unsafe-link',
          hint: 'Only a story can have files in its folder. Put this one in content/public/ and write `/report.pdf`.',
        },
      ],
    });
  });

  it.each([
    ['dsc_0001.jpg', 'Write `DSC_0001.JPG`: upper and lower case must match.'],
    ['./MAPS/up.png', 'Write `maps/Up.png`: upper and lower case must match.'],
    ['DSC_001.JPG', 'Did you mean `DSC_0001.JPG`?'],
    ['folder.png', 'Put the file in that folder.'],
  ])('says how the name of a picture is written: %s', async (name, hint) => {
    const bodies = await openBodies(`![Up](${name} "Up | Ana Pop")`, {
      'articles/2024/11/DSC_0001.JPG': '',
      'articles/2024/11/maps/Up.png': '',
      'articles/2024/11/folder.png/other.txt': '',
    });
    expect(await check(bodies)).toMatchObject([{ code: 'missing-image', hint }]);
  });

  it.each([
    ['scan.HEIC', '`scan.HEIC` is a picture in the HEIC format: most browsers do not show it.', 'JPEG', 'scan.jpg'],
    ['b.tif', '`b.tif` is a picture in the TIFF format: most browsers do not show it.', 'JPEG', 'b.jpg'],
    ['c.NEF', '`c.NEF` is a picture in the camera raw format: most browsers do not show it.', 'JPEG', 'c.jpg'],
    ['d.bmp', '`d.bmp` is a picture in the BMP format: most browsers do not show it.', 'PNG', 'd.png'],
    ['e.svg', '`e.svg` is a picture in the SVG format: SVG can contain scripts.', 'PNG', 'e.png'],
    ['f.psd', '`f.psd` is a picture in the Photoshop format: most browsers do not show it.', 'JPEG', 'f.jpg'],
  ])('says what to do with a picture that browsers do not show: %s', async (name, message, format, better) => {
    const bodies = await openBodies(`![Up](${name})`);
    const hint = `Export it as ${format} and write that name: \`${better}\`.`;
    expect(await check(bodies)).toMatchObject([{ code: 'unsafe-image', message, hint, line: 10, column: 1 }]);
  });

  it('counts lines from the top of the file, whatever its line ends', async () => {
    const bodies = await openBodies('', {
      [storyFile]: `\ufeff${toStory({ kind: 'report' }, 'Text.\n\n<br>')}`.replaceAll('\n', '\r\n'),
    });
    expect(await check(bodies)).toMatchObject([{ code: 'raw-html', line: 13, column: 1 }]);
  });

  it('looks at the tree only of a text that may be parsed', async () => {
    const bodies = await openBodies(`<br>\n\n${'a]'.repeat(2001)}`);
    expect(await check(bodies)).toMatchObject([{ code: 'too-many-brackets', line: 9, column: 1 }]);
  });

  it('never renders what the rules reject, and reports everything wrong', async () => {
    const bodies = await openBodies('<br>\n\n![](bridge.jpg)');
    const codes = (await check(bodies)).map(({ code }) => code);
    expect(codes).toEqual(['raw-html', 'missing-alt', 'missing-credit', 'missing-image']);
    expect((await getRefusal(bodies)).map(({ code }) => code)).toEqual(codes);
  });

  it('renders in spite of warnings', async () => {
    const bodies = await openBodies('### Later');
    const { warnings } = await bodies.renderSource(toSource('### Later'));
    expect(warnings).toMatchObject([{ code: 'heading-order', severity: 'warning', line: 9 }]);
    expect((await render(bodies)).html).toContain('<h3 id="s-later">');
  });

  it('returns the links of a text and its anchors', async () => {
    const bodies = await openBodies('');
    const text = '## Water\n\nIt [rose](/2024/11/b/) [again](#water), see [x] and [a](https://host/).\n\n[x]: /topics/';
    const { links, anchors } = await bodies.renderSource(toSource(text));
    expect(links).toEqual([
      { url: '/2024/11/b/', line: 11, column: 4 },
      { url: '#water', line: 11, column: 24 },
      { url: '/topics/', line: 13, column: 1 },
    ]);
    expect(anchors).toEqual(['s-water']);
  });

  it.each([
    ['another heading is near', '## Water level', '#water-levle', 'Write `#water-level`.'],
    ['its heading is written with the prefix', '## Water level', '#s-water-levle', 'Write `#water-level`.'],
    ['none is near', '## Water', '#aftermath', 'The headings are `#water`.'],
    ['there are none', 'Text.', '#water', 'There are no headings.'],
  ])('reports dead-anchor: a link to no heading of the text, when %s', async (_of, text, url, hint) => {
    const bodies = await openBodies(`${text}\n\n[Below](${url})`);
    expect(await getRefusal(bodies)).toEqual([
      {
        code: 'dead-anchor',
        severity: 'error',
        message: `No heading in this text has the address \`${url}\`.`,
        hint,
        file: storyFile,
        line: 12,
        column: 1,
      },
    ]);
  });

  it('finds headings in any script, notes and the top of the page', async () => {
    const bodies = await openBodies(
      '## Вода\n\n[a](#вода) [b](#%D0%B2%D0%BE%D0%B4%D0%B0) [c](#) [d](#note-fn-1)[^1]\n\n[^1]: N',
    );
    await expect(bodies.render(storyFile)).resolves.toHaveProperty('tree');
  });

  it('reports render-failed when the chain gives up', async () => {
    const contentDir = await writeNewsroom({ [storyFile]: toStory({}, '[a](/2024/11/b/)') });
    expect(await getRefusal(createBodies({ contentDir, addresses: { href: failToLink }, words }))).toEqual([
      {
        code: 'render-failed',
        severity: 'error',
        message: 'The text could not be rendered: no base path.',
        hint: 'This is a bug in the program. Shorten the text until you find the passage that causes it, and report it with that passage.',
        file: storyFile,
        line: 9,
        column: 1,
      },
    ]);
  });

  it('refuses emphasis that is nested deeper than a computer follows', async () => {
    const bodies = await openBodies(`${'*'.repeat(6_000)}a${'*'.repeat(6_000)}`);
    const refusal = await getRefusal(bodies);
    expect(refusal).toMatchObject([{ severity: 'error', file: storyFile, line: 9, column: 1 }]);
    expect(await check(bodies)).toEqual(refusal);
  });
});

function failToLink(): string {
  throw new Error('no base path');
}

/** The body of a file, from its line 9. */
function toSource(body: string): MarkdownFile {
  return { file: storyFile, yaml: '', yamlLine: 2, body, bodyLine: 9 };
}

/** Returns the errors of the story's text. */
async function check(bodies: Bodies): Promise<readonly Issue[]> {
  return bodies.render(storyFile).then(
    () => [],
    () => getRefusal(bodies),
  );
}

async function getRefusal(bodies: Bodies): Promise<readonly Issue[]> {
  const error: unknown = await bodies.render(storyFile).catch((reason: unknown) => reason);
  if (error instanceof ContentError) return error.issues;
  throw new Error('The text was not refused with a ContentError.', { cause: error });
}
