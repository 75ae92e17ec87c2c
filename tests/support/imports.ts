import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** One module or file that a source file imports. */
export interface Import {
  /** Path below `src`: `views/front.ts`. */
  readonly file: string;
  /** A file of ours by its path below `src`; a package by its name as written: `node:fs`, `astro:content`. */
  readonly target: string;
  readonly isOurs: boolean;
  /** Whether only types are imported, which do not exist at run time. */
  readonly isType: boolean;
  /** Whether it is opened by its address, `new URL('…', import.meta.url)`, as workers and data files are. */
  readonly isAddress: boolean;
}

/** Lists the TypeScript and Astro files of a folder by their paths below it. */
export function listSourceFiles(root = 'src'): readonly string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => /\.(?:ts|mjs|astro)$/u.test(file) && !file.endsWith('.d.ts'))
    .sort();
}

/** Reads the imports of a file below `src`, of every form. */
export function readImports(file: string, root = 'src'): readonly Import[] {
  return parseImports(file, readFileSync(path.join(root, file), 'utf8'));
}

/**
 * Parses the imports of a source text: `import`, `export … from`, `import()`, `import.meta.glob` and addresses made
 * with `import.meta.url`. Throws for a computed name, which nobody could follow.
 *
 * @param file its path below `src`, from which relative names are resolved
 */
export function parseImports(file: string, text: string): readonly Import[] {
  return toScripts(file, text).flatMap((script) => {
    const source = ts.createSourceFile(file, script, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
    const found: Import[] = [];
    const visit = (node: ts.Node) => {
      const entry = readNode(file, node);
      if (entry) found.push(entry);
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });
}

/** Returns the scripts of an Astro file, the part between its fences first. Any other file is one script. */
function toScripts(file: string, text: string): readonly string[] {
  if (!file.endsWith('.astro')) return [text];
  const [, fence = '', template = text] = /^---\n(?<fence>.*?)\n---\n(?<template>.*)$/su.exec(text) ?? [];
  const scripts = [...template.matchAll(/<script\b[^>]*>(?<code>.*?)<\/script>/gsu)];
  return [fence, ...scripts.map(({ groups }) => groups?.['code'] ?? '')];
}

function readNode(file: string, node: ts.Node): Import | undefined {
  if (ts.isImportDeclaration(node)) {
    return toImport(file, node.moduleSpecifier, { isType: isTypeImport(node.importClause) });
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
    return toImport(file, node.moduleSpecifier, { isType: node.isTypeOnly });
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return toImport(file, node.argument.literal, { isType: true });
  }
  if (ts.isCallExpression(node) && isImportCall(node.expression)) {
    return isCompiledProgram(file, node) ? undefined : toImport(file, node.arguments[0]);
  }
  if (ts.isNewExpression(node) && node.arguments?.[1]?.getText() === 'import.meta.url') {
    return toImport(file, node.arguments[0], { isAddress: true });
  }
  return undefined;
}

function isTypeImport(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  return (
    clause.name === undefined &&
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.length > 0 &&
    named.elements.every(({ isTypeOnly }) => isTypeOnly)
  );
}

/** The compiled program lies in the cache. It is the only module whose name is computed. */
function isCompiledProgram(file: string, { arguments: [name] }: ts.CallExpression): boolean {
  return file === 'press/program/renderer.ts' && name?.getText() === 'entry';
}

function isImportCall(callee: ts.Expression): boolean {
  return callee.kind === ts.SyntaxKind.ImportKeyword || callee.getText() === 'import.meta.glob';
}

function toImport(
  file: string,
  name: ts.Node | undefined,
  { isType = false, isAddress = false }: Partial<Pick<Import, 'isType' | 'isAddress'>> = {},
): Import {
  if (!name || !ts.isStringLiteralLike(name)) {
    throw new Error(`${file} imports \`${name?.getText()}\`: write the name itself, so that it can be followed.`);
  }
  // Vite's `?worker&url` and the like say how a file is loaded, not which.
  const target = name.text.replace(/\?.*$/u, '');
  const isOurs = target.startsWith('.') || isAddress;
  const resolved = path.posix.join(path.posix.dirname(file), target);
  return { file, target: isOurs ? resolved : target, isOurs, isType, isAddress };
}

/** Lists imports of our own files that do not exist. */
export function findMissing(imports: readonly Import[], root = 'src'): readonly Import[] {
  return imports.filter(({ target, isOurs }) => isOurs && !existsSync(path.join(root, target)));
}
