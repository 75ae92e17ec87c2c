import type { z } from 'zod';
import { createSchemas } from './schema.ts';
import { listKeys } from './schema-walk.ts';

/** Every key that a file of the newsroom may have, at any depth. */
export const contractKeys: ReadonlySet<string> = new Set(
  Object.values<z.ZodType>(createSchemas({ timeZone: 'UTC', language: 'en' })).flatMap(listKeys),
);
