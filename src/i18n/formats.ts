import { memoize } from '../core/memo.ts';

/** Texts by plural form of a language: CLDR's names of the forms; every language has `other`. */
export type PluralForms = Readonly<{ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>>;

/** The way one locale writes numbers, lists and counts; `Form` lists the plural forms of its language. */
export interface Formats<Form extends Intl.LDMLPluralRule> {
  readonly number: Pick<Intl.NumberFormat, 'format' | 'formatRange'>;
  /** `a, b and c` */
  readonly list: Intl.ListFormat;
  readonly collator: Intl.Collator;
  /** Writes a count with its noun. `{n}` in the matching form is the number. */
  count(value: number, forms: Readonly<Record<Form, string>>): string;
}

/**
 * Creates the formats of a locale.
 *
 * @param locale BCP 47 tag; its digits are those of all numbers: `ar-EG` has ١٢٣, `ar-MA` 123
 * @example createFormats<'one' | 'other'>('en-GB').count(1200, { one: '{n} story', other: '{n} stories' }) // '1,200 stories'
 */
export function createFormats<Form extends Intl.LDMLPluralRule>(locale: string): Formats<Form> {
  const formatter = new Intl.NumberFormat(locale);
  // The same few counts are on thousands of pages.
  const number = {
    format: memoize((value: number | bigint | Intl.StringNumericLiteral) => formatter.format(value)),
    formatRange: formatter.formatRange.bind(formatter),
  };
  const plural = new Intl.PluralRules(locale);
  return {
    number,
    list: new Intl.ListFormat(locale, { type: 'conjunction' }),
    collator: new Intl.Collator(locale),
    count: (value, forms) => {
      const known: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = forms;
      return (known[plural.select(value)] ?? known.other ?? '{n}').replace('{n}', number.format(value));
    },
  };
}
