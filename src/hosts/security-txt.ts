/** The content of `security.txt`. */
export interface SecurityContact {
  /** The contact for reports: an address of `https:`, `mailto:` or `tel:`. */
  readonly contact: string;
  /** The absolute address of the file itself. */
  readonly canonical: string;
  /** BCP 47 tag. */
  readonly language: string;
  /** The build's instant, in milliseconds since 1970. */
  readonly instantMs: number;
}

/**
 * Renders `security.txt`, the contact for reporting security vulnerabilities. It expires on the first day of the
 * eleventh month after the build's: less than a year ahead, as the standard requires, and the same for all builds of a
 * month.
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
