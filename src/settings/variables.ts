import { z } from 'zod';
import { siteSchema } from '../content/schema/site-schema.ts';
import { onOrOff, wholeNumber } from '../content/schema/site-fields.ts';

/** The variables of an environment, by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The row of a variable in the table of variables. */
export interface VariableNote {
  /** The key of `site.yaml` that it overrides, with its parent key: `features.cards`. */
  readonly overrides?: string;
  /** The default, in words. Absent if `site.yaml` defines it. */
  readonly otherwise?: string;
  /** The kind of value, in a word or two. */
  readonly kind: string;
  readonly about: string;
}

/** The rows of all variables, by their schemas. */
const notes = z.registry<VariableNote>();

const { shape } = siteSchema;

/** The last second that a date can represent: the end of the year 9999. */
const lastSecond = 253_402_300_799;

/**
 * Every environment variable that Gazetteer reads. Those about the site override a key of `site.yaml` and have its
 * form; the others are about this machine or this run.
 */
export const variables = z.object({
  SITE_URL: override(shape.address, 'address', 'address', 'Where the site is published, with its base path.'),
  SITE_NAME: override(shape.name, 'name', 'text', 'The name of the paper.'),
  SITE_MOTTO: override(shape.motto, 'motto', 'text', 'A few words below the name.'),
  SITE_DESCRIPTION: override(shape.description, 'description', 'text', 'The paper in a sentence.'),
  SITE_LANGUAGE: override(shape.language, 'language', 'language tag', 'The language of the interface.'),
  SITE_LOCALE: override(shape.locale, 'locale', 'language tag', 'How dates, numbers and lists are written.'),
  SITE_TIME_ZONE: override(shape.timeZone, 'timeZone', 'time zone', 'Decides which day a story belongs to.'),
  SITE_SECURITY_CONTACT: override(
    shape.securityContact,
    'securityContact',
    'address',
    'Contact for reporting security vulnerabilities.',
  ),
  SITE_OFFLINE: override(
    onOrOff,
    'features.offline',
    'on, off',
    'Readers can reopen pages they have read without a network.',
  ),
  SITE_PACKED: override(onOrOff, 'features.packed', 'on, off', 'Every text file gets a compressed copy.'),
  SOCIAL_CARDS: override(onOrOff, 'features.cards', 'on, off', 'Stories get cards. Each is drawn once.'),
  INDEX_PART_SIZE: override(shape.indexPartSize, 'indexPartSize', 'number', 'Stories in one part of the search index.'),
  CONTENT_DIR: ofMachine(z.string(), 'folder', '`content`', 'The content folder, with `site.yaml` in it.'),
  OUT_DIR: ofMachine(z.string(), 'folder', '`dist`', 'The folder that the site is built into; a preview has its own.'),
  CACHE_DIR: ofMachine(
    z.string(),
    'folder',
    '`node_modules/.cache/gazetteer`',
    'The cache of builds; it contains drafts.',
  ),
  BUILD_THREADS: ofMachine(
    wholeNumber(1, 1000),
    'number',
    'one for each core',
    'The number of threads, for when several builds share a machine.',
  ),
  PORT: ofMachine(
    wholeNumber(0, 65_535),
    'number',
    '4321; 4322 for a preview',
    'The port that the site is served on; 0 takes any free port.',
  ),
  SOURCE_DATE_EPOCH: ofMachine(
    wholeNumber(0, lastSecond),
    'number',
    'now',
    'The time of the build, in seconds since 1970.',
  ),
});

/** The values of the variables that are set. */
export type Variables = z.output<typeof variables>;

function override<Schema extends z.ZodType>(schema: Schema, overrides: string, kind: string, about: string) {
  return toRow(schema, { overrides, kind, about });
}

function ofMachine<Schema extends z.ZodType>(schema: Schema, kind: string, otherwise: string, about: string) {
  return toRow(schema, { kind, otherwise, about });
}

function toRow<Schema extends z.ZodType>(schema: Schema, note: VariableNote) {
  const field = z.exactOptional(schema);
  notes.add(field, note);
  return field;
}

/** Lists all variables in the order of the table. */
export const variableNotes: ReadonlyMap<string, VariableNote> = new Map(
  Object.entries<z.ZodType>(variables.shape).map(([name, schema]) => [
    name,
    notes.get(schema) ?? { kind: '', about: '' },
  ]),
);
