import { describe, expect, it } from 'vitest';
import { toPieces } from '../../../src/search/excerpt.ts';

const text = (words: string) => ({ text: words, isMatch: false });
const match = (words: string) => ({ text: words, isMatch: true });

describe('toPieces', () => {
  it.each([
    ['', []],
    ['no match', [text('no match')]],
    ['<mark>all</mark>', [match('all')]],
    ['a <mark>b</mark> c', [text('a '), match('b'), text(' c')]],
    ['<mark>a</mark><mark>b</mark>', [match('a'), match('b')]],
    ['x <mark>two\nlines</mark>\ny', [text('x '), match('two\nlines'), text('\ny')]],
    ['<mark>ملاريا</mark> في أفريقيا', [match('ملاريا'), text(' في أفريقيا')]],
  ])('takes %j apart', (excerpt, pieces) => {
    expect(toPieces(excerpt)).toEqual(pieces);
  });

  it('gives back the text that Pagefind escaped, in matches and between', () => {
    expect(toPieces('if a &lt; b <mark>&lt;script&gt;</mark> &gt;')).toEqual([
      text('if a < b '),
      match('<script>'),
      text(' >'),
    ]);
  });

  it('takes marks that the story itself wrote for its words', () => {
    expect(toPieces('&lt;mark&gt;not&lt;/mark&gt; <mark>b</mark>')).toEqual([text('<mark>not</mark> '), match('b')]);
  });

  it('leaves the entities alone that a story writes about: Pagefind escapes < and > only', () => {
    expect(toPieces('write &amp; or &quot; for AT&T')).toEqual([text('write &amp; or &quot; for AT&T')]);
  });

  it.each([
    ['other elements', '<b>x</b> <img src=x onerror=alert(1)>'],
    ['a mark that is never closed', 'a <mark>unclosed'],
    ['a mark that is never closed, at the start', '<mark>unclosed words'],
    ['a mark that was never opened', 'a</mark> b'],
    ['marks with attributes', '<mark class="x">a</mark>'],
    ['marks in capitals', '<MARK>a</MARK>'],
  ])('leaves %s as plain text, to the letter', (_, excerpt) => {
    expect(toPieces(excerpt)).toEqual([text(excerpt)]);
  });
});
