import { toIssue, type Issue } from '../core/issue.ts';
import { looks, paletteNames, type ColourRole, type Look } from '../core/face.ts';
import { getNearest } from '../core/spelling.ts';

/** A colour that a newsroom sets, and where. */
interface SetColour {
  readonly colour: string;
  readonly line: number;
  readonly column: number;
}

/** The colours that a newsroom sets, by look and role. */
export type SetColours = ReadonlyMap<string, SetColour>;

/** The file of a newsroom's colours, in its content folder. */
export const tokensFile = 'theme/tokens.css';

const roles: readonly string[] = Object.keys(paletteNames);

/** Every property that the file may set: `--paper` on light pages, `--dark-paper` on dark ones. */
const names: ReadonlyMap<string, string> = new Map(
  looks.flatMap((look) =>
    roles.map((role) => [look === 'light' ? `--${role}` : `--${look}-${role}`, toKey(look, role)] as const),
  ),
);

/** Returns the key of a colour among those that are set. */
export function toKey(look: Look, role: string): string {
  return `${look} ${role}`;
}

/** Returns the name by which the file sets a colour. */
export function toPropertyName(look: Look, role: ColourRole): string {
  return look === 'light' ? `--${role}` : `--${look}-${role}`;
}

/**
 * Parses `theme/tokens.css`: one rule for `:root` with our properties and colours, and comments. Anything else is an
 * issue, because style sheets of a newsroom could break every page.
 */
export function parseTokens(css: string): { readonly colours: SetColours; readonly issues: readonly Issue[] } {
  // Comments become spaces, so that places stay.
  const text = css.replace(/\/\*[\s\S]*?(?:\*\/|$)/gu, (comment) => comment.replace(/[^\n]/gu, ' '));
  const { body, start } = findRule(text);
  if (body === undefined) return { colours: new Map(), issues: [explainForm(css, start)] };
  const colours = new Map<string, SetColour>();
  const issues: Issue[] = [];
  for (const { groups, index } of body.matchAll(/(?<gap>\s*)(?<declaration>[^;]+)(?:;|$)/gu)) {
    const { gap = '', declaration = '' } = groups ?? {};
    if (declaration.trim() === '') continue;
    const at = getPlace(css, start + index + gap.length);
    const read = readDeclaration(declaration.trim());
    if (typeof read === 'string') colours.set(read, { colour: toLong(declaration), ...at });
    else issues.push(toIssue({ code: 'invalid-value', file: tokensFile, ...at, ...read }));
  }
  return { colours, issues };
}

function findRule(text: string): { readonly body?: string; readonly start: number } {
  const found = /^(?<head>\s*:root\s*\{)(?<body>[^{}]*)\}\s*$/u.exec(text)?.groups;
  if (found) return { body: found['body'] ?? '', start: found['head']?.length ?? 0 };
  if (text.trim() === '') return { body: '', start: 0 };
  const inside = /^\s*:root\s*\{[^{}]*\}\s*/u.exec(text)?.[0].length ?? text.search(/\S/u);
  return { start: inside };
}

function explainForm(css: string, at: number): Issue {
  return toIssue({
    code: 'invalid-value',
    message: 'The file has something else than one rule `:root { … }`.',
    hint: 'Keep only `:root { --paper: #fffdf8; --link: #7a1f3d; }`: the file sets colours and nothing else.',
    file: tokensFile,
    ...getPlace(css, at),
  });
}

/** Returns the key of the colour that a declaration sets, or what is wrong with it. */
function readDeclaration(declaration: string): string | { readonly message: string; readonly hint: string } {
  const [name = '', ...rest] = declaration.split(':').map((part) => part.trim());
  const value = rest.join(':');
  const key = names.get(name);
  if (key === undefined) {
    const nearest = getNearest(name, names.keys());
    const all = `Known: ${roles.map((role) => `--${role}`).join(', ')}, and with --dark-, --sepia-, --contrast- and --contrast-dark- before the word.`;
    return {
      message: `\`${name.slice(0, 60)}\` is not a property that a newsroom can set.`,
      hint: nearest === undefined ? all : `Did you mean \`${nearest}\`?`,
    };
  }
  if (/^#(?:[\da-f]{3}|[\da-f]{6})$/iu.test(value)) return key;
  return {
    message: `\`${name}\`: \`${value.slice(0, 60)}\` is not a colour that can be checked.`,
    hint: 'Write it as `#rrggbb`: `#12506b`.',
  };
}

/** Returns the colour of a declaration as `#rrggbb`. */
function toLong(declaration: string): string {
  const colour = (declaration.split('#')[1] ?? '').trim().toLowerCase();
  return `#${colour.length === 3 ? colour.replaceAll(/./gu, '$&$&') : colour}`;
}

function getPlace(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
