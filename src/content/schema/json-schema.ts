import { z } from 'zod';
import type { Schemas } from './schema.ts';

/** A JSON Schema, draft 7, as editors' YAML services read it. */
export type JsonSchema = z.core.JSONSchema.JSONSchema;

/** The titles of the schemas, by kind of file. */
const titles: Readonly<Record<keyof Schemas, string>> = {
  article: 'The front matter of a story',
  storyline: 'The front matter of a storyline',
  page: 'The front matter of a standing page',
  topics: 'topics.yaml',
  authors: 'authors.yaml',
  places: 'places.yaml',
  front: 'front.yaml',
  site: 'site.yaml',
};

/**
 * Builds JSON Schemas of the content contract, by kind of file: what may be written, before defaults are filled in.
 * They check forms, not references to other files. A text with runs of spaces may count as longer than it is.
 */
export function buildJsonSchemas(schemas: Schemas): Readonly<Record<keyof Schemas, JsonSchema>> {
  const build = (kind: keyof Schemas): JsonSchema => ({
    $comment: 'Generated from src/content/schema/schema.ts by `npx gazetteer reference`.',
    title: titles[kind],
    ...z.toJSONSchema(schemas[kind], {
      io: 'input',
      target: 'draft-07',
      unrepresentable: 'any',
      override: copyDefault,
    }),
  });
  return {
    article: build('article'),
    storyline: build('storyline'),
    page: build('page'),
    topics: build('topics'),
    authors: build('authors'),
    places: build('places'),
    front: build('front'),
    site: build('site'),
  };
}

/** Zod leaves out the default of a value that is transformed. */
function copyDefault({
  zodSchema,
  jsonSchema,
}: {
  readonly zodSchema: z.core.$ZodType;
  readonly jsonSchema: JsonSchema;
}): void {
  const fallback = z.globalRegistry.get(zodSchema)?.['default'];
  if (fallback !== undefined) jsonSchema.default = fallback;
}
