import path from 'node:path';
import ts from 'typescript';
import { partFiles } from '../../src/core/face.ts';
import { programDir } from '../../src/disk/program-dir.ts';
import type { ChangedProp } from '../../src/theme/changed-props.ts';

/** The props of each part, by its file, and of own pages: `edition`, and `view.home` for a field of a prop. */
export type PartProps = Readonly<Record<string, readonly string[]>>;

/** The most names that a field is listed with. Others are mostly in lists, where no check could follow them. */
const longest = 3;

const root = path.join(programDir, 'src');

/** Lists the props of all parts and of own pages as `components/parts.ts` declares them, with their fields. */
export function listPartProps(): PartProps {
  const { checker, getType } = readTypes(path.join(root, 'components/parts.ts'));
  const listFields = (type: ts.Type, owners: readonly string[] = []): readonly string[] =>
    checker.getPropertiesOfType(type).flatMap((property) => {
      const names = [...owners, property.name];
      const inner = checker.getNonNullableType(checker.getTypeOfSymbol(property));
      return [names.join('.'), ...(names.length < longest && isView(checker, inner) ? listFields(inner, names) : [])];
    });
  // A teaser is handed the parameters of a function.
  const teaser = getType('Parts').getProperty('Teaser');
  const [signature] = teaser ? checker.getNonNullableType(checker.getTypeOfSymbol(teaser)).getCallSignatures() : [];
  const parameters = signature?.parameters ?? [];
  const ofTeaser = parameters.flatMap((symbol) => listFields(checker.getTypeOfSymbol(symbol), [symbol.name]));
  const components = partFiles.filter((file) => file.endsWith('.astro'));
  return {
    ...Object.fromEntries(components.map((file) => [file, listFields(getType(file.replace('.astro', 'Props')))])),
    'Teaser.ts': ofTeaser,
    pages: listFields(getType('StandingPageProps')),
  };
}

/** Reads the types that a module exports. */
function readTypes(file: string) {
  const program = ts.createProgram([file], {
    strict: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  const exported = module ? checker.getExportsOfModule(module) : [];
  const getType = (name: string) => {
    const symbol = exported.find((candidate) => candidate.name === name);
    if (!symbol) throw new Error(`${file} exports no ${name}.`);
    return checker.getDeclaredTypeOfSymbol(symbol);
  };
  return { checker, getType };
}

/** Returns whether a type is a record of ours. The dictionary is none: a prop is all of it. */
function isView(checker: ts.TypeChecker, type: ts.Type): boolean {
  const file = type.symbol?.declarations?.[0]?.getSourceFile().fileName ?? '';
  return file.startsWith(root) && !file.startsWith(path.join(root, 'i18n')) && !checker.isArrayLikeType(type);
}

/** Lists the props of an earlier version that parts are handed no more, and that no entry tells newsrooms about. */
export function listUntold(earlier: PartProps, now: PartProps, changed: readonly ChangedProp[]): readonly string[] {
  return Object.entries(earlier).flatMap(([part, props]) => {
    const told = changed.filter((entry) => entry.part === part).map(({ from }) => from);
    const isTold = (prop: string) => told.some((from) => prop === from || prop.startsWith(`${from}.`));
    return props.filter((prop) => !now[part]?.includes(prop) && !isTold(prop)).map((prop) => `${part}: ${prop}`);
  });
}

/** The file that keeps the props of a version for the tests of later ones. */
export function toPropsFile(version: string): string {
  return path.join(programDir, `tests/fixtures/part-props/${version}.json`);
}
