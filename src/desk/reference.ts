import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { buildJsonSchemas } from '../content/schema/json-schema.ts';
import { createSchemas } from '../content/schema/schema.ts';
import { issueCodes } from '../core/issue-codes.ts';
import { site } from '../site.config.ts';

/**
 * Returns every file that is made of the program's own tables, by its path in the project: the README with its table of codes,
 * and the JSON Schemas for editors.
 *
 * @param readme the README as it is
 */
export function buildReference(readme: string): ReadonlyMap<string, string> {
  const schemas = buildJsonSchemas(createSchemas(site));
  return new Map([
    ['README.md', replaceCodes(readme)],
    ...Object.entries(schemas).map(
      ([kind, schema]) => [`.vscode/schemas/${kind}.schema.json`, `${JSON.stringify(schema, undefined, 2)}\n`] as const,
    ),
  ]);
}

/** Writes these files: `npm run desk reference`. */
export async function runReference(): Promise<void> {
  const reference = buildReference(await readFile('README.md', 'utf8'));
  for (const [file, text] of reference) {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  process.stdout.write(`Written: ${[...reference.keys()].join(', ')}.\n`);
}

const codesStart = '<!-- codes: made by `npm run desk reference` -->\n';
const codesEnd = '<!-- /codes -->';

/** Puts the table of codes between its marks. Throws when a text has no marks. */
export function replaceCodes(text: string): string {
  const [start, end] = [text.indexOf(codesStart), text.indexOf(codesEnd)];
  if (start < 0 || end < start) throw new Error('The README has no place for the table of codes.');
  return `${text.slice(0, start)}${codesStart}\n${formatCodes()}\n${text.slice(end)}`;
}

/** Writes the table of all codes in Markdown, its columns aligned as Prettier does it. */
function formatCodes(): string {
  const rows = Object.entries(issueCodes).map(([code, { severity, about }]) => [`\`${code}\``, severity, about]);
  const head = ['code', 'weight', 'what it stands for'];
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const toLine = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |\n`;
  return [head, widths.map((width) => '-'.repeat(width)), ...rows].map(toLine).join('');
}
