import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import subsetFont from 'subset-font';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fontRoles, mostFontBytes, ownFontBytes, type FontFace, type FontRole } from '../../../src/core/font-faces.ts';
import { ownFace } from '../../../src/core/face.ts';
import { readCompiledFingerprint, readPlacedFingerprint } from '../../../src/press/plan/fingerprint.ts';
import { readSettings } from '../../../src/settings/settings.ts';
import { checkFontBytes } from '../../../src/theme/fonts/check-font-bytes.ts';
import { cutFont, readCutFont } from '../../../src/theme/fonts/cut-font.ts';
import { replaceFontRules } from '../../../src/theme/fonts/render-font-css.ts';

const fixture = 'tests/fixtures/themed/theme/fonts';
const noto = 'node_modules/@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic';
const ourFile = (role: FontRole) => `src/styles/fonts/newsreader-${role}.woff2`;

const texto = readFileSync(`${fixture}/texto.ttf`);
const withoutZ9 = await subsetFont(texto, 'ABCDEFGHIJKLMNOPQRSTUVWXYabcdefghijklmnopqrstuvwxyz012345678', {
  targetFormat: 'sfnt',
});
const onlyDashes = await subsetFont(texto, '–—', { targetFormat: 'woff2' });

function makeFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'gazetteer-fonts-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** Reads the settings of a newsroom with some fonts and packages. */
async function read(yaml: string, files: Readonly<Record<string, Uint8Array>> = {}) {
  const folder = makeFolder();
  const all = { 'content/site.yaml': Buffer.from(`fonts:\n${yaml}`), ...files };
  for (const [file, bytes] of Object.entries(all)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), bytes);
  }
  const { site, issues } = await readSettings({
    CONTENT_DIR: path.join(folder, 'content'),
    CACHE_DIR: path.join(folder, 'cache'),
  });
  const lines = issues.map(
    ({ file, line, column, code, message, hint }) => `${file}:${line}:${column} ${code}: ${message} ${hint}`,
  );
  return { site, lines, codes: issues.map(({ code }) => code) };
}

async function cut(file: string, role: FontRole, cacheDir = makeFolder()): Promise<FontFace> {
  const face = await cutFont(readFileSync(file), role, cacheDir);
  if ('message' in face) throw new Error(face.message);
  return face;
}

const listNumbers = (css: string) =>
  css.match(/(?:-override|-adjust): ?[\d.]+%/gu)?.map((text) => text.replace(' ', ''));

/** Returns the rules of faces of a weight. */
function byWeight(css: string, weight: number): readonly string[] {
  const rules = css.match(/@font-face\s*\{[^}]*\}/gu) ?? [];
  return rules.filter((rule) => new RegExp(`weight: ?${weight}`, 'u').test(rule));
}

it('have the measures of our fallbacks, where they are ours', async () => {
  const css = readFileSync('src/styles/fonts.css', 'utf8');
  const faces = { text: await cut(ourFile('text'), 'text'), display: await cut(ourFile('display'), 'display') };
  const rules = replaceFontRules(css, faces, '/');
  const [regular, bold] = [400, 600].map((weight) => listNumbers(byWeight(rules, weight).join('')));
  expect(regular).toEqual(listNumbers(byWeight(css, 400).join('')));
  // Against Georgia Bold. Times New Roman Bold is wider there than it is.
  expect(bold?.slice(0, 4)).toEqual(listNumbers(byWeight(css, 600).join(''))?.slice(0, 4));
  expect(bold?.[7]).toBe('-adjust:102.28%');
});

