import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { replaceParts } from '../../../src/astro/replace-parts.ts';
import { ownPages, parts } from '../../../src/components/parts.ts';
import { partFiles } from '../../../src/core/face.ts';
import { readCompiledFingerprint } from '../../../src/press/plan/fingerprint.ts';
import { readTheme } from '../../../src/theme/read-theme.ts';

/** Reads the face of a newsroom with some files in its folder. */
async function read(files: readonly string[]) {
  const contentDir = mkdtempSync(path.join(tmpdir(), 'gazetteer-parts-'));
  for (const file of files) {
    mkdirSync(path.dirname(path.join(contentDir, file)), { recursive: true });
    writeFileSync(path.join(contentDir, file), 'text');
  }
  return { contentDir, ...(await readTheme(contentDir, { cacheDir: tmpdir() })) };
}

describe('parts of a newsroom', () => {
  it('are found by their names, with the pages that have a text', async () => {
    const { face, issues } = await read([
      'theme/components/Masthead.astro',
      'theme/components/Teaser.ts',
      'theme/pages/team.astro',
      'pages/team.md',
    ]);
    expect(issues).toEqual([]);
    expect(Object.keys(face.parts ?? {})).toEqual([
      'theme/components/Masthead.astro',
      'theme/components/Teaser.ts',
      'theme/pages/team.astro',
    ]);
  });

  it.each([
    [
      'theme/components/Mastehad.astro',
      '`Mastehad.astro` is not a part that can be replaced. Did you mean `Masthead.astro`?',
    ],
    ['theme/components/Teaser.astro', '`Teaser.astro` is not a part that can be replaced. Did you mean `Teaser.ts`?'],
    [
      'theme/components/Sidebar.astro',
      `\`Sidebar.astro\` is not a part that can be replaced. Parts: ${partFiles.join(', ')}.`,
    ],
    [
      'theme/pages/team.astro',
      'The page pages/team.md, which this component would show, does not exist. Write pages/team.md with a title, a summary and a text: links, sitemaps and search know the page by it.',
    ],
  ])('must be ours to replace: %s', async (file, expected) => {
    const { issues } = await read([file]);
    expect(
      issues.map((issue) => [issue.code, `${issue.file}:${issue.line}`, `${issue.message} ${issue.hint}`]),
    ).toEqual([['unknown-part', `${file}:1`, expected]]);
  });

  it('are compiled again when one changes, and only then', async () => {
    const { contentDir, face } = await read(['theme/components/Footer.astro']);
    const copy = mkdtempSync(path.join(tmpdir(), 'gazetteer-parts-'));
    cpSync(contentDir, copy, { recursive: true });
    const print = readCompiledFingerprint(face);
    expect(readCompiledFingerprint((await readTheme(copy, { cacheDir: tmpdir() })).face)).toBe(print);
    writeFileSync(path.join(copy, 'theme/components/Footer.astro'), 'other');
    expect(readCompiledFingerprint((await readTheme(copy, { cacheDir: tmpdir() })).face)).not.toBe(print);
    expect(readCompiledFingerprint()).not.toBe(print);
  });
});

describe('the resolver', () => {
  const partsModule = path.resolve('src/components/parts.ts');

  it('leaves our module where nothing is replaced; it has no parts', () => {
    expect(replaceParts('/paper', {}).load(partsModule)).toBeUndefined();
    expect([parts, ownPages]).toEqual([{}, {}]);
  });

  it('writes the module of a newsroom’s parts and pages, and no other', () => {
    const plugin = replaceParts('/paper', {
      parts: { 'theme/components/Footer.astro': 'a', 'theme/pages/team.astro': 'b' },
    });
    expect(plugin.load(partsModule)).toBe(
      [
        'import part0 from "/paper/theme/components/Footer.astro";',
        'import part1 from "/paper/theme/pages/team.astro";',
        'export const parts = { "Footer": part0 };',
        'export const ownPages = { "team": part1 };',
      ].join('\n'),
    );
    expect(plugin.load(path.resolve('src/components/footer.ts'))).toBeUndefined();
  });

  it('leads a part to ours and to our packages, and leaves all other modules alone', async () => {
    const plugin = replaceParts('/paper', {});
    const context = { resolve: (id: string, importer: string) => Promise.resolve({ id: `${importer} ${id}` }) };
    const resolve = (id: string, importer?: string) => plugin.resolveId.call(context, id, importer);
    const part = '/paper/theme/components/Footer.astro';
    expect(resolve('gazetteer/components/Footer.astro', part)).toBe(path.resolve('src/components/Footer.astro'));
    expect(await resolve('astro/runtime/server/index.js', part)).toEqual({
      id: `${partsModule} astro/runtime/server/index.js`,
    });
    expect([resolve('./other.ts', part), resolve('astro', '/paper/pages/x.ts'), resolve('astro')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
