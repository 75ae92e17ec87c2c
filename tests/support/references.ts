import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The things that a README, comment or message may refer to. */
export interface Repository {
  /** Paths of all files, relative to the root. */
  readonly files: readonly string[];
  readonly scripts: ReadonlySet<string>;
  /** Commands of the desk. */
  readonly commands: ReadonlySet<string>;
}

const notOurs = /^(?:\.git|node_modules|dist(?:\..*)?|\.astro)$|\/node_modules$/u;

/** Lists the files of the repository, without those of packages and builds. */
export function listRepository(folder = '.'): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(folder, entry.name);
    if (notOurs.test(file)) return [];
    return entry.isDirectory() ? listRepository(file) : [file];
  });
}

/** Finds links of a Markdown file to files and headings that do not exist. */
export function findDeadLinks(file: string, text: string, { files }: Repository): readonly string[] {
  const prose = text.replace(/^```.*?^```$|`[^`\n]*`/gmsu, '');
  return [...prose.matchAll(/\]\((?<href>[^)\s]+)\)/gu)].flatMap(({ groups }) => {
    const href = groups?.['href'] ?? '';
    if (/^[a-z]+:/u.test(href)) return [];
    const [name = '', anchor] = href.split('#');
    const target = name === '' ? file : path.posix.join(path.posix.dirname(file), name);
    if (!has(files, target)) return [`link ${href}`];
    const aim = target === file ? text : anchor === undefined ? '' : readFileSync(target, 'utf8');
    return anchor === undefined || listAnchors(aim).includes(anchor) ? [] : [`heading ${href}`];
  });
}

/** Lists the anchors that GitHub gives to headings. */
function listAnchors(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (?<title>.*)$/gmu)].map(({ groups }) =>
    (groups?.['title'] ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** Finds npm scripts and commands of the desk that do not exist, anywhere in a text. */
export function findDeadCommands(text: string, { scripts, commands }: Repository): readonly string[] {
  const named = listMatches(text, /\bnpm run (?:--\w+ )*(?<name>[a-z][\w:-]*)/gu);
  const desk = listMatches(text, /(?:npm run (?:--\w+ )*desk (?:-- )?|(?:npx |`)gazetteer )(?<name>[a-z]+)/gu);
  return [
    ...named.filter((name) => !scripts.has(name)).map((name) => `script ${name}`),
    ...desk.filter((name) => !commands.has(name)).map((name) => `command ${name}`),
  ];
}

function listMatches(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(({ groups }) => groups?.['name'] ?? '');
}

/** Finds paths in inline code of a Markdown file that do not exist. */
export function findDeadPaths(file: string, text: string, { files }: Repository): readonly string[] {
  const prose = text.replace(/^```.*?^```$/gmsu, '');
  return [...prose.matchAll(/`(?<code>[^`\n]+)`/gu)]
    .map(({ groups }) => groups?.['code'] ?? '')
    .filter((code) => isPath(code) && !resolves(files, code, file));
}

/** Returns whether code names a file or folder of the repository, not one of a site, a build or an example. */
function isPath(code: string): boolean {
  if (/[\s<>*…:{}(),]|YYYY|^\/|^(?:dist|node_modules)|^\.(?!github|vscode|ci\b)/u.test(code)) return false;
  // A newsroom may have such a folder; the demo edition has none.
  if (code === 'content/public/') return false;
  return /^[\w.@[\]-]+\.(?:ts|mjs|astro|css|md)$|^(?:[\w.@[\]-]+\/)+(?:[\w.@[\]-]+\.\w+)?$/u.test(code);
}

/** Matches the name of a source file, or of a document in capitals. Texts of newsrooms have their own names. */
const fileName =
  /(?<![\w./<*-])(?<name>(?:[\w.[\]-]+\/)*[\w[\]-](?:[\w.[\]-]*\.(?:ts|mjs|astro|css)|[A-Z]+\.md))\b(?!\.?[-/\w])/gu;

/** Finds file names in comments that no file has. */
export function findDeadNames(file: string, code: string, { files }: Repository): readonly string[] {
  return listComments(code)
    .flatMap((comment) => listMatches(comment.replace(/\bhttps?:\S+/gu, ''), fileName))
    .filter((name) => !resolves(files, name, file));
}

function listComments(code: string): readonly string[] {
  return [...code.matchAll(/\/\*.*?\*\/|(?<![:\w'"`])\/\/.*?$|<!--.*?-->/gmsu)].map(([comment]) => comment);
}

/** Finds names of documents that are not part of the repository. */
export function findOutsideNames(text: string): readonly string[] {
  return [...text.matchAll(/\b(?:DESIGN|TRAPS|STYLE|CASES)\.md\b|(?:\.\.|\/work)\/shared\b/gu)].map(([name]) => name);
}

/** A path names a file or folder from the root, from the file that mentions it, or with its beginning left out. */
function resolves(files: readonly string[], name: string, from: string): boolean {
  return has(files, name) || has(files, path.posix.join(path.posix.dirname(from), name)) || hasEnd(files, name);
}

function has(files: readonly string[], name: string): boolean {
  const folder = name.endsWith('/') ? name : `${name}/`;
  return files.some((file) => file === name || file.startsWith(folder));
}

function hasEnd(files: readonly string[], name: string): boolean {
  const middle = name.endsWith('/') ? `/${name}` : `/${name}/`;
  return files.some((file) => file.endsWith(`/${name}`) || file.includes(middle));
}
