import { describe, expect, it } from 'vitest';
import { renderSecurityText } from '../../../src/hosts/security-txt.ts';

const render = (instant: string) =>
  renderSecurityText({
    contact: 'mailto:security@example.org',
    canonical: 'https://example.org/.well-known/security.txt',
    language: 'en',
    instantMs: Date.parse(instant),
  });

describe('security.txt', () => {
  it('has the fields that RFC 9116 asks for', () => {
    expect(render('2026-01-31T23:59:59Z')).toBe(
      'Contact: mailto:security@example.org\nExpires: 2026-12-01T00:00:00Z\nPreferred-Languages: en\n' +
        'Canonical: https://example.org/.well-known/security.txt\n',
    );
  });

  it('is the same for all builds of a month, and ends within a year of each', () => {
    expect(render('2026-02-01T00:00:00Z')).toBe(render('2026-02-28T12:00:00Z'));
    for (const instant of ['2024-02-29T00:00:00Z', '2026-03-01T00:00:00Z', '2026-12-31T23:59:59Z']) {
      const [, expires = ''] = /Expires: (.*)/u.exec(render(instant)) ?? [];
      const days = (Date.parse(expires) - Date.parse(instant)) / 86_400_000;
      expect(days).toBeGreaterThan(300);
      expect(days).toBeLessThan(365);
    }
  });
});
