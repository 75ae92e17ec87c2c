import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { getContrast } from '../../../src/core/colours.ts';
import { looks, ownFace } from '../../../src/core/face.ts';
import { findContrastFailures } from '../../../src/theme/contrast.ts';
import { derivePalettes } from '../../../src/theme/derive-palettes.ts';
import { parseTokens } from '../../../src/theme/parse-tokens.ts';
import { readTheme } from '../../../src/theme/read-theme.ts';
import { renderThemeCss } from '../../../src/theme/render-theme-css.ts';
import { readFace } from '../../support/read-face.ts';

function derive(css: string) {
  return derivePalettes(parseTokens(`:root { ${css} }`).colours);
}

it('is our face in a newsroom without its own', async () => {
  expect(await readTheme(tmpdir(), { cacheDir: tmpdir() })).toEqual({ face: ownFace, issues: [] });
  expect(renderThemeCss(ownFace)).toBe('');
  expect((await readFace({ 'tokens.css': '/* nothing yet */\n' })).face.palettes).toEqual(ownFace.palettes);
});

describe('tokens.css', () => {
  it.each([
    [
      ':root {\n  --papier: #fff;\n}\n',
      'theme/tokens.css:2:3 invalid-value: `--papier` is not a property that a newsroom can set. Did you mean `--paper`?',
    ],
    [
      ':root {\n  --link: url(https://evil.example/);\n}\n',
      'theme/tokens.css:2:3 invalid-value: `--link`: `url(https://evil.example/)` is not a colour that can be checked. Write it as `#rrggbb`: `#12506b`.',
    ],
    [
      ':root {\n  --link: red;\n}\n',
      'theme/tokens.css:2:3 invalid-value: `--link`: `red` is not a colour that can be checked. Write it as `#rrggbb`: `#12506b`.',
    ],
    [
      ':root {\n  color: #123;\n}\n',
      'theme/tokens.css:2:3 invalid-value: `color` is not a property that a newsroom can set. Known: --paper, --ink, --muted, --rule, --coast, --sea, --wash, --link, --here, --correction, --land, --mark, and with --dark-, --sepia-, --contrast- and --contrast-dark- before the word.',
    ],
    [
      '/* ours */\n:root { --paper: #fff; }\nbody { display: none }\n',
      'theme/tokens.css:3:1 invalid-value: The file has something else than one rule `:root { … }`. Keep only `:root { --paper: #fffdf8; --link: #7a1f3d; }`: the file sets colours and nothing else.',
    ],
    [
      '@import "a.css";\n',
      'theme/tokens.css:1:1 invalid-value: The file has something else than one rule `:root { … }`. Keep only `:root { --paper: #fffdf8; --link: #7a1f3d; }`: the file sets colours and nothing else.',
    ],
    [
      ':root {\n  --link: #e0559a;\n}\n',
      'theme/tokens.css:2:3 low-contrast: `--link` (#e0559a) on `--paper` (#fcfbf7) has a contrast of 3.41 to 1; at least 7 to 1 is needed. Make one of the two lighter or darker.',
    ],
    [
      ':root {\n  --contrast-dark-link: #7799bb;\n}\n',
      'theme/tokens.css:2:3 low-contrast: `--contrast-dark-link` (#7799bb) on `--contrast-dark-paper` (#000000) has a contrast of 7.05 to 1; at least 10 to 1 is needed. Make one of the two lighter or darker.',
    ],
    [
      ':root {\n  --here: #803000;\n}\n',
      'theme/tokens.css:2:3 low-contrast: `--ink` (#1b1a17) on `--here` (#803000) has a contrast of 1.93 to 1; at least 7 to 1 is needed. Make one of the two lighter or darker.',
    ],
  ])('is held to colours that can be read: %j', async (css, expected) => {
    expect((await readFace({ 'tokens.css': css })).lines).toContain(expected);
  });

  it('sets a colour in the short form too', () => {
    const palettes = derive('--link: #037; --dark-link: #ABCDEF;');
    expect([palettes.light.link, palettes.dark.link]).toEqual(['#003377', '#abcdef']);
  });
});

it('has an issue code for each kind of mistake in the folder', async () => {
  const contentDir = mkdtempSync(path.join(tmpdir(), 'gazetteer-theme-'));
  mkdirSync(path.join(contentDir, 'theme'));
  writeFileSync(path.join(contentDir, 'theme/tokens.css'), ':root { --link: #ffffff; }');
  writeFileSync(path.join(contentDir, 'theme/favicon.svg'), '<svg><image/></svg>');
  const { issues } = await readTheme(contentDir, { cacheDir: tmpdir() });
  expect([...new Set(issues.map(({ code }) => code))]).toEqual(['low-contrast', 'unsafe-drawing']);
  writeFileSync(path.join(contentDir, 'theme/favicon.svg'), Buffer.from('89504e470d0a1a0a', 'hex'));
  const { issues: ofPicture } = await readTheme(contentDir, { cacheDir: tmpdir() });
  expect(ofPicture.filter(({ file }) => file.endsWith('.svg'))).toMatchObject([
    {
      code: 'unsafe-drawing',
      message: 'The file is no SVG.',
      hint: 'Export it as plain SVG: shapes only, words as paths, colours as attributes.',
      file: 'theme/favicon.svg',
      line: 1,
      column: 1,
    },
  ]);
});

describe('looks that are not given', () => {
  it.each([
    '--link: #8a1c4a',
    '--paper: #101418; --ink: #f4f4f4; --link: #ffd0e0',
    '--paper: #fff2d8; --here: #ff8800',
    '--ink: #000080',
  ])('are made of those that are, and can be read: %s', (css) => {
    const palettes = derive(css);
    for (const look of looks.slice(1)) expect([look, findContrastFailures(look, palettes[look])]).toEqual([look, []]);
  });

  it('carry the hue of a link to dark pages, as light as it must be', () => {
    const { dark, light } = derive('--link: #8a1c4a;');
    expect(light.link).toBe('#8a1c4a');
    expect(dark.link).toMatch(/^#d/u);
    expect(getContrast(dark.link, dark.paper)).toBeGreaterThanOrEqual(7);
  });
});

describe('the style sheet', () => {
  it('sets only what changes, in the layer of our tokens, and nothing on paper', () => {
    const css = renderThemeCss({ palettes: derive('--dark-paper: #101010;') });
    expect(css).toMatch(/^@layer tokens\{@media screen\{:root\{--palette-night:#101010;/u);
    expect(css).not.toContain('theme-sepia');
  });

  it.each([['--here: #ffaa00;'], ['--link: #003377;'], ['--sepia-paper: #f8efdc;']])(
    'gives every look the colours that were checked: %s',
    (set) => {
      const palettes = derive(set);
      const css = renderThemeCss({ palettes });
      expect(css).toContain(set.includes('sepia') ? "theme-sepia']{--palette-paper:#f8efdc" : set.slice(-8, -1));
    },
  );
});
