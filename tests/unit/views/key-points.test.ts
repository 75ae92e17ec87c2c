import { describe, expect, it } from 'vitest';
import { listSections } from '../../../src/views/contents.ts';
import { linkKeyPoints } from '../../../src/views/key-points.ts';

const html = [
  '<p>The river rose after three days of rain in the hills.</p>',
  '<p>In Goma 38 people were taken to <strong>hospital</strong>, the ministry said.</p>',
  '<ul>\n<li>On 6 June the dam was <a href="/a/">opened</a> for an hour.</li>\n</ul>',
].join('\n');

describe('key points', () => {
  it('lead to the paragraph that says the same in other words', () => {
    const { points, html: marked } = linkKeyPoints(
      ['The ministry said that 38 people had gone to hospital in Goma.', 'It had rained for three days.'],
      html,
    );
    expect(points.map(({ href }) => href)).toEqual(['#k-1', '#k-2']);
    expect(marked).toContain('<p id="k-1">In Goma 38 people');
    expect(marked).toContain('<p id="k-2">The river rose');
  });

  it('lead to an entry of a list, and share the id of a paragraph that supports two', () => {
    const { points, html: marked } = linkKeyPoints(
      ['The dam was opened on 6 June.', 'For an hour the dam was opened.'],
      html,
    );
    expect(points.map(({ href }) => href)).toEqual(['#k-1', '#k-1']);
    expect(marked.match(/id="k-/gu)).toHaveLength(1);
    expect(marked).toContain('<li id="k-1">On 6 June');
  });

  it('have no link where no paragraph supports them', () => {
    expect(linkKeyPoints(['Parliament elected another speaker yesterday.'], html)).toEqual({
      points: [{ text: 'Parliament elected another speaker yesterday.', href: undefined }],
      html,
    });
    expect(linkKeyPoints(['Any.'], '')).toEqual({ points: [{ text: 'Any.', href: undefined }], html: '' });
    expect(linkKeyPoints([], html)).toEqual({ points: [], html });
  });

  it('change nothing of the text but ids', () => {
    const { html: marked } = linkKeyPoints(['Three days of rain in the hills made the river rise.'], html);
    expect(marked.replace(/ id="k-\d"/gu, '')).toBe(html);
  });
});

describe('the sections of a text', () => {
  it('are its headings with their addresses, markup taken out and signs as they are', () => {
    const text =
      '<div class="heading"><h2 id="s-what">What is <em>R&#x26;D</em>, &lt;really&gt;?</h2><a class="anchor" href="#s-what"></a></div>\n<p>x</p>' +
      '<div class="heading"><h3 id="s-no">No</h3><a class="anchor"></a></div><div class="heading"><h2 id="s-why">Why?</h2></div>';
    expect(listSections(text)).toEqual([
      { href: '#s-what', text: 'What is R&D, <really>?' },
      { href: '#s-why', text: 'Why?' },
    ]);
    expect(listSections('<p>None.</p>')).toEqual([]);
  });
});
