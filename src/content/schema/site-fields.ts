import { z } from 'zod';
import { getNearest } from '../../core/spelling.ts';
import type { CustomParams } from './schema-fields.ts';

/** The form of a setting written in one line. */
interface Form<Value> {
  /** Returns undefined for a text that is not of this form. */
  parse(text: string): Value | undefined;
  /** A noun for the form, as messages use it: `the name of a time zone`. */
  readonly noun: string;
  /** Suggests what to write instead of a wrong text. */
  suggest(text: string): string;
}

/** Creates the field of a text in a certain form. */
export function toField<Value>({ parse, noun, suggest }: Form<Value>) {
  return z.string().transform((text, context): Value => {
    const value = parse(text.trim());
    if (value !== undefined) return value;
    const params: CustomParams = { code: 'invalid-value', hint: suggest(text.trim()) };
    context.issues.push({ code: 'custom', input: text, message: `\`${text}\` is not ${noun}.`, params });
    return z.NEVER;
  });
}

/** Creates the field of a setting, with its meaning and its default. */
export function toSetting<Schema extends z.ZodType>(
  schema: Schema,
  description: string,
  fallback?: string | number | boolean,
) {
  return z.exactOptional(schema).meta({ description, ...(fallback !== undefined && { default: fallback }) });
}

/** A font: a file of the newsroom, or a package or a file in one. */
export const fontName = toField({
  parse: (text) => (fontForm.test(text) ? text : undefined),
  noun: 'a font',
  suggest: () =>
    'Write a file, such as `theme/fonts/text.woff2` (or `.woff`, `.ttf`, `.otf`), or a package, such as `@fontsource/lora`.',
});

const fontForm =
  /^(?:theme\/fonts\/\w[\w.-]*\.(?:woff2?|ttf|otf)|@fontsource(?:-variable)?\/[\w-]+(?:\/files\/\w[\w.-]*\.woff2?)?)$/u;

/** The address of a site's front page. A final slash is added. */
export const siteAddress = toField({
  parse: toSiteUrl,
  noun: 'the address of a site',
  suggest: (text) => {
    const meant = toSiteUrl(toBareUrl(text));
    const isHost = meant !== undefined && /\/\/[^/]+\.|localhost/u.test(meant);
    return `Write the full address of the front page: \`${isHost ? meant : 'https://example.org/news/'}\`.`;
  },
}).meta({ pattern: '^[Hh][Tt][Tt][Pp][Ss]?://[^?#@]+$' });

/** Returns the address of a web folder with a final slash. Undefined if the text contains anything else. */
function toSiteUrl(text: string): string | undefined {
  if (!/^https?:(?:\/\/[^/?#@\\\s]+)(?:\/[^/?#\\\s]+)*\/?$/iu.test(text)) return undefined;
  return URL.parse(text)?.href.replace(/\/?$/u, '/');
}

/** Removes everything that the address of a site cannot have: a user, a query, a fragment, spaces, doubled slashes. */
function toBareUrl(text: string): string {
  const rest = text
    .replaceAll('\\', '/')
    .replace(/[?#].*$/u, '')
    .replace(/^(?:[a-z]+:(?!\d))?\/*/iu, '')
    .replace(/^[^/]*@/u, '');
  const scheme = /^http:/iu.test(text) ? 'http' : 'https';
  return `${scheme}://${rest.replaceAll(/\s/gu, '').replaceAll(/\/{2,}/gu, '/')}`;
}

/** An IANA time zone. */
export const timeZoneName = toField({
  parse: (text) => (isTimeZone(text) ? text : undefined),
  noun: 'the name of a time zone',
  suggest: (text) => {
    const nearest = getNearest(text, Intl.supportedValuesOf('timeZone'));
    return nearest === undefined ? 'Write a name such as `Europe/Bucharest` or `UTC`.' : `Did you mean \`${nearest}\`?`;
  },
});

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
}

/**
 * An address at which people can be reached.
 *
 * Source: https://www.rfc-editor.org/rfc/rfc9116#section-2.5.3
 */
export const contactAddress = toField({
  parse: (text) => (/^(?:https:\/\/|mailto:|tel:)[!-~]+$/u.test(text) && URL.canParse(text) ? text : undefined),
  noun: 'a `mailto:`, `https:` or `tel:` address',
  suggest: (text) =>
    /^[^\s:@]+@[^\s:@]+$/u.test(text)
      ? `Write \`mailto:${text}\`.`
      : 'Write an address such as `mailto:security@example.org`, `https://example.org/report/` or `tel:+1-201-555-0123`.',
}).meta({ pattern: '^(?:https://|mailto:|tel:)[!-~]+$' });

/** Creates the field of a whole number in a range. */
export function wholeNumber(min: number, max: number) {
  return toField({
    parse: (text) => {
      const value = /^\d+$/u.test(text) ? Number(text) : Number.NaN;
      return value >= min && value <= max ? value : undefined;
    },
    noun: `a whole number from ${min} to ${max}`,
    suggest: () => 'Write digits only.',
  }).meta({ type: 'integer', minimum: min, maximum: max });
}

const switchValues: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['on', true],
  ['false', false],
  ['off', false],
]);

/** A switch: `true` and `false`, or these two words. */
export const onOrOff = toField({
  parse: (text) => switchValues.get(text),
  noun: '`true` or `false`',
  suggest: () => 'Write one of the two; `on` and `off` also work.',
}).meta({ type: ['boolean', 'string'], enum: [true, false, 'on', 'off'] });
