import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = 'src/styles';

export interface Declaration {
  readonly property: string;
  readonly value: string;
}

/** Lists the style sheets of the program, relative to `src/styles`. */
export function listStyleSheets(): readonly string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.css'))
    .map((file) => file.split(path.sep).join('/'))
    .toSorted();
}

/** Reads a style sheet without its comments. */
export function readStyleSheet(file: string): string {
  return readFileSync(path.join(root, file), 'utf8').replaceAll(/\/\*.*?\*\//gsu, '');
}

/** Reads the declarations of a style sheet, in order. */
export function readDeclarations(css: string): readonly Declaration[] {
  return [...css.matchAll(/(?<=[{;]\s*)(?<property>-?-?[a-z][\w-]*):\s*(?<value>[^;{}]+);/gu)].map(({ groups }) => ({
    property: groups?.['property'] ?? '',
    value: (groups?.['value'] ?? '').replaceAll(/\s+/gu, ' '),
  }));
}

/** Reads the text before each `{`: selectors and conditions. */
export function readPreludes(css: string): readonly string[] {
  return [...css.matchAll(/(?<prelude>[^{};]+)\{/gu)].map(({ groups }) => (groups?.['prelude'] ?? '').trim());
}

/** Reads the classes and custom elements that a selector names. */
export function readNames(selector: string): readonly string[] {
  if (selector.startsWith('@')) return [];
  const words = selector.replaceAll(/\[[^\]]*\]|::?[\w-]+/gu, ' ');
  return [...words.matchAll(/(?<=\.)[a-z][\w-]*|(?<![\w.-])[a-z]+-[a-z]+/gu)].map(([name]) => name);
}
