import { z } from 'zod';
import { parseTimestamp, timestampPattern, type Timestamp } from '../../core/dates.ts';
import { findForbiddenCharacter, isVisible } from '../../core/text.ts';
import { explainTime } from './explain-time.ts';
import { explainPictureFormat, isLocalImage, isLocalName, pictureExtensions } from '../text/local-file.ts';
import { limits } from '../text/limits.ts';

/** The details that a custom check adds to its message. `toContentIssue` reads them. */
export interface CustomParams {
  readonly code:
    'invalid-time' | 'missing-offset' | 'forbidden-character' | 'duplicate-value' | 'invalid-value' | 'wrong-type';
  /** The text to write instead. Some hints depend on the file. */
  readonly hint: string | ((file: string) => string);
  readonly [key: string]: unknown;
}

/** Registers texts in people's own words, of which YAML must not change a character. */
export const ownTexts = z.registry<{ readonly isOwn: true }>();

/**
 * Creates the field of a text in people's own words: no markup, white space folded, a limited number of UTF-16 units.
 */
export function plainText(length: { min?: number; max: number }) {
  return foldedText(length).register(ownTexts, { isOwn: true });
}

/** A text without markup, white space folded. */
function foldedText({ min = 1, max }: { min?: number; max: number }, text = z.string()) {
  return text
    .check((context) => {
      const found = findForbiddenCharacter(context.value);
      if (found === undefined) return;
      const params: CustomParams = {
        code: 'forbidden-character',
        hint: 'Delete it: it breaks feeds or reverses the text around it. If you cannot see it, retype the words around it.',
      };
      const message = `The text contains the control character ${found}.`;
      context.issues.push({ code: 'custom', input: context.value, message, params });
    })
    .transform(foldLines)
    .transform((folded) => (isVisible(folded) ? folded : ''))
    .pipe(z.string().min(min).max(max))
    .meta({ pattern: String.raw`\S`, minLength: min, maxLength: max });
}

/**
 * Folds line ends, tabs and runs of spaces. Spaces of other widths and no-break spaces stay as the editor wrote them.
 */
function foldLines(text: string): string {
  return text.replace(/[\t\n\v\f\r \u0085\u2028\u2029]+/gu, ' ').trim();
}

/** A text in NFC, like names in addresses: the same accents can be typed and stored in two ways. */
const composed = z.string().normalize('NFC');

const [pointText, pointParagraph] = [plainText({ max: 240 }), plainText({ max: 240 })];

/** A key point: a text, or a text with the first words of the paragraph that supports it. */
export const keyPoint = z
  .transform((value) => (typeof value === 'string' ? { text: value } : value))
  .pipe(z.strictObject({ text: pointText, at: pointParagraph.optional() }))
  .register(ownTexts, { isOwn: true })
  .meta({
    type: ['string', 'object'],
    ...pointText.meta(),
    required: ['text'],
    additionalProperties: false,
    properties: {
      text: { type: 'string', ...pointText.meta(), description: 'The sentence.' },
      at: {
        type: 'string',
        ...pointParagraph.meta(),
        description: 'The first words of the paragraph that supports it, if the check or a reader finds another.',
      },
    },
  });

/** The name of a source in the marks of its story. A number would be taken for its place in the list. */
export const sourceId = composed
  .check((context) => {
    if (/^(?=.{1,40}$)\p{L}[\p{L}\p{M}\p{N}-]*$/u.test(context.value)) return;
    const params: CustomParams = {
      code: 'invalid-value',
      hint: 'Write a letter, then letters, digits and hyphens: `met-office`.',
    };
    const message = `\`${context.value.slice(0, 60)}\` is not a name that a source mark can have.`;
    context.issues.push({ code: 'custom', input: context.value, message, params });
  })
  .meta({ maxLength: 40 });

/** The id of a story: the path of its file below articles/, without .md. */
export const articleId = foldedText({ max: 200 }, composed);

/** The name of an entry in addresses. */
export const id = foldedText({ max: limits.slugLength }, composed);

/** A place code: two letters, three digits, or a group's id. `5` means `005`, as other programs write it. */
export const placeCode = z
  .string()
  .normalize('NFC')
  .transform((code) => (/^\d{1,2}$/u.test(code) ? code.padStart(3, '0') : code))
  .meta({
    type: ['string', 'integer'],
    description: 'ISO 3166-1 alpha-2 (RO), UN M49 (142), or an id from places.yaml.',
  });

const degrees = z.string().transform((text, context): number => {
  if (/^[+-]?\d+(?:\.\d+)?$/u.test(text)) return Number(text);
  const hint = 'Write digits only, with a point before decimals: `26.1`.';
  const params: CustomParams = { code: 'wrong-type', hint };
  context.issues.push({ code: 'custom', input: text, message: `\`${text}\` is not a number.`, params });
  return z.NEVER;
});

