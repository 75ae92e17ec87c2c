import { describe, expect, it } from 'vitest';
import { settingsScript } from '../../../src/reader/storage.client.ts';
import { findXmlDangers, parsePage } from '../../support/find-page-dangers.ts';

describe('what a page must not have', () => {
  it.each([
    ['<p onclick="alert(1)">a</p>', ['onClick="alert(1)"']],
    ['<x onpointerrawupdate=alert(1)>a</x>', ['onpointerrawupdate="alert(1)"']],
    ['<a href="java&#9;script:alert(1)">a</a>', ['href="java\tscript:alert(1)"']],
    ['<svg><a xlink:href="javascript:alert(1)">a</a></svg>', ['xLinkHref="javascript:alert(1)"']],
    ['<button formaction="javascript:alert(1)">a</button>', ['formAction="javascript:alert(1)"']],
    ['<img src="data:image/png,a">', ['src="data:image/png,a"']],
    ['<p style="color:red">a</p>', ['style="color:red"']],
    ['<iframe src="/a/"></iframe>', ['<iframe>']],
    ['<meta http-equiv="refresh" content="0;url=/a/">', ['refresh 0;url=/a/']],
    ['<meta http-equiv="refresh" content="0; url=/regions/a/">', ['refresh /regions/']],
    ['<script>alert(1)</script>', ['script undefined alert(1)']],
    ['<script src="//evil.example/a.js"></script>', ['script //evil.example/a.js ']],
    ['<script type="application/ld+json">{"a":"</script>"}', ['data {"a":"']],
    [`<script>${settingsScript}</script>`, []],
    ['<script type="module" src="/assets/a.js"></script>', []],
    ['<script type="application/ld+json">{"a":"\\u003c"}</script>', []],
    ['<a href="https://a.example/">a</a> &lt;script>', []],
  ])('%s', (html, dangers) => {
    expect(parsePage(`<!doctype html><title>a</title>${html}`).dangers).toEqual(dangers);
  });
});

describe('what a feed or a drawing must not have', () => {
  it.each([
    ['<svg onload="alert(1)"/>', ['onload="alert(1)"']],
    ['<svg><script>alert(1)</script></svg>', ['<script>']],
    ['<svg><a xlink:href="javascript:alert(1)"/></svg>', ['href="javascript:alert(1)"']],
    ['<rss><link>javascript:alert(1)</link></rss>', ['link javascript:alert(1)']],
    ['<feed><link href="data:text/html,a"/></feed>', ['href="data:text/html,a"']],
    ['<feed><title>&lt;script></title><link href="https://a.example/"/></feed>', []],
  ])('%s', (xml, dangers) => {
    expect(findXmlDangers(xml)).toEqual(dangers);
  });

  it('being not well-formed', () => {
    expect(findXmlDangers('<rss><title>a & b</rss>')).toEqual([expect.stringMatching(/^not well-formed: /u)]);
  });
});
