import type { z } from 'zod';
import { hasErrors, type Issue } from '../../core/issue.ts';
import { getInner, getKeys } from '../schema/schema-walk.ts';
import { toContentIssues } from '../schema/zod-issue.ts';
import { readCommonYaml } from './common-yaml.ts';
import { parseYaml, type YamlText } from './yaml.ts';

/** The result of checking a YAML text with a schema. */
export interface Parsed<T> {
  /** Absent if there are errors. */
  readonly value?: T;
  /** The valid parts of a text with errors. */
  readonly known?: Partial<T>;
  /** Keys whose value was replaced by a stand-in. */
  readonly stoodIn: readonly string[];
  readonly issues: readonly Issue[];
}

/**
 * Parses YAML and checks it with a schema, reporting everything at once.
 *
 * @param standIn values for keys that are empty or missing
 */
export function parseWith<T>(schema: z.ZodType<T>, source: YamlText, standIn: StandIn = {}): Parsed<T> {
  const common = readCommonYaml(source.yaml);
  const sound = common && checkValue(schema, common, standIn);
  // Only `parseYaml` knows where a value stands and whether YAML has changed it.
  if (sound?.checked.success) return { value: sound.checked.data, stoodIn: sound.stoodIn, issues: [] };
  const { value: read, isPartial, issues: unread } = parseYaml(source, schema);
  if (read === undefined) return { stoodIn: [], issues: unread };
  const { value, checked, stoodIn } = checkValue(schema, read, standIn);
  const told = new Set(unread.map(({ field }) => field?.join('.')));
  const found = (checked.error?.issues ?? [])
    .flatMap((issue) => toContentIssues(issue, { file: source.file, value, schema }))
    .filter(({ code, field }) => !told.has(field?.join('.')) && !(isPartial && code === 'missing-key'));
  const issues = [...unread, ...found];
  if (checked.success && !hasErrors(issues)) return { value: checked.data, stoodIn, issues };
  return { known: readKnown(schema, value), stoodIn, issues };
}

/** Checks a value with a schema, once stand-ins have taken the place of what is missing. */
function checkValue<T>(schema: z.ZodType<T>, read: unknown, standIn: StandIn) {
  const missing = isMapping(read) ? findStandIns(read, standIn) : [];
  const value = missing.length > 0 ? { ...(read as object), ...Object.fromEntries(missing) } : read;
  return { value, checked: schema.safeParse(value), stoodIn: missing.map(([key]) => key) };
}

/** Functions, by key, that return a stand-in for a missing value. Undefined if there is none. */
export type StandIn = Readonly<Record<string, () => unknown>>;

function findStandIns(
  read: Readonly<Record<string, unknown>>,
  standIn: StandIn,
): readonly (readonly [string, unknown])[] {
  return Object.entries(standIn)
    .filter(([key]) => isBlank(read[key]))
    .map(([key, make]) => [key, make()] as const)
    .filter(([, value]) => value !== undefined);
}

function isBlank(value: unknown): boolean {
  return value === undefined || (typeof value === 'string' && value.trim() === '');
}

/** Reads the keys of a value that are valid by themselves. */
function readKnown<T>(schema: z.ZodType<T>, value: unknown): Partial<T> {
  const keys = getKeys(schema, []);
  const entries = keys.flatMap((key) => {
    const checked = getInner(schema, key)?.safeParse(isMapping(value) ? value[key] : undefined);
    return checked?.success && checked.data !== undefined ? [[key, checked.data]] : [];
  });
  return Object.fromEntries(entries) as Partial<T>;
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
