import { describe, expect, it } from 'vitest';
import { cleanSvg } from '../../../src/theme/clean-svg.ts';
import { readFace } from '../../support/read-face.ts';

const cure = 'Export it as plain SVG: shapes only, words as paths, colours as attributes.';

/** Puts something into a drawing. */
const draw = (inside: string) => `<svg viewBox="0 0 1 1">${inside}</svg>`;
const clean = (inside: string) => {
  const result = cleanSvg(draw(inside));
  return 'svg' in result
    ? result.svg.slice('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">'.length, -6)
    : result.problem;
};
const outside = (name: string) => `a link to something outside of the drawing (\`${name}\`)`;

it('is refused with its file, line, reason and cure', async () => {
  const { lines } = await readFace({ 'logo.svg': '<svg viewBox="0 0 1 1">\n  <script>alert(1)</script></svg>' });
  expect(lines).toEqual([`theme/logo.svg:2:3 unsafe-drawing: The drawing has \`<script>\`. ${cure}`]);
});

describe('a drawing with more than shapes is refused', () => {
  it.each([
    ['<script>alert(1)</script>', '`<script>`'],
    ['<SCRIPT href="a.js"/>', '`<SCRIPT>`'],
    ['<style>@import "https://a.example/";</style>', '`<style>`'],
    ['<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>', '`<foreignObject>`'],
    ['<image href="https://a.example/a.png"/>', '`<image>`'],
    ['<a href="https://a.example/"><path d="M0 0"/></a>', '`<a>`'],
    ['<animate attributeName="href" values="javascript:alert(1)"/>', '`<animate>`'],
    ['<set attributeName="onload" to="alert(1)"/>', '`<set>`'],
    ['<svg><g><iframe/></g></svg>', '`<iframe>`'],
    ['<g onload="alert(1)"/>', 'the attribute `onload`'],
    ["<g OnClick = 'alert(1)'/>", 'the attribute `OnClick`'],
    ['<use href="https://a.example/#x"/>', outside('href')],
    ['<use xlink:href="javascript:alert(1)"/>', outside('href')],
    ['<use xlink:href="&#106;avascript:alert(1)"/>', outside('href')],
    ['<use href="data:image/svg+xml;base64,AA#a"/>', outside('href')],
    ['<path fill="url(https://a.example/)" d="M0 0"/>', outside('fill')],
    ['<path fill="url ( \'data:image/png;base64,AA\' )"/>', outside('fill')],
    ['<path fill="&#x75;rl(//a.example/)"/>', outside('fill')],
    ['<path fill="u\\72l(//a.example/)"/>', outside('fill')],
    ['<path style="stroke:red;fill:url(//a.example/)"/>', outside('fill')],
    ['<path style="fill:u\\72l(//a.example/)"/>', outside('fill')],
    ['<!ENTITY a "b">', 'a document type or entity'],
    ['<path d="M0 0"', 'something that is not XML'],
    ['<path d=M0/>', 'something that is not XML'],
    ['<path <script>/>', 'something that is not XML'],
    ['<g></svg>', '`</svg>` without its beginning'],
    ['<g>', '`</svg>` without its beginning'],
    ['<g>'.repeat(60) + '</g>'.repeat(60), 'more than 50 elements inside one another'],
    ['<g>'.repeat(16_000), 'more than 50 elements inside one another'],
    [
      '<g id="a"><path/></g><g id="b"><use href="#a"/></g><use href="#b"/>',
      'a `<use>` of something that has a `<use>` in it',
    ],
    ['<use id="a" xlink:href="#a"/>', 'a `<use>` of something that has a `<use>` in it'],
  ])('%s', (inside, problem) => {
    expect(clean(inside)).toBe(problem);
  });

  it.each([
    ['<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 1 1"/>', 'a document type or entity'],
    ['<html><svg viewBox="0 0 1 1"/></html>', '`<html>`'],
    ['<svg width="1" height="1"/>', 'no `viewBox` on its `<svg>`'],
    ['<svg viewBox="0 0 0 1"/>', 'no `viewBox` on its `<svg>`'],
    ['<svg viewBox="0 0 1 1">', '`<svg>` without its end'],
    ['', 'no elements'],
    ['PNG', 'no elements'],
  ])('as a whole: %s', (source, problem) => {
    expect(cleanSvg(source)).toMatchObject({ problem });
  });
});

describe('a drawing is written anew', () => {
  it.each([
    [
      'its shapes as they are',
      '<g fill="none"><path d=\'M0 0h9\' stroke-width="2"/></g>',
      '<g fill="none"><path d="M0 0h9" stroke-width="2"/></g>',
    ],
    [
      'its own parts',
      '<path id="a"/><use xlink:href="#a"/><path fill="url(#b)"/>',
      '<path id="a"/><use href="#a"/><path fill="url(#b)"/>',
    ],
    [
      'without notes',
      '<!-- <script/> --><metadata><a/></metadata><sodipodi:namedview id="x"/><g inkscape:label="y" class="z"/>',
      '<g/>',
    ],
    [
      'with the colours of a style',
      '<path fill="red" style="fill:#123; -x-y: 1;stroke:none"/>',
      '<path fill="#123" stroke="none"/>',
    ],
    [
      'with words where they are read only',
      '<title>A &amp; B &#60; C</title><g>D</g><![CDATA[<script>]]>',
      '<title>A &amp; B &lt; C</title><g/>',
    ],
    ['with quoted values', "<path id='a\"b'/>", '<path id="a&quot;b"/>'],
  ])('%s', (_what, inside, expected) => {
    expect(clean(inside)).toBe(expected);
  });

  it('without a size of its own, which would be there twice in an icon', () => {
    const source = '<svg width="30mm" height="1" x="2" viewBox="0 0 1 1"><rect width="1"/></svg>';
    expect(cleanSvg(source)).toMatchObject({ svg: expect.stringMatching(/^<svg [^<]*"0 0 1 1"><rect width="1"\/>/u) });
    expect(cleanSvg(source)).toMatchObject({ svg: expect.not.stringContaining('mm') });
  });

  it('without what comes before it', () => {
    const source = `\uFEFF<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "https://a.example/svg11.dtd">\n${draw('<g/>')}\n`;
    expect(cleanSvg(source)).toEqual(cleanSvg(draw('<g/>')));
  });

  it('at an address that changes with its content', async () => {
    const svg = draw('<path d="M0 0h9"/>').replace('0 0 1 1', '0 0 30 10');
    const { face, lines } = await readFace({ 'logo.svg': svg, 'logo-dark.svg': svg.replace('h9', 'h8') });
    expect(lines).toEqual([]);
    expect(face.logo).toMatchObject({ width: 30, height: 10 });
    expect(face.logo?.path).toMatch(/^\/assets\/logo\.[\da-f]{8}\.svg$/u);
    expect(face.logoDark?.path.slice(-12)).not.toBe(face.logo?.path.slice(-12));
  });
});
