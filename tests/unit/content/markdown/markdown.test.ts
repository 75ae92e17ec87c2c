import { describe, expect, it } from 'vitest';
import { findDangers } from '../../../support/find-dangers.ts';
import { hostileMarkdown } from '../../../support/hostile-markdown.ts';
import { checkMarkdown, renderMarkdown } from '../../../support/render-markdown.ts';

const anchor = (id: string, heading: string) => `<a class="anchor" aria-label="Link to: ${heading}" href="#${id}"></a>`;

describe('GFM', () => {
  it.each([
    ['nothing', '', ''],
    ['paragraphs', 'One\ntwo.\n\nThree.', '<p>One\ntwo.</p>\n<p>Three.</p>'],
    ['emphasis', '*a* **b** ***c***', '<p><em>a</em> <strong>b</strong> <em><strong>c</strong></em></p>'],
    ['strikethrough', '~~a~~ b', '<p><del>a</del> b</p>'],
    ['code', '`a < b`', '<p><code>a &lt; b</code></p>'],
    ['code blocks without classes', '```js\nlet a;\n```', '<pre><code>let a;\n</code></pre>'],
    ['quotations', '> a', '<blockquote>\n<p>a</p>\n</blockquote>'],
    ['lists', '3. a\n4. b', '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'],
    ['rules', '***', '<hr>'],
    ['hard line breaks', 'a\\\nb', '<p>a<br>\nb</p>'],
    ['links', '[a](https://b.example/?c=1&d=2 "e")', '<p><a href="https://b.example/?c=1&amp;d=2" title="e">a</a></p>'],
    ['reference links', '[a][b]\n\n[b]: https://b.example/', '<p><a href="https://b.example/">a</a></p>'],
    ['bare addresses', 'www.b.example', '<p><a href="http://www.b.example">www.b.example</a></p>'],
    ['bare mail addresses', 'a@b.example', '<p><a href="mailto:a@b.example">a@b.example</a></p>'],
    ['schemes in any letter case', '[a](HTTPS://b.example/)', '<p><a href="https://b.example/">a</a></p>'],
    ['right-to-left text', 'مرحبا *بالعالم*', '<p>مرحبا <em>بالعالم</em></p>'],
    ['NUL as the replacement character', 'a\0b', '<p>a\ufffdb</p>'],
  ])('renders %s', async (_, markdown, html) => {
    expect(await renderMarkdown(markdown)).toBe(html);
  });

  it('renders task lists that no one can tick and everyone can hear', async () => {
    expect(await renderMarkdown('- [x] a\n- [ ] b')).toBe(
      '<ul class="contains-task-list">\n' +
        '<li class="task-list-item"><input type="checkbox" checked disabled aria-label="Done"> a</li>\n' +
        '<li class="task-list-item"><input type="checkbox" disabled aria-label="Open"> b</li>\n</ul>',
    );
  });
});

describe('tables', () => {
  it('wraps each in a group that a keyboard reaches and a screen reader names', async () => {
    expect(await renderMarkdown('| a | b |\n|:--|--:|\n| 1 | 2 |')).toBe(
      '<div class="table" role="group" aria-label="Table" tabindex="0"><table>\n<thead>\n<tr>\n' +
        '<th class="is-left">a</th>\n<th class="is-right">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n' +
        '<td class="is-left">1</td>\n<td class="is-right">2</td>\n</tr>\n</tbody>\n</table></div>',
    );
  });

  it('wraps every table, in quotations and lists too, once', async () => {
    const table = '| a |\n|---|';
    const html = await renderMarkdown(
      `${table}\n\n> ${table.replace('\n', '\n> ')}\n\n- ${table.replace('\n', '\n  ')}`,
    );
    expect(html.match(/<table>/gu)).toHaveLength(3);
    expect(html.match(/tabindex="0"><table>/gu)).toHaveLength(3);
    expect(html.match(/<div/gu)).toHaveLength(3);
  });
});

describe('headings', () => {
  it('have a prefixed id and an anchor that names them', async () => {
    expect(await renderMarkdown('## The *first* days')).toBe(
      `<div class="heading"><h2 id="s-the-first-days">The <em>first</em> days</h2>${anchor('s-the-first-days', 'The first days')}</div>`,
    );
  });

  it('have ids that are unique within a body', async () => {
    const html = await renderMarkdown('## A\n\n### A\n\n## A 1\n\n## a\n\n## !\n\n## ?');
    expect(getIds(html)).toEqual(['s-a', 's-a-1', 's-a-1-1', 's-a-2', 's-', 's--1']);
  });

  it('start anew in the next body', async () => {
    expect(getIds(await renderMarkdown('## A'))).toEqual(['s-a']);
    expect(getIds(await renderMarkdown('## A'))).toEqual(['s-a']);
  });

  it.each([
    ['## constructor', 's-constructor'],
    ['## \\_\\_proto\\_\\_', 's-__proto__'],
    ['## Côte d’Ivoire', 's-côte-divoire'],
    ['## 日本語', 's-日本語'],
    ['## عاجل', 's-عاجل'],
  ])('get the id of %s', async (markdown, id) => {
    expect(getIds(await renderMarkdown(markdown))).toEqual([id]);
  });

  it('are reached by a link to them', async () => {
    const html = await renderMarkdown('See [below](#background).\n\n## Background');
    expect(getDeadLinks(html)).toEqual([]);
  });
});

