import { toIssue, type Issue } from '../core/issue.ts';

/** The content of `security.txt`. */
export interface SecurityContact {
  /** Where to report: an address of `https:`, `mailto:` or `tel:`. */
  readonly contact: string;
  /** The whole address of the file itself. */
  readonly canonical: string;
  /** BCP 47 tag. */
  readonly language: string;
  /** The build's instant, in milliseconds since 1970. */
  readonly instantMs: number;
}

/**
 * Renders `security.txt`: where those who find a hole in the site say so. It ends on the first day of the eleventh month after the build's:
 * less than a year ahead, as the standard asks, and the same for all builds of a month.
 *
 * Source: https://www.rfc-editor.org/rfc/rfc9116
 */
export function renderSecurityText({ contact, canonical, language, instantMs }: SecurityContact): string {
  const month = new Date(instantMs);
  const expires = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 11, 1));
  const fields = {
    Contact: contact,
    Expires: expires.toISOString().replace('.000Z', 'Z'),
    'Preferred-Languages': language,
    Canonical: canonical,
  };
  return Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');
}

/** Checks that a contact is an address that people can use. */
export function checkSecurityContact(contact: string): readonly Issue[] {
  if (contact === '' || (/^(?:https:\/\/|mailto:|tel:)[!-~]+$/u.test(contact) && URL.canParse(contact))) return [];
  return [
    toIssue({
      code: 'invalid-value',
      message: `The contact \`${contact}\` of security.txt is no address.`,
      hint: 'Write one of the three kinds that RFC 9116 asks for: `mailto:security@example.org`, `https://example.org/report/`, `tel:+1-201-555-0123`.',
      file: 'site.config.ts',
    }),
  ];
}