it('are as heavy as our files say', () => {
  const sizes = fontRoles.map((role) => [role, statSync(ourFile(role)).size]);
  expect(Object.fromEntries(sizes)).toEqual(ownFontBytes);
  expect(Object.values(ownFontBytes).reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(mostFontBytes);
});

describe('fonts of a newsroom', () => {
  it('come from files, and take part in the program that is placed and not in the one that is compiled', async () => {
    const cacheDir = makeFolder();
    const { site, issues } = await readSettings({ CONTENT_DIR: 'tests/fixtures/themed', CACHE_DIR: cacheDir });
    expect(issues).toEqual([]);
    const { fonts = {}, ...face } = site.face;
    expect(Object.values(fonts).map((font) => font.path.replace(/\.\w{8}\./u, '.'))).toEqual([
      '/assets/text.woff2',
      '/assets/display.woff2',
    ]);
    expect(readPlacedFingerprint(site)).not.toBe(readPlacedFingerprint({ ...site, face }));
    expect(readCompiledFingerprint(site.face)).toBe(readCompiledFingerprint(face));
  });

  it('come from packages above the newsroom, the italic too', async () => {
    const files = Object.fromEntries(
      ['normal', 'italic'].map((style) => [
        `node_modules/@fontsource-variable/newsreader/files/newsreader-latin-opsz-${style}.woff2`,
        readFileSync(`node_modules/@fontsource-variable/newsreader/files/newsreader-latin-opsz-${style}.woff2`),
      ]),
    );
    const { site, lines } = await read('  text: "@fontsource-variable/newsreader"\n', files);
    expect(lines).toEqual([]);
    const { fonts = {} } = site.face;
    expect(Object.keys(fonts)).toEqual(['text', 'italic']);
    // At the same place on the axes, the letters are those of our own faces.
    expect(fonts.text?.width).toBe((await cut(ourFile('text'), 'text')).width);
  });

  it('are cut once, to the same bytes everywhere, and again if the cache is damaged', async () => {
    const [here, there] = [makeFolder(), makeFolder()];
    const face = await cut(`${fixture}/texto.ttf`, 'text', here);
    expect(await cut(`${fixture}/texto.ttf`, 'text', there)).toEqual(face);
    const bytes = await readCutFont(here, face.key);
    expect(bytes).toEqual(await readCutFont(there, face.key));
    truncateSync(path.join(here, 'fonts', `${face.key}.woff2`), 100);
    expect(await readCutFont(here, face.key)).toBeUndefined();
    expect(await cut(`${fixture}/texto.ttf`, 'text', here)).toEqual(face);
    expect(await readCutFont(here, face.key)).toEqual(bytes);
    expect(readdirSync(path.join(here, 'fonts'))).toHaveLength(2);
  });

  it('are pinned to the weight of headlines', async () => {
    const [regular, bold] = [
      await cut(`${noto}-latin-wght-normal.woff2`, 'text'),
      await cut(`${noto}-latin-wght-normal.woff2`, 'display'),
    ];
    expect(bold.width).toBeGreaterThan(regular.width);
    expect(bold.width).toBe((await cut(`${fixture}/titulares.woff2`, 'display')).width);
  });

  it('leave a newsroom without any as it is', async () => {
    const { site } = await readSettings({ CONTENT_DIR: 'tests/fixtures/empty' });
    expect(site.face).toBe(ownFace);
  });
});

describe('a font that cannot be used', () => {
  const file = 'content/theme/fonts/a.woff2';
  const place = 'site.yaml:2:9 unusable-font: `theme/fonts/a.woff2`';
  it.each([
    [
      Buffer.from('<html>not found</html>'),
      `${place} is not a font that can be read, or it is damaged. Use a WOFF2, WOFF, TrueType or OpenType file.`,
    ],
    [
      readFileSync(`${fixture}/titulares.woff2`).subarray(0, 5000),
      `${place} is not a font that can be read, or it is damaged. Use a WOFF2, WOFF, TrueType or OpenType file.`,
    ],
    [
      onlyDashes,
      `${place} has no Latin letters. Use a font, or the file of a font, with all letters from A to Z and all digits.`,
    ],
    [
      withoutZ9,
      `${place} lacks the letters Z 9. Use a font, or the file of a font, with all letters from A to Z and all digits.`,
    ],
    [
      readFileSync(`${fixture}/titulares.woff2`),
      `${place} has no regular weight: its lightest is 600. Use the file of weight 400.`,
    ],
    [Buffer.alloc(5_000_001), `${place} is larger than 5 MB. Use a file with the letters of fewer scripts.`],
  ])('is named with its fault and the cure (%#)', async (bytes, expected) => {
    const { site, lines, codes } = await read('  text: theme/fonts/a.woff2\n', { [file]: bytes });
    expect(codes).toEqual(['unusable-font']);
    expect(lines).toEqual([expected]);
    expect(site.face.fonts).toBeUndefined();
  });

  const normal = 'node_modules/@fontsource/a/files/a-latin-400-normal.woff2';
  it.each([
    [
      '  display: theme/fonts/b.ttf\n',
      'site.yaml:2:12 unusable-font: `theme/fonts/b.ttf` does not exist. Put the file in `theme/fonts/`, and name it with this path.',
    ],
    [
      '  display: "@fontsource/lora"\n',
      'site.yaml:2:12 unusable-font: `@fontsource/lora` is not installed. Run `npm install @fontsource/lora` in the newsroom’s folder.',
    ],
    [
      '  italic: "@fontsource/a"\n',
      'site.yaml:2:11 unusable-font: `@fontsource/a` has no Latin italic of weight 400. Name a package that has one, or leave `italic` out.',
    ],
    [
      '  text: "@fontsource/b"\n',
      'site.yaml:2:9 unusable-font: `@fontsource/b` has no Latin letters of weight 400. Name another package, or one of its files.',
    ],
    [
      '  text: ../../secret.ttf\n',
      'site.yaml:2:9 invalid-value: `text` in `fonts`: `../../secret.ttf` is not a font. Write a file, such as `theme/fonts/text.woff2` (or `.woff`, `.ttf`, `.otf`), or a package, such as `@fontsource/lora`.',
    ],
  ])('is not found (%#)', async (yaml, expected) => {
    const { lines } = await read(yaml, {
      [normal]: readFileSync(`${fixture}/titulares.woff2`),
      'node_modules/@fontsource/b/files/b-cyrillic-400-normal.woff2': Buffer.from('x'),
    });
    expect(lines).toEqual([expected]);
  });
});

describe('the bytes of all faces', () => {
  const face: FontFace = { path: '/a', key: 'a', sizeBytes: 0, ascent: 1, descent: 0, lineGap: 0, width: 0.5 };
  const weigh = (sizes: Readonly<Partial<Record<FontRole, number>>>) =>
    checkFontBytes(
      Object.fromEntries(Object.entries(sizes).map(([role, sizeBytes]) => [role, { ...face, sizeBytes }])),
    );

  it('are limited, with ours where the newsroom has none, and none for slanted text', () => {
    expect(weigh({ text: 30_000, display: 30_000 })).toEqual([]);
    expect(weigh({ display: ownFontBytes.display + 1608 })).toEqual([]);
    const [issue] = weigh({ text: 30_000, display: 30_001 });
    expect(issue).toMatchObject({
      code: 'heavy-fonts',
      severity: 'error',
      message: 'The faces of a page have 60001 bytes (text 30000, display 30001); the limit is 60000.',
      hint: 'Name a font with simpler letters. Without `italic`, a text face from a file is slanted for emphasis.',
      file: 'site.yaml',
      field: ['fonts', 'display'],
    });
    expect(weigh({ display: ownFontBytes.display + 1609 })[0]?.message).toBe(
      'The faces of a page have 60001 bytes (text 19716, display 23661, italic 16624); the limit is 60000.',
    );
  });
});
