import { describe, expect, it } from 'vitest';
import { joinMarkup, markup, toAttributes } from '../../../src/core/markup.ts';

describe('markup', () => {
  it('escapes every value in texts and in attributes', () => {
    const hostile = '"><script>alert(1)</script>&';
    const escaped = '&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;';
    expect(markup`<a title="${hostile}">${hostile}</a>`.html).toBe(`<a title="${escaped}">${escaped}</a>`);
    expect(toAttributes({ title: hostile }).html).toBe(` title="${escaped}"`);
  });

  it('takes in markup as it is, one part or several', () => {
    const items = ['a', 'b & c'].map((text) => markup`<li>${text}</li>`);
    expect(markup`<ul>${items}</ul>${markup`<hr>`}`.html).toBe('<ul><li>a</li><li>b &amp; c</li></ul><hr>');
  });

  it('leaves out what there is not, but no zero and no empty text', () => {
    expect(markup`<p>${false}${undefined}${0}${''}</p>`.html).toBe('<p>0</p>');
    expect(toAttributes({ lang: undefined, dir: 'rtl', alt: '' }).html).toBe(' dir="rtl" alt=""');
  });

  it('has a space between the parts that there are', () => {
    expect(joinMarkup([false, markup`<a>`, undefined, markup`<b>`]).html).toBe('<a> <b>');
    expect(joinMarkup([]).html).toBe('');
  });
});
