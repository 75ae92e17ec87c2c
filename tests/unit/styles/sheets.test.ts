import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { listStyleSheets, readNames, readPreludes, readStyleSheet } from '../../support/style-sheets.ts';

/** The order of the layers: a reset below all, what applies whatever a component says above all. */
const layers = ['reset', 'tokens', 'base', 'layout', 'prose', 'components', 'utilities'];

interface Import {
  readonly file: string;
  readonly layer: string | undefined;
}

function readImports(css: string): readonly Import[] {
  return [...css.matchAll(/@import '\.\/(?<file>[^']+)'(?: layer\((?<layer>\w+)\))?;/gu)].map(({ groups }) => ({
    file: groups?.['file'] ?? '',
    layer: groups?.['layer'],
  }));
}

function readSources(end: string): ReadonlyMap<string, string> {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(end));
  return new Map(files.map((file) => [file.split(path.sep).join('/'), readFileSync(path.join('src', file), 'utf8')]));
}

/**
 * Lists the names that style sheets can use from a template or script: custom elements, and words of strings with
 * classes.
 */
function readWritten(source: string): readonly string[] {
  const tags = [...source.matchAll(/<(?<tag>[a-z]+-[a-z]+)/gu)].map(({ groups }) => groups?.['tag'] ?? '');
  const values = source.matchAll(/class(?:Name|List|:list)?\b['"]?\s*[\]=:.,(](?<value>.*)/gu);
  const strings = [...values].flatMap(({ groups }) => [
    ...(groups?.['value'] ?? '').matchAll(/(?<quote>["'`])(?<words>.*?)\k<quote>/gu),
  ]);
  return [...tags, ...strings.flatMap(({ groups }) => (groups?.['words'] ?? '').split(/\s+/u))];
}

/** Whether a name is among those written; `is-${kind}` stands for all that begin with `is-`. */
function isAmong(name: string, written: readonly string[]): boolean {
  return written.some(
    (word) => word === name || (/^[\w-]+\$\{/u.test(word) && name.startsWith(word.split('$')[0] ?? '')),
  );
}

function toSheet(component: string): string {
  return `components/${component.replaceAll(/(?<=[a-z])(?=[A-Z])/gu, '-').toLowerCase()}.css`;
}

const templates = readSources('.astro');
const scripts = readSources('.ts');
const written = [...templates.values(), ...scripts.values()].flatMap(readWritten);
/** The names that each component writes, by its own style sheet, if it has one. */
const byComponent = new Map(
  [...templates, ...scripts]
    .filter(([file]) => file.startsWith('components/'))
    .map(([file, source]) => [toSheet(path.parse(file).name), readWritten(source)] as const),
);
const byComponents = [...byComponent.values()].flat();
/** The names that the Markdown chain writes in a text. */
const byText = readWritten(scripts.get('content/markdown/rehype-story-elements.ts') ?? '');

const sheets = listStyleSheets();
const entries = sheets.filter((file) => [...templates.values()].some((source) => source.includes(`styles/${file}'`)));
const ofComponents = sheets.filter((file) => file.startsWith('components/'));

describe('the layers', () => {
  it('have one order, named in one place', () => {
    expect(readStyleSheet('layers.css').trim()).toBe(`@layer ${layers.join(', ')};`);
    expect(sheets.filter((file) => readStyleSheet(file).includes('@layer'))).toEqual(['layers.css']);
  });

  it.each(entries)('come in their order in %s, which names them first', (entry) => {
    const [first, second, ...rest] = readImports(readStyleSheet(entry));
    expect([first?.file, second?.file]).toEqual(['layers.css', 'breakpoints.css']);
    const order = rest.filter(({ file }) => file !== 'fonts.css').map(({ layer }) => layers.indexOf(layer ?? ''));
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it('take in every style sheet once', () => {
    const shared = ['layers.css', 'breakpoints.css'];
    const imported = entries.flatMap((file) => readImports(readStyleSheet(file))).map(({ file }) => file);
    const once = imported.filter((file) => !shared.includes(file));
    expect([...once, ...entries, ...shared].toSorted()).toEqual(sheets);
  });
});

describe('the style sheet of a component', () => {
  it.each(ofComponents)('%s has a component of its name', (file) => {
    expect([...byComponent.keys()]).toContain(file);
  });

  it.each(ofComponents)(
    '%s speaks in every rule of what its component writes, or of what scripts add to it',
    (file) => {
      // A component may have parts without a sheet of their own: `ArticleHeader.astro`.
      const isPart = (sheet: string) => sheet.startsWith(file.replace('.css', '-')) && !sheets.includes(sheet);
      const own = [...byComponent].flatMap(([sheet, names]) => (sheet === file || isPart(sheet) ? names : []));
      const foreign = readPreludes(readStyleSheet(file))
        .map((rule) => readNames(rule))
        .filter(
          (names) => names.length > 0 && !names.some((name) => isAmong(name, own) || !isAmong(name, byComponents)),
        );
      expect(foreign).toEqual([]);
    },
  );

  it.each(sheets.filter((file) => !ofComponents.includes(file) && !/print|writing-systems|utilities/u.test(file)))(
    '%s names nothing that only one component writes',
    (file) => {
      const names = readPreludes(readStyleSheet(file)).flatMap((rule) => readNames(rule));
      const ours = names.filter((name) => !isAmong(name, byText));
      const writers = ours.map((name) => [...byComponent].filter(([, theirs]) => isAmong(name, theirs)));
      expect(writers.filter(({ length }) => length === 1).flat()).toEqual([]);
    },
  );
});

it('no style sheet has a rule for a class or element that nothing writes', () => {
  const named = new Set(
    sheets.flatMap((file) => readPreludes(readStyleSheet(file))).flatMap((rule) => readNames(rule)),
  );
  expect(named.size).toBeGreaterThan(100);
  expect([...named].filter((name) => !isAmong(name, written))).toEqual([]);
});

it('no template has styles of its own', () => {
  for (const [file, source] of templates) expect(source, file).not.toMatch(/<style\b|\bstyle="/u);
});
