import type { JsonSchema } from '../content/schema/json-schema.ts';
import { timestampPattern } from '../core/dates.ts';
import { formatTable } from './readme-parts.ts';

/**
 * Formats the keys of each kind of file as a heading with a table in Markdown. Nested keys are written as a path:
 * `dateline.place`. `groups.<id>.title` is below an id that the newsroom chooses.
 */
export function formatKeyTables(schemas: Readonly<Record<string, JsonSchema>>): string {
  return Object.values(schemas)
    .map((schema) => `### ${schema.title}\n\n${formatTable(['key', 'value', 'meaning'], listRows(schema))}`)
    .join('\n');
}

type Row = readonly [key: string, value: string, meaning: string];

/** Lists the keys below a schema, each before its nested keys. */
function listRows(schema: JsonSchema, path = ''): readonly Row[] {
  const required = new Set(schema.required);
  const named = Object.entries(schema.properties ?? {}).map(([key, value]) => ({
    key,
    value,
    must: required.has(key),
  }));
  const free = schema.additionalProperties;
  const all = typeof free === 'object' ? [...named, { key: '<id>', value: free, must: false }] : named;
  return all.flatMap(({ key, value, must }) => {
    if (typeof value === 'boolean') return [];
    const own = [path, key].filter(Boolean).join('.');
    const within = [...listRows(value, own), ...listRows(getItem(value) ?? {}, own)];
    // An id that a newsroom chooses needs no row of its own.
    if (value.description === undefined) return within;
    return [[`\`${own}\``, describeForm(value, must), value.description], ...within];
  });
}

function getItem({ items }: JsonSchema): JsonSchema | undefined {
  return typeof items === 'object' && !Array.isArray(items) ? items : undefined;
}

/**
 * Describes the allowed values in a few words.
 *
 * @example describeForm({ type: 'string', maxLength: 60 }, true) // 'text of at most 60 characters, required'
 */
function describeForm(schema: JsonSchema, must: boolean): string {
  const form = describeKind(schema);
  const fallback = schema.default;
  if (must) return `${form}, required`;
  return typeof fallback === 'object' || fallback === undefined ? form : `${form}; by default \`${String(fallback)}\``;
}

function describeKind(schema: JsonSchema): string {
  const { type, maxLength, pattern } = schema;
  if (schema.enum) return schema.enum.map((choice) => `\`${String(choice)}\``).join(', ');
  if (Array.isArray(type)) return 'code';
  if (type === 'array') return describeList(schema);
  if (type === 'object') return schema.properties ? 'the keys below' : 'entries, each under its key';
  if (type === 'integer') return `number from ${schema.minimum} to ${schema.maximum}`;
  if (type !== 'string') return String(type);
  if (pattern === timestampPattern) return 'date or time';
  if (pattern?.includes('[Hh]')) return 'web address';
  return maxLength === undefined ? 'text' : `text of at most ${maxLength} characters`;
}

function describeList(schema: JsonSchema): string {
  const { minItems, maxItems = '' } = schema;
  const length = getItem(schema)?.maxLength;
  const each = length === undefined ? '' : `, each of at most ${length} characters`;
  return `list of ${minItems === maxItems ? '' : 'at most '}${maxItems}${each}`;
}
