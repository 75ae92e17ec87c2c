import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { buildJsonSchemas } from '../content/schema/json-schema.ts';
import { createSchemas } from '../content/schema/schema.ts';
import { siteDefaults } from '../content/schema/site-schema.ts';
import type { Settings } from '../core/settings.ts';
import { issueCodes } from '../core/issue-codes.ts';
import { variableNotes } from '../settings/variables.ts';
import type { Call, Commands } from './command.ts';
import { listCommands } from './help.ts';
import { formatKeyTables } from './key-tables.ts';
import { fillPart, formatTable } from './readme-parts.ts';

const schemas = buildJsonSchemas(createSchemas(siteDefaults));

/** The parts of READMEs generated from the program's own tables, by file and by the name of their marks. */
const parts: Readonly<Record<string, Readonly<Record<string, (commands: Commands) => string>>>> = {
  'content/README.md': { keys: () => formatKeyTables(schemas) },
  'src/desk/README.md': { settings: formatVariables, codes: formatCodes, commands: formatCommands },
};

/** The READMEs with such parts, as paths in the project. */
const referenceReadmes: readonly string[] = Object.keys(parts);

/**
 * Builds every file that is generated from the program's own tables, by its path in the project: READMEs with their
 * tables, and the JSON Schemas for editors.
 *
 * @param readmes the READMEs as they are, by path
 */
export function buildReference(readmes: ReadonlyMap<string, string>, commands: Commands): ReadonlyMap<string, string> {
  const filled = referenceReadmes.map((file): [string, string] => {
    return [file, fillReadme(file, readmes.get(file) ?? '', commands)];
  });
  const written = Object.entries(schemas).map(([kind, schema]): [string, string] => [
    `.vscode/schemas/${kind}.schema.json`,
    `${JSON.stringify(schema, undefined, 2)}\n`,
  ]);
  return new Map([...filled, ...written]);
}

function fillReadme(file: string, readme: string, commands: Commands): string {
  const entries = Object.entries(parts[file] ?? {});
  return entries.reduce((text, [name, write]) => fillPart(text, name, write(commands)), readme);
}

/** Writes the generated files. */
export async function runReference(_call: Call, _settings: Settings, commands: Commands): Promise<void> {
  const reference = buildReference(await readReferenceReadmes(), commands);
  for (const [file, text] of reference) {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  process.stdout.write(`Written: ${[...reference.keys()].join(', ')}.\n`);
}

/** Reads the READMEs with parts to fill, by path. */
export async function readReferenceReadmes(): Promise<ReadonlyMap<string, string>> {
  const texts = referenceReadmes.map(async (file) => [file, await readFile(file, 'utf8')] as const);
  return new Map(await Promise.all(texts));
}

function formatVariables(): string {
  const rows = [...variableNotes].map(([name, { overrides, kind, otherwise = '', about }]) => {
    return [`\`${name}\``, overrides === undefined ? '' : `\`${overrides}\``, kind, about, otherwise];
  });
  return formatTable(['variable', 'overrides', 'value', 'meaning', 'default'], rows);
}

function formatCodes(): string {
  const rows = Object.entries(issueCodes).map(([code, { severity, about }]) => [`\`${code}\``, severity, about]);
  return formatTable(['code', 'severity', 'meaning'], rows);
}

function formatCommands(commands: Commands): string {
  return formatTable(['`npx gazetteer` …', 'what it does', 'options'], listCommands(commands));
}
