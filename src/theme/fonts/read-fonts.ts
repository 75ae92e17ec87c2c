import { readFile, stat } from 'node:fs/promises';
import { fontRoles, type FontFace, type FontFaces, type FontRole } from '../../core/font-faces.ts';
import { toIssue, type Issue } from '../../core/issue.ts';
import { checkFontBytes } from './check-font-bytes.ts';
import { cutFont, type FontProblem } from './cut-font.ts';
import { findFont, isOfPackage } from './find-font.ts';

/** The fonts that a newsroom names in `site.yaml`. */
export type FontNames = Readonly<Partial<Record<FontRole, string>>>;

/** The folders of a newsroom's texts and of its cache. */
interface Folders {
  readonly contentDir: string;
  readonly cacheDir: string;
}

/** The most bytes of a font before it is cut. */
const mostSourceBytes = 5_000_000;

/** Reads and cuts the fonts of a newsroom, and checks what readers load. */
export async function readFonts(
  names: FontNames,
  folders: Folders,
): Promise<{ readonly fonts: FontFaces; readonly issues: readonly Issue[] }> {
  const fonts: Partial<Record<FontRole, FontFace>> = {};
  const issues: Issue[] = [];
  for (const role of fontRoles) {
    const name = names[role] ?? (role === 'italic' ? findItalic(names, folders.contentDir) : undefined);
    if (name === undefined) continue;
    const font = await readFont(name, role, folders);
    if ('message' in font) issues.push(explain(role, `\`${name}\` ${font.message}.`, font.hint));
    else fonts[role] = font;
  }
  const tooHeavy = issues.length > 0 ? [] : checkFontBytes(fonts);
  return { fonts, issues: [...issues, ...tooHeavy] };
}

/** Returns the package of the text face, if that has an italic. */
function findItalic({ text }: FontNames, contentDir: string): string | undefined {
  const isPackage = text !== undefined && isOfPackage(text) && text.split('/').length === 2;
  return isPackage && typeof findFont(contentDir, text, 'italic') === 'string' ? text : undefined;
}

async function readFont(name: string, role: FontRole, { contentDir, cacheDir }: Folders) {
  const file = findFont(contentDir, name, role);
  if (typeof file !== 'string') return file;
  const { size } = await stat(file);
  return size > mostSourceBytes ? tooLarge : cutFont(await readFile(file), role, cacheDir);
}

const tooLarge: FontProblem = {
  message: 'is larger than 5 MB',
  hint: 'Use a file with the letters of fewer scripts.',
};

function explain(role: FontRole, message: string, hint: string): Issue {
  return toIssue({ code: 'unusable-font', message, hint, file: 'site.yaml', field: ['fonts', role] });
}
