import type { z } from 'zod';
import { toIssue, type FieldPath, type Issue, type IssueInput } from '../../core/issue.ts';
import { foldSpace, formatCount, isVisible } from '../../core/text.ts';
import type { CustomParams } from './schema-fields.ts';
import { getKeys } from './schema-walk.ts';
import { explainKey, suggestKey } from './suggest-key.ts';

/**
 * Explains what a schema reported, in the words of an editor.
 *
 * @param value the whole value that was parsed, to quote from
 * @param schema the schema it was parsed with, to look keys up in
 */
export function toContentIssues(
  found: z.core.$ZodIssue,
  { file, value, schema }: { file: string; value: unknown; schema: z.ZodType },
): readonly Issue[] {
  const path = found.path.filter((segment) => typeof segment !== 'symbol');
  // A text that stands for a set of keys is named itself, not its `text`.
  const field = typeof getIn(value, path.slice(0, -1)) === 'string' ? path.slice(0, -1) : path;
  const at = getIn(value, field);
  const issue = (input: Omit<IssueInput, 'file' | 'field'>) => toIssue({ field, ...input, file });
  const name = toName(field);

  switch (found.code) {
    case 'unrecognized_keys':
      return found.keys.map((key) => explainUnknownKey(key, { file, field, schema, value: getIn(at, [key]) }));
    case 'invalid_type':
      if (at === undefined || at === null)
        return [issue(explainMissingPicture(field) ?? explainMissing(name, isThere(value, field)))];
      return [issue({ code: 'wrong-type', ...explainType(field, at, found.expected) })];
    case 'invalid_value':
      return [issue(explainChoice(name, at, found.values.map(String)))];
    case 'too_big':
      return [issue(explainSize(name, at, { limit: Number(found.maximum), isMaximum: true }))];
    case 'too_small':
      if (typeof at === 'string' && !isVisible(at))
        return [issue(explainMissingPicture(field) ?? explainSize(name, at, toLeast(found.minimum)))];
      return [issue(explainSize(name, at, toLeast(found.minimum)))];
    case 'custom': {
      // Only our own checks make custom issues, always with these params.
      const { code, hint } = found.params as CustomParams;
      return [
        issue({ code, message: `${name}: ${found.message}`, hint: typeof hint === 'string' ? hint : hint(file) }),
      ];
    }
    default:
      return [
        issue({ code: 'invalid-value', message: `${name}: \`${quote(at)}\` is not valid.`, hint: found.message }),
      ];
  }
}

/**
 * Names a field the way an editor would.
 *
 * @example toName(['sources', 0, 'url']) // '`url` in item 1 of `sources`'
 */
function toName(field: FieldPath): string {
  return field.length === 0 ? 'The file' : toWords(field).replace(/^item/u, 'Item');
}

/** `item 2 of `members` in `eu` in `groups`` */
function toWords(field: FieldPath): string {
  return field
    .map((segment) => (typeof segment === 'number' ? `item ${segment + 1} of ` : `\`${segment}\` in `))
    .toReversed()
    .join('')
    .replace(/ (?:in|of) $/u, '');
}

function explainUnknownKey(
  key: string,
  { file, field, schema, value }: { file: string; field: FieldPath; schema: z.ZodType; value: unknown },
): Issue {
  const keys = getKeys(schema, field);
  return toIssue({
    code: 'unknown-key',
    message: `There is no key \`${key}\`${field.length > 0 ? ` in ${toWords(field)}` : ''}.`,
    hint: explainKey(key, value, keys),
    file,
    field: [...field, key],
  });
}

function explainMissing(name: string, isEmpty = false): Pick<IssueInput, 'code' | 'message' | 'hint'> {
  if (isEmpty) return { code: 'missing-key', message: `${name} has no value.`, hint: 'Write one, or delete the line.' };
  return { code: 'missing-key', message: `${name} is missing.`, hint: 'Add it: this key is required.' };
}

/** The texts that a picture must have: a description for those who cannot see it, and a credit. */
function explainMissingPicture(field: FieldPath): Pick<IssueInput, 'code' | 'message' | 'hint'> | undefined {
  if (field.join('.') === 'image.alt') {
    const message = 'The picture has no description.';
    return { code: 'missing-alt', message, hint: 'Describe it: `alt: A bridge under water`.' };
  }
  if (field.join('.') === 'image.credit') {
    const message = 'The picture has no credit.';
    return { code: 'missing-credit', message, hint: 'Name the photographer or the agency: `credit: Ana Pop`.' };
  }
  return undefined;
}

function toLeast(minimum: number | bigint): { limit: number; isMaximum: false } {
  return { limit: Number(minimum), isMaximum: false };
}

function explainType(field: FieldPath, value: unknown, expected: string): { message: string; hint: string } {
  const hints: Readonly<Record<string, string>> = {
    string: 'Write text, in quotation marks if it looks like a number or is empty.',
    array: `Write a list: \`${field.length === 1 ? `${field[0]}: ` : ''}[${typeof value === 'string' ? value : quote(value)}]\`.`,
    object: 'Write `key: value` lines below it, indented.',
    record: 'Write `key: value` lines below it, indented.',
    number: 'Write digits only, with a point before decimals: `26.1`.',
  };
  const names: Readonly<Record<string, string>> = {
    string: 'text',
    array: 'a list',
    object: 'a set of keys',
    record: 'a set of keys',
    number: 'a number',
  };
  return {
    message: `${toName(field)} must be ${names[expected] ?? expected}, not \`${quote(value)}\`.`,
    hint: hints[expected] ?? '',
  };
}

function explainChoice(
  name: string,
  value: unknown,
  choices: readonly string[],
): Pick<IssueInput, 'code' | 'message' | 'hint'> {
  if (value === undefined) return explainMissing(name);
  const meant = suggestKey(String(value), choices);
  const all = choices.map((choice) => `\`${choice}\``).join(', ');
  return {
    code: 'invalid-value',
    message: `${name}: \`${quote(value)}\` is not one of ${all}.`,
    hint: meant ? `Did you mean \`${meant}\`?` : 'Write one of them.',
  };
}

function explainSize(
  name: string,
  value: unknown,
  { limit, isMaximum }: { limit: number; isMaximum: boolean },
): Pick<IssueInput, 'code' | 'message' | 'hint'> {
  const isList = Array.isArray(value);
  if (!isMaximum && typeof value === 'string' && !isVisible(value)) {
    const hint =
      value === '' ? 'Write it, or delete the line.' : 'Type it again: it contains only invisible characters.';
    return { code: 'too-short', message: `${name} has no visible characters.`, hint };
  }
  const size = isList ? value.length : foldSpace(String(value ?? '')).length;
  const unit = isList ? 'item' : 'character';
  return {
    code: isMaximum ? 'too-long' : 'too-short',
    message: `${name} has ${formatCount(size, unit)}; the ${isMaximum ? 'maximum' : 'minimum'} is ${limit}.`,
    hint: isMaximum ? `Remove ${formatCount(size - limit, unit)}.` : `Add at least ${formatCount(limit - size, unit)}.`,
  };
}

function quote(value: unknown): string {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** Returns whether a key or an entry is present, even without a value. */
function isThere(value: unknown, field: FieldPath): boolean {
  const holder = getIn(value, field.slice(0, -1));
  return typeof holder === 'object' && holder !== null && Object.hasOwn(holder, field.at(-1) ?? '');
}

function getIn(value: unknown, field: FieldPath): unknown {
  return field.reduce<unknown>(
    (at, segment) =>
      typeof at === 'object' && at !== null ? (at as Record<string | number, unknown>)[segment] : undefined,
    value,
  );
}
