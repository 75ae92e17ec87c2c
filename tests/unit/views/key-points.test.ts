import type { Root } from 'hast';
import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../../src/core/html-tree.ts';
import { listSections } from '../../../src/views/contents.ts';
import { findSupport } from '../../../src/content/reading/key-points.ts';
import { buildKeyPoints, linkKeyPoints, type PointedText } from '../../../src/views/key-points.ts';
import { findDangers } from '../../support/find-dangers.ts';
import { parseHtml, toShape } from '../../support/parse-html.ts';
import { renderTree } from '../../support/render-markdown.ts';

const tree = parseHtml(
  [
    '<p>The river rose after three days of rain in the hills.</p>',
    '<p>In Goma 38 people were taken to <strong>hospital</strong>, the ministry said.</p>',
    '<ul>\n<li>On 6 June the dam was <a href="/a/">opened</a> for an hour.</li>\n</ul>',
  ].join('\n'),
);

/** Finds the paragraphs of some key points and links to them. */
function link(texts: readonly string[], text: Root): PointedText {
  const points = texts.map((point) => ({ text: point }));
  return linkKeyPoints(buildKeyPoints(points, []), findSupport(points, text, 'a.md').paragraphs, text);
}

const toHtml = ({ children }: PointedText['tree']) => renderHtml(children);

describe('key points', () => {
  it('lead to the paragraph that says the same in other words', () => {
    const { points, tree: marked } = link(
      ['The ministry said that 38 people had gone to hospital in Goma.', 'It had rained for three days.'],
      tree,
    );
    expect(points.map(({ href }) => href)).toEqual(['#k-1', '#k-2']);
    expect(toHtml(marked)).toContain('<p id="k-1">In Goma 38 people');
    expect(toHtml(marked)).toContain('<p id="k-2">The river rose');
  });

  it('lead to an entry of a list, and share the id of a paragraph that supports two', () => {
    const { points, tree: marked } = link(['The dam was opened on 6 June.', 'For an hour the dam was opened.'], tree);
    expect(points.map(({ href }) => href)).toEqual(['#k-1', '#k-1']);
    expect(toHtml(marked).match(/id="k-/gu)).toHaveLength(1);
    expect(toHtml(marked)).toContain('<li id="k-1">On 6 June');
  });

  it('have no link where no paragraph supports them', () => {
    expect(link(['Parliament elected another speaker yesterday.'], tree)).toEqual({
      points: [{ text: 'Parliament elected another speaker yesterday.', sources: [] }],
      tree,
    });
    const empty = parseHtml('');
    expect(link(['Any.'], empty)).toEqual({ points: [{ text: 'Any.', sources: [] }], tree: empty });
    expect(link([], tree)).toEqual({ points: [], tree });
  });

  it('are linked on the tree: markup that a text merely shows stays text', async () => {
    const heading = '## The `<p>` flood water reached the river town `<img src=x onerror=alert(1)>`';
    const shown = await renderTree(`${heading}\n\nSince noon, flood water has been in the river town.`);
    const { points, tree: marked } = link(['Flood water reached the river town'], shown);
    expect(points[0]?.href).toBe('#k-1');
    expect(toShape(parseHtml(toHtml(marked)).children)).toEqual(toShape(marked.children));
    expect(findDangers(toHtml(marked))).toEqual(['id="k-1"']);
    expect(toHtml(marked)).toContain('<p id="k-1">Since noon');
  });

  it('leave footnotes their ids, and take no mark of one for a number', async () => {
    const noted = await renderTree(
      'The bridge[^a] fell.\n\n- Another[^a] [^b] bridge\n\n[^a]: Three ships sank.\n[^b]: No.',
    );
    const { points, tree: marked } = link(['Three ships sank', '1', 'Another bridge'], noted);
    expect(points.map(({ href }) => href)).toEqual(['#k-1', undefined, '#k-2']);
    expect(toHtml(marked)).toMatch(/<li id="note-fn-a">\n<p id="k-1">Three ships/u);
  });

  it('change nothing of the text but ids', () => {
    const { tree: marked } = link(['Three days of rain in the hills made the river rise.'], tree);
    expect(toHtml(marked).replace(/ id="k-\d"/gu, '')).toBe(toHtml(tree));
  });
});

describe('the sections of a text', () => {
  it.each([
    ['notes', '## Water[^1]\n\n## Fire [^1]\n\n[^1]: A.', ['#s-water Water', '#s-fire Fire']],
    ['emphasis and links', '## *What* is [the `dam`](/a/) **for**?', ['#s-what-is-the-dam-for What is the dam for?']],
    ['code that looks like markup', '## The `<p>` element', ['#s-the-p-element The <p> element']],
    ['descriptions of pictures', '## ![A bridge](bridge.jpg) fell', ['#s-a-bridge-fell A bridge fell']],
    ['signs and struck-out words', '## 🌊 ~~Old~~ R&amp;D &lt;b&gt;', ['#s--old-rd-b 🌊 Old R&D <b>']],
    ['one name twice', '## Water\n\n## Water[^1]\n\n[^1]: A.', ['#s-water Water', '#s-water-1 Water']],
  ])('are called by their plain text: %s', async (_, markdown, expected) => {
    const sections = listSections(await renderTree(markdown));
    expect(sections.map(({ href, text }) => `${href} ${text}`)).toEqual(expected);
  });

  it('are its headings with their addresses, without markup', () => {
    const text =
      '<div class="heading"><h2 id="s-what">What is <em>R&#x26;D</em>, &lt;really&gt;?</h2><a class="anchor" href="#s-what"></a></div>\n<p>x</p>' +
      '<div class="heading"><h3 id="s-no">No</h3><a class="anchor"></a></div><div class="heading"><h2 id="s-why">Why?</h2></div>';
    expect(listSections(parseHtml(text))).toEqual([
      { href: '#s-what', text: 'What is R&D, <really>?' },
      { href: '#s-why', text: 'Why?' },
    ]);
    expect(listSections(parseHtml('<p>None.</p>'))).toEqual([]);
  });
});
