import { describe, expect, it } from 'vitest';
import {
  changeTree,
  h,
  listElements,
  packTree,
  renderHtml,
  toPlainText,
  unpackTree,
} from '../../../src/core/html-tree.ts';
import { parseHtml, toShape } from '../../support/parse-html.ts';

const signs = `<p> & "a" 'b' &lt; ]]> -->`;

describe('a tree written as HTML', () => {
  it('keeps every character of a text and of an attribute', () => {
    const html = renderHtml([h('p', { title: signs }, [signs])]);
    expect(html).toBe(
      `<p title="&lt;p&gt; &amp; &quot;a&quot; 'b' &amp;lt; ]]&gt; --&gt;">&lt;p&gt; &amp; &quot;a&quot; 'b' &amp;lt; ]]&gt; --&gt;</p>`,
    );
    expect(toShape(parseHtml(html).children)).toEqual([['p', { title: signs }, [signs]]]);
  });

  it.each([
    ['lists of names', { className: ['a', 'b'] }, '<p class="a b"></p>'],
    ['names with hyphens', { ariaLabel: 'a', dataFootnoteRef: '' }, '<p aria-label="a" data-footnote-ref=""></p>'],
    ['numbers', { tabIndex: 0 }, '<p tabindex="0"></p>'],
    ['what is on', { hidden: true }, '<p hidden></p>'],
    ['what is off or missing', { hidden: false, id: undefined }, '<p></p>'],
  ])('writes %s as HTML does', (_, properties, html) => {
    expect(renderHtml([h('p', properties)])).toBe(html);
  });

  it('gives no end to elements that have none', () => {
    expect(renderHtml([h('p', {}, [h('br'), h('img', { alt: '' })])])).toBe('<p><br><img alt=""></p>');
  });

  it('leaves out comments and raw text', () => {
    const comment = { type: 'comment', value: '--><script>' } as const;
    expect(renderHtml([comment, { type: 'doctype' }, { ...h('p'), children: [comment] }])).toBe('<p></p>');
  });
});

describe('a changed tree', () => {
  const tree = parseHtml('<ul><li>a</li><li><b>b</b></li></ul>');

  it('is a copy, inner nodes first, with nodes replaced and left out', () => {
    const before = renderHtml(tree.children);
    const seen: string[] = [];
    const changed = changeTree(tree, (node, original) => {
      seen.push(node.type === 'element' ? node.tagName : 'text');
      if (node.type === 'text') return { ...node, value: node.value.toUpperCase() };
      expect(listElements(tree.children)).toContain(original);
      return node.type === 'element' && node.tagName === 'b' ? undefined : node;
    });
    expect(seen).toEqual(['text', 'li', 'text', 'b', 'li', 'ul']);
    expect(renderHtml(changed.children)).toBe('<ul><li>A</li><li></li></ul>');
    expect(renderHtml(tree.children)).toBe(before);
  });
});

describe('a packed tree', () => {
  it('is unpacked as it was, without positions and comments', () => {
    const html = `<h2 id="s-a" class="a b">A</h2>\n<p>${renderHtml([{ type: 'text', value: signs }])}<br><!-- a --></p>`;
    const tree = parseHtml(html);
    expect(unpackTree(packTree(tree))).toEqual(tree);
    expect(renderHtml(tree.children)).toBe(html.replace('<!-- a -->', ''));
    expect(packTree(parseHtml(''))).toBe('[]');
  });
});

describe('the plain text of a node', () => {
  it.each([
    ['<h2>What is <em>R&amp;D</em>, <code>&lt;p></code>?</h2>', 'What is R&D, <p>?'],
    ['<h2>Water<sup><a href="#a" data-footnote-ref>1</a></sup></h2>', 'Water'],
    ['<p>A. <a href="#b" data-footnote-backref="">↩<sup>2</sup></a></p>', 'A. '],
    ['<h2><img alt="A bridge"> fell<br>down<img></h2>', 'A bridge fell\ndown'],
  ])('of %s is %j', (html, text) => {
    expect(parseHtml(html).children.map(toPlainText).join('')).toBe(text);
  });
});
