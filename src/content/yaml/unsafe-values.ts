import { toIssue, type FieldPath, type Issue } from '../../core/issue.ts';

/**
 * Rejects values that YAML allows and no newsroom means: one that contains itself and cannot be written out, and the
 * name `__proto__`, which JavaScript silently drops.
 *
 * @param value as the YAML parser made it
 */
export function checkUnsafeValues(value: unknown, file: string): readonly Issue[] {
  return check(value, [], new Set(), file);
}

function check(value: unknown, field: FieldPath, holders: ReadonlySet<object>, file: string): readonly Issue[] {
  if (typeof value !== 'object' || value === null) return [];
  if (holders.has(value)) {
    const message = 'The YAML cannot be read: an alias refers to something that contains it.';
    const hint = 'Write the values out instead of referring to them with `*`.';
    return [toIssue({ code: 'invalid-yaml', message, hint, file, field })];
  }
  const within = new Set([...holders, value]);
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = [...field, Array.isArray(value) ? Number(key) : key];
    return key === '__proto__' ? [explainName(file, at)] : check(inner, at, within, file);
  });
}

function explainName(file: string, field: FieldPath): Issue {
  const message = 'Nothing can be called `__proto__`: the name is reserved.';
  return toIssue({ code: 'reserved-name', message, hint: 'Choose another name.', file, field });
}
