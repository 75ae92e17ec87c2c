import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { toIssue, type Issue } from '../core/issue.ts';
import { looks, ownFace, type Face, type Logo } from '../core/face.ts';
import { isIssue, readTextFile } from '../content/text/text-file.ts';
import { cleanSvg } from './clean-svg.ts';
import { readFonts, type FontNames } from './fonts/read-fonts.ts';
import { findContrastFailures, type ContrastFailure } from './contrast.ts';
import { derivePalettes } from './derive-palettes.ts';
import { readParts } from './read-parts.ts';
import { parseTokens, toKey, tokensFile, toPropertyName, type SetColours } from './parse-tokens.ts';

/** The drawings that a newsroom may have in its folder `theme/`. */
const drawings = { logo: 'theme/logo.svg', logoDark: 'theme/logo-dark.svg', icon: 'theme/favicon.svg' } as const;

/** The most bytes of a drawing: it is on every page. */
const mostBytes = 50_000;

/**
 * Reads the face of a newsroom: its folder `theme/`, and the fonts that it names. Without either, it is ours.
 *
 * @param cacheDir absolute path of the folder of all caches, in which fonts are cut
 */
export async function readTheme(
  contentDir: string,
  { fonts: names = {}, cacheDir }: { readonly fonts?: FontNames | undefined; readonly cacheDir: string },
): Promise<{ readonly face: Face; readonly issues: readonly Issue[] }> {
  const { fonts, issues: fontIssues } = await readFonts(names, { contentDir, cacheDir });
  const hasFonts = Object.keys(fonts).length > 0;
  if (!hasFonts && !existsSync(path.join(contentDir, 'theme'))) return { face: ownFace, issues: fontIssues };
  const tokens = await readTokens(contentDir);
  const { parts, issues: partIssues } = readParts(contentDir);
  const drawn = await Promise.all(Object.values(drawings).map((file) => readDrawing(contentDir, file)));
  const [logo, logoDark, icon] = drawn.map((drawing) => (drawing && 'logo' in drawing ? drawing.logo : undefined));
  const face: Face = {
    ...ownFace,
    palettes: tokens.palettes,
    ...(logo && { logo }),
    ...(logo && logoDark && { logoDark }),
    ...(icon && { icon }),
    ...(hasFonts && { fonts }),
    ...(Object.keys(parts).length > 0 && { parts }),
  };
  const drawingIssues = drawn.flatMap((drawing) => (drawing && 'issue' in drawing ? [drawing.issue] : []));
  return { face, issues: [...tokens.issues, ...drawingIssues, ...partIssues, ...fontIssues] };
}

async function readTokens(contentDir: string): Promise<Pick<Face, 'palettes'> & { readonly issues: readonly Issue[] }> {
  const { palettes } = ownFace;
  if (!existsSync(path.join(contentDir, tokensFile))) return { palettes, issues: [] };
  const source = await readTextFile(contentDir, tokensFile, mostBytes);
  if (isIssue(source)) return { palettes, issues: [source] };
  const { colours, issues } = parseTokens(source.text);
  if (colours.size === 0) return { palettes, issues };
  const derived = derivePalettes(colours);
  const failures = looks.flatMap((look) =>
    findContrastFailures(look, derived[look]).map((failure) => explainContrast(look, failure, derived, colours)),
  );
  return { palettes: derived, issues: [...issues, ...failures] };
}

/** Explains two colours that differ too little, at the one that the newsroom sets. */
function explainContrast(
  look: (typeof looks)[number],
  { of, on, needed, contrast }: ContrastFailure,
  palettes: Face['palettes'],
  colours: SetColours,
): Issue {
  const at = [of, on].map((role) => colours.get(toKey(look, role))).find((set) => set !== undefined);
  const { line = 1, column = 1 } = at ?? {};
  const [one, other] = [of, on].map((role) => `\`${toPropertyName(look, role)}\` (${palettes[look][role]})`);
  return toIssue({
    code: 'low-contrast',
    message: `${one} on ${other} has a contrast of ${Math.floor(contrast * 100) / 100} to 1; at least ${needed} to 1 is needed.`,
    hint: 'Make one of the two lighter or darker.',
    file: tokensFile,
    line,
    column,
  });
}

/** Reads a drawing. Undefined if there is none. */
async function readDrawing(
  contentDir: string,
  file: string,
): Promise<{ readonly logo: Logo } | { readonly issue: Issue } | undefined> {
  if (!existsSync(path.join(contentDir, file))) return undefined;
  const source = await readTextFile(contentDir, file, mostBytes);
  // Drawing programs save pictures under any name.
  if (isIssue(source))
    return { issue: source.code === 'invalid-utf8' ? explainDrawing(file, 'The file is no SVG.') : source };
  const clean = cleanSvg(source.text);
  if ('problem' in clean)
    return { issue: explainDrawing(file, `The drawing has ${clean.problem}.`, source.text.slice(0, clean.at)) };
  const { svg, width, height } = clean;
  const name = path.basename(file, '.svg');
  const digest = hash('sha256', svg, 'hex').slice(0, 8);
  return { logo: { file, path: `/assets/${name}.${digest}.svg`, width, height } };
}

/**
 * Explains what is wrong with a drawing, and where.
 *
 * @param before the text before that place
 */
function explainDrawing(file: string, message: string, before = ''): Issue {
  const lines = before.split('\n');
  return toIssue({
    code: 'unsafe-drawing',
    message,
    hint: 'Export it as plain SVG: shapes only, words as paths, colours as attributes.',
    file,
    line: lines.length,
    column: (lines.at(-1)?.length ?? 0) + 1,
  });
}
