import { describe, expect, it } from 'vitest';
import { listNodes } from '../../../../src/content/rules/markdown-nodes.ts';
import { parseMarkdown } from '../../../../src/content/markdown/parse-markdown.ts';
import { renderHtml } from '../../../../src/core/html-tree.ts';
import { findDangers } from '../../../support/find-dangers.ts';
import { createChain } from '../../../support/render-markdown.ts';

const sources = [{ id: 'met', publisher: 'Met Office' }, { publisher: 'Reuters <wire>' }];

function render(markdown: string): string {
  const chain = createChain('https://host.example/news/');
  return renderHtml(chain.render(chain.parse(markdown), 'articles/2024/11/flood.md', sources).children);
}

/** Lists the marks of a text, each as it is written. */
function listMarks(markdown: string): readonly string[] {
  return listNodes(parseMarkdown(markdown)).flatMap((node) =>
    node.type === 'sourceMark'
      ? [markdown.slice(node.position?.start.offset, node.position?.end.offset) + (node.value === '' ? '!' : '')]
      : [],
  );
}

const toMark = (number: number, id: number, publisher: string) =>
  `<sup class="source-mark supplemental"><a href="#source-${number}" id="m-${id}" aria-label="Source ${number}: ${publisher}">${number}</a></sup>`;

describe('source marks', () => {
  it('are small links, numbered as the list of sources, with a name that is read aloud', () => {
    expect(render('Rain fell.[@2][@met]\n\nSnow.[@1]')).toBe(
      `<p>Rain fell.${toMark(2, 1, 'Reuters &lt;wire&gt;')}${toMark(1, 2, 'Met Office')}</p>\n` +
        `<p>Snow.${toMark(1, 3, 'Met Office')}</p>`,
    );
  });

  it.each([
    [
      'in each paragraph, after plain ones',
      'Plain.\n\nA.[@1]\n\n## Plain\n\nB.[@met] C [@2].',
      ['[@1]', '[@met]', '[@2]'],
    ],
    [
      'in lists, quotations and tables',
      '- a[@1]\n\n> b[@2]\n\n| c[@1] |\n|---|\n| d[@2] |',
      ['[@1]', '[@2]', '[@1]', '[@2]'],
    ],
    ['in emphasis', '*a[@1]* **b[@2]**', ['[@1]', '[@2]']],
    ['beside a bare address', 'https://a.example [@1] b@c.example[@2]', ['[@1]', '[@2]']],
    ['beside Chinese emphasis', '**河水。**上涨[@1]', ['[@1]']],
    ['with letters of any script', 'سقط المطر.[@أنباء]', ['[@أنباء]']],
    ['before words in brackets', 'a[@1][sic] b[@2] (c)', ['[@1]', '[@2]']],
    ['before a line end and another', 'a[@1]\n[@2]', ['[@1]', '[@2]']],
    ['after brackets that stay open', 'a [b[@1]', ['[@1]']],
  ])('are found %s', (_, markdown, marks) => {
    expect(listMarks(markdown)).toEqual(marks);
  });

  it.each([
    ['escaped', 'a\\[@1] b[\\@1] c[@1\\]'],
    ['written as an entity', 'a&#91;@1]'],
    ['in code', '`[@1]`\n\n```\n[@1]\n```\n\n    [@1]'],
    ['of another form', '[@] [@a b] [@a_b] [@a.b] [ @1] [@1 ] [@ 1] [a@b] a@b.example @user [^1] [1]'],
    ['the words of a link', '[@user](https://a.example/) [@user][ref] [@known]\n\n[ref]: /a/\n[@known]: /b/'],
    ['a definition', '[@known]: https://a.example/'],
    ['the description of a picture', '![@1](a.png)'],
  ])('are not: %s', (_, markdown) => {
    expect(listMarks(markdown)).toEqual([]);
    expect(render(markdown)).not.toContain('source-mark');
  });

  it('leave links with such words what they are', () => {
    expect(render('[@user](https://a.example/) and [@Known]\n\n[@known]: /b/')).toBe(
      '<p><a href="https://a.example/">@user</a> and <a href="/news/b/">@Known</a></p>',
    );
  });

  it('are not part of the name of a heading', () => {
    const html = render('## Rain[@1]');
    expect(html).toContain('<h2 id="s-rain">Rain<sup');
    expect(html).toContain('aria-label="Link to: Rain" href="#s-rain"');
  });

  it('cannot make anything else than a mark', () => {
    expect(findDangers(render('a[@2]')).filter((danger) => !danger.startsWith('id="m-'))).toEqual([]);
    expect(render('<a data-source="1">a</a>')).not.toContain('source-mark');
  });
});
