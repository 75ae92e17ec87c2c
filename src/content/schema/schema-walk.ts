import type { z } from 'zod';
import { ownTexts } from './schema-fields.ts';

type Definition = z.core.$ZodTypeDef & Record<string, unknown>;

/** Finds the schema of a key or of the entries of a list. */
export function getInner(schema: z.ZodType, segment: string | number): z.ZodType | undefined {
  const definition = getDefinition(schema);
  const shape = definition['shape'] as Record<string, z.ZodType> | undefined;
  const inner = shape ? (Object.hasOwn(shape, segment) ? shape[segment] : undefined) : definition['element'];
  return (inner ?? definition['valueType']) as z.ZodType | undefined;
}

/** Lists the keys of the object that a field lies in. */
export function getKeys(schema: z.ZodType, field: readonly (string | number)[]): readonly string[] {
  let at: z.ZodType | undefined = schema;
  for (const segment of field) at = at && getInner(at, segment);
  return at ? Object.keys((getDefinition(at)['shape'] as object | undefined) ?? {}) : [];
}

/** Looks through wrappers that only make a value optional or prepare it before it is checked. */
function getDefinition(schema: z.ZodType): Definition {
  let definition = schema.def as Definition;
  for (;;) {
    const inner = definition['innerType'] ?? (isPrepared(definition) ? definition['out'] : undefined);
    if (!inner) return definition;
    definition = (inner as z.ZodType).def as Definition;
  }
}

function isPrepared(definition: Definition): boolean {
  return definition.type === 'pipe' && (definition['in'] as z.ZodType).def.type === 'transform';
}

/** Lists the keys of a schema and of everything in it. */
export function listKeys(schema: z.ZodType): readonly string[] {
  const {
    shape = {},
    element,
    valueType,
  } = getDefinition(schema) as {
    shape?: Record<string, z.ZodType>;
    element?: z.ZodType;
    valueType?: z.ZodType;
  };
  const inner = [...Object.values(shape), ...[element, valueType].filter((one) => one !== undefined)];
  return [...Object.keys(shape), ...inner.flatMap(listKeys)];
}

/** Returns whether a value is a text in people's own words, not an id, an address or a date. */
export function isOwnText(schema: z.ZodType): boolean {
  const inner = (schema.def as Definition)['innerType'] as z.ZodType | undefined;
  // Adding a description copies a schema, but the registry knows only the original.
  return inner ? isOwnText(inner) : ownTexts.get(schema) !== undefined;
}