/** Degrees of latitude, north positive, and of longitude, east positive. */
export const position = z
  .array(degrees)
  .transform((numbers, context): readonly [number, number] => {
    const [latitude = NaN, longitude = NaN, ...others] = numbers;
    if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && others.length === 0) return [latitude, longitude];
    const message = `[${numbers.join(', ')}] is not a place on Earth.`;
    const hint = 'Write the latitude (−90 to 90), then the longitude (−180 to 180): `at: [44.43, 26.1]`.';
    const params: CustomParams = { code: 'invalid-value', hint };
    context.issues.push({ code: 'custom', input: numbers, message, params });
    return z.NEVER;
  })
  .meta({
    items: { type: 'number' },
    minItems: 2,
    maxItems: 2,
    description: 'Latitude, then longitude, in degrees; north and east are positive.',
  });

/**
 * Creates the field of a time.
 *
 * @param timeZone IANA name: in it a bare date is midnight
 * @param language BCP 47 tag: in it months may be written by mistake
 */
export function createTimestamp(timeZone: string, language: string) {
  return z
    .string()
    .transform((text, context): Timestamp => {
      const parsed = parseTimestamp(text.trim(), timeZone);
      if (typeof parsed === 'object') return parsed;
      const params: CustomParams = { code: parsed, hint: (file) => explainTime(text, { timeZone, language }, file) };
      const message =
        parsed === 'missing-offset' ? `\`${text}\` has no time zone.` : `\`${text}\` is not a valid date or time.`;
      context.issues.push({ code: 'custom', input: text, message, params });
      return z.NEVER;
    })
    .meta({ pattern: timestampPattern });
}

/** An absolute web address. */
export const webAddress = z
  .string()
  .check((context) => {
    if (URL.canParse(context.value) && /^https?:$/u.test(new URL(context.value).protocol)) return;
    const message = `\`${context.value}\` is not a web address.`;
    const params: CustomParams = { code: 'invalid-value', hint: 'Write the full address, starting with https://.' };
    context.issues.push({ code: 'custom', input: context.value, message, params });
  })
  .meta({ pattern: '^[Hh][Tt][Tt][Pp][Ss]?:', description: 'A full web address.' });

/** An address of this site: `/old/address/`. */
const sitePath = composed
  .check((context) => {
    if (/^\/(?:[\p{L}\p{M}\p{N}._~-]+\/)+$/u.test(context.value) && !/\/\.{1,2}\//u.test(context.value)) return;
    const message = `\`${context.value}\` is not an address on this site.`;
    const params: CustomParams = {
      code: 'invalid-value',
      hint: 'Write it with a slash at both ends: `/old/address/`.',
    };
    context.issues.push({ code: 'custom', input: context.value, message, params });
  })
  .meta({ pattern: '^/.+/$' });

/** The name of a picture beside its story. */
export const localImage = composed
  .check((context) => {
    if (isLocalImage(context.value)) return;
    const refused = {
      message: `\`${context.value}\` is not a picture file in the story’s folder.`,
      hint: `Write a file name of letters, digits, dots and hyphens with one of these endings: ${pictureExtensions.join(', ')}.`,
    };
    const format = isLocalName(context.value) ? explainPictureFormat(context.value) : undefined;
    const { message, hint } = format ?? refused;
    const params: CustomParams = { code: 'invalid-value', hint };
    context.issues.push({ code: 'custom', input: context.value, message, params });
  })
  .meta({ pattern: `\\.(?:${pictureExtensions.map(toAnyCase).join('|')})$` });

/** Regular expressions of JSON Schema have no flags. */
function toAnyCase(extension: string): string {
  return extension.slice(1).replace(/[a-z]/gu, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

/** A BCP 47 tag. */
export const languageTag = z
  .string()
  .check((context) => {
    try {
      Intl.getCanonicalLocales(context.value);
    } catch {
      const message = `\`${context.value}\` is not a language tag.`;
      const params: CustomParams = { code: 'invalid-value', hint: 'Write a BCP 47 tag such as `en`, `ar` or `pt-BR`.' };
      context.issues.push({ code: 'custom', input: context.value, message, params });
    }
  })
  .meta({ pattern: '^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$' });

/** The JSON Schema keyword for a list without duplicates. */
export const asSet = { uniqueItems: true };

/** Reports duplicate entries. */
export function unique(context: z.core.ParsePayload<string[]>): void {
  const seen = new Set<string>();
  context.value.forEach((entry, index) => {
    if (!seen.has(entry)) return void seen.add(entry);
    const message = `\`${entry}\` appears twice.`;
    const params: CustomParams = { code: 'duplicate-value', hint: 'Remove one of them.' };
    context.issues.push({ code: 'custom', input: entry, path: [index], message, params });
  });
}

/** Old addresses of a page. */
export const oldAddresses = z.array(sitePath).max(limits.entries.some).check(unique).meta(asSet);