describe('footnotes', () => {
  const text =
    'One[^a], two[^b], one again[^a].\n\n## Notes\n\nThree[^ü].\n\n[^a]: First.\n[^b]: Second.\n[^ü]: Third.\n';

  it('come at the end under a heading, each with a link back to every mark', async () => {
    expect(await renderMarkdown('One[^a], again[^a].\n\n[^a]: First.')).toBe(
      '<p>One<sup><a href="#note-fn-a" id="note-fnref-a" data-footnote-ref aria-describedby="footnote-label">1</a></sup>' +
        ', again<sup><a href="#note-fn-a" id="note-fnref-a-2" data-footnote-ref aria-describedby="footnote-label">1</a>' +
        '</sup>.</p>\n<section data-footnotes class="footnotes"><h2 class="sr-only" id="footnote-label">Notes</h2>\n' +
        '<ol>\n<li id="note-fn-a">\n<p>First. ' +
        '<a href="#note-fnref-a" data-footnote-backref="" aria-label="Back to mark 1">↩</a> ' +
        '<a href="#note-fnref-a-2" data-footnote-backref="" aria-label="Back to mark 1">↩<sup>2</sup></a>' +
        '</p>\n</li>\n</ol>\n</section>',
    );
  });

  it('link both ways: whatever is linked to is there, once', async () => {
    const html = await renderMarkdown(text);
    const ids = getIds(html);
    expect(ids).toHaveLength(9);
    expect(new Set(ids).size).toBe(ids.length);
    expect(getDeadLinks(html)).toEqual([]);
    for (const note of ['a', 'b', '%C3%BC']) {
      expect(getTargets(html)).toContain(`note-fn-${note}`);
      expect(getTargets(html)).toContain(`note-fnref-${note}`);
    }
  });

  it('never share an id with a heading', async () => {
    const html = await renderMarkdown('## note-fn-a\n\n## footnote-label\n\nOne[^a].\n\n[^a]: First.');
    const ids = getIds(html);
    expect(ids).toContain('s-note-fn-a');
    expect(ids).toContain('note-fn-a');
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('addresses', () => {
  it.each([
    ['site paths', '[a](/2024/11/b/)', '<p><a href="/news/2024/11/b/">a</a></p>'],
    ['site paths with queries', '[a](/search/?q=b#c)', '<p><a href="/news/search/?q=b#c">a</a></p>'],
    ['the front page', '[a](/)', '<p><a href="/news/">a</a></p>'],
    ['paths that look like another host', '[a](/&Tab;/b.example/)', '<p><a href="/news/%09/b.example/">a</a></p>'],
  ])('put %s under the base path', async (_, markdown, html) => {
    expect(await renderMarkdown(markdown)).toBe(html);
  });

  it.each(
    [
      '/..//b.example/',
      '/.//b.example/',
      '/&Tab;/b.example/',
      '/%2F/b.example/',
      '/%5Cb.example/',
      '/@b.example/',
    ].flatMap((path) => ['https://host.example/news/', 'https://host.example/'].map((siteUrl) => [path, siteUrl])),
  )('never let the path %s lead away from %s', async (path, siteUrl) => {
    const markdown = `[a](${path})`;
    const href = /href="(?<href>[^"]*)"/u.exec(await renderMarkdown(markdown, siteUrl))?.groups?.['href'] ?? '';
    const isRefused = checkMarkdown(markdown).length > 0;
    expect(isRefused ? siteUrl : new URL(href, siteUrl).href).toMatch(/^https:\/\/host\.example\//u);
  });

  it('leave other sites alone', async () => {
    expect(await renderMarkdown('[a](https://b.example/2024/)')).toBe('<p><a href="https://b.example/2024/">a</a></p>');
  });

  it.each([
    ['bridge.jpg', '/news/media/2024/11/bridge.jpg'],
    ['./bridge.jpg', '/news/media/2024/11/bridge.jpg'],
    ['maps/north.png', '/news/media/2024/11/maps/north.png'],
    ['brücke.jpg', '/news/media/2024/11/br%C3%BCcke.jpg'],
  ])('publish the picture %s below /media/, loaded late', async (src, address) => {
    expect(await renderMarkdown(`By ![a bridge](${src} "Title")`)).toBe(
      `<p>By <img src="${address}" alt="a bridge" title="Title" loading="lazy" decoding="async"></p>`,
    );
  });
});

const toImg = (name: string) => `<img src="/news/media/2024/11/${name}" alt="A" loading="lazy" decoding="async">`;
const toFigure = (picture: string, caption: string, credit: string) =>
  `<figure>${picture}<figcaption class="label dotted"><span>${caption}</span> <small>${credit}</small></figcaption></figure>`;

describe('a picture by itself', () => {
  it.each([
    ['its caption and credit', '![A](a.png "B & *c* | D")', toFigure(toImg('a.png'), 'B &amp; *c*', 'D')],
    ['the credit after the last bar', '![A](a.png "B | C|D | E")', toFigure(toImg('a.png'), 'B | C|D', 'E')],
    [
      'one caption each for several',
      '![A](a.png "B | C")\\\n![A](b.png "D | E")',
      `${toFigure(toImg('a.png'), 'B', 'C')}\n${toFigure(toImg('b.png'), 'D', 'E')}`,
    ],
    ['its link', '[![A](a.png "B | C")](/2024/)', toFigure(`<a href="/news/2024/">${toImg('a.png')}</a>`, 'B', 'C')],
    [
      'its place in a list',
      '- ![A](a.png "B | C")\n- D',
      `<ul>\n<li>\n${toFigure(toImg('a.png'), 'B', 'C')}\n</li>\n<li>D</li>\n</ul>`,
    ],
  ])('has %s', async (_, markdown, html) => {
    expect(await renderMarkdown(markdown)).toBe(html);
  });
});

describe('hostile input', () => {
  it.each(hostileMarkdown.map(({ markdown }) => [markdown]))('leaves nothing dangerous of %j', async (markdown) => {
    expect(findDangers(await renderMarkdown(markdown))).toEqual([]);
  });

  it('leaves nothing dangerous of all of it at once', async () => {
    const html = await renderMarkdown(hostileMarkdown.map(({ markdown }) => markdown).join('\n\n'));
    expect(findDangers(html)).toEqual([]);
  });

  it('renders the same HTML every time', async () => {
    const all = hostileMarkdown.map(({ markdown }) => markdown).join('\n\n');
    expect(await renderMarkdown(all)).toBe(await renderMarkdown(all));
  });
});

describe('findDangers', () => {
  it.each([
    ['<script>alert(1)</script>', ['<script>']],
    ['<p onclick="alert(1)">a</p>', ['onClick="alert(1)"']],
    ['<p style="color:red">a</p>', ['style="color:red"']],
    ['<h2 id="constructor">a</h2>', ['id="constructor"']],
    ['<h2 id="s-constructor">a</h2>', []],
    ['<a href="java&#9;script:alert(1)">a</a>', ['href="java\tscript:alert(1)"']],
    ['<a href="data:text/html,x">a</a>', ['href="data:text/html,x"']],
    ['<a href=" VBScript:msgbox(1)">a</a>', ['href=" VBScript:msgbox(1)"']],
    ['<a href="https://b.example/">a</a>', []],
    ['<img src="https://evil.example/pixel.png">', ['src="https://evil.example/pixel.png"']],
    ['<img src="/news/media/2024/11/x.png">', []],
    ['<img src="x.png" srcset="y.png 2x">', ['srcSet="y.png 2x"']],
    ['<!-- a -->', ['comment']],
  ])('finds what is wrong in %s', (html, dangers) => {
    expect(findDangers(html)).toEqual(dangers);
  });
});

function getIds(html: string): string[] {
  return [...html.matchAll(/ id="(?<id>[^"]*)"/gu)].map(({ groups }) => groups?.['id'] ?? '');
}

function getTargets(html: string): string[] {
  return [...html.matchAll(/ href="#(?<id>[^"]*)"/gu)].map(({ groups }) => groups?.['id'] ?? '');
}

/** Links within the page that lead to nothing. */
function getDeadLinks(html: string): string[] {
  const ids = new Set(getIds(html));
  return getTargets(html).filter((target) => !ids.has(target));
}

describe('a text without any mark of GFM', () => {
  it.each([
    'One *paragraph* with `code` and a [link](/2024/11/a/).',
    '## Heading\n\n- a\n- b\n\n1. c\n\n> quote',
    'Lines  \nbroken\\\nhere &amp; there.\n\n---\n\n![A bridge](bridge.jpg "Title")',
    '    indented code\n\n```js\nfenced\n```',
  ])('gives the same HTML as with one at its end: %j', async (markdown) => {
    const withMark = await renderMarkdown(`${markdown}\n\n~`);
    expect(withMark).toBe(`${await renderMarkdown(markdown)}\n<p>~</p>`);
  });
});
