import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  contactAddress,
  onOrOff,
  siteAddress,
  timeZoneName,
  wholeNumber,
} from '../../../../src/content/schema/site-fields.ts';
import { toContentIssues } from '../../../../src/content/schema/zod-issue.ts';

/** Reads one setting of a file that has only this one. */
function read(field: z.ZodType, text: string) {
  const schema = z.object({ x: field });
  const { data, error } = schema.safeParse({ x: text });
  const issues = (error?.issues ?? []).flatMap((issue) =>
    toContentIssues(issue, { file: 'site.yaml', value: { x: text }, schema }),
  );
  return error ? issues.map(({ code, message, hint }) => `${code}: ${message} ${hint}`) : data?.x;
}

describe('the address of a site', () => {
  it.each([
    ['https://example.org/', 'https://example.org/'],
    ['https://example.org', 'https://example.org/'],
    ['https://example.org/news', 'https://example.org/news/'],
    ['https://example.org/news/', 'https://example.org/news/'],
    ['https://example.org/a/b.c', 'https://example.org/a/b.c/'],
    ['http://localhost:4321/news', 'http://localhost:4321/news/'],
    [' HTTPS://Example.ORG/News ', 'https://example.org/News/'],
    ['https://münchen.example/nachrichten', 'https://xn--mnchen-3ya.example/nachrichten/'],
  ])('%s is %s', (text, value) => {
    expect(read(siteAddress, text)).toBe(value);
  });

  it.each([
    ['foo', 'https://example.org/news/'],
    ['example.org', 'https://example.org/'],
    ['example.org/news', 'https://example.org/news/'],
    ['//example.org/news', 'https://example.org/news/'],
    ['/news/', 'https://example.org/news/'],
    ['https:/example.org', 'https://example.org/'],
    ['https//example.org', 'https://example.org/news/'],
    ['ftp://example.org/news', 'https://example.org/news/'],
    ['localhost:4321', 'https://localhost:4321/'],
    ['https://example.org/?page=1', 'https://example.org/'],
    ['http://example.org/news#top', 'http://example.org/news/'],
    ['https://example.org/news?', 'https://example.org/news/'],
    ['https://me:secret@example.org/', 'https://example.org/'],
    ['https://example.org//news', 'https://example.org/news/'],
    ['https://example.org/my news', 'https://example.org/mynews/'],
    ['https:\\\\example.org\\news', 'https://example.org/news/'],
    ['https://', 'https://example.org/news/'],
    ['https://example.org:99999/', 'https://example.org/news/'],
    ['javascript:alert(1)', 'https://example.org/news/'],
  ])('%s is refused', (text, cure) => {
    expect(read(siteAddress, text)).toEqual([
      `invalid-value: \`x\`: \`${text}\` is not the address of a site. Write the full address of the front page: \`${cure}\`.`,
    ]);
  });
});

describe('a time zone', () => {
  it.each([
    ['Europe/Bucharest', 'Europe/Bucharest'],
    ['UTC', 'UTC'],
  ])('%s is %s', (text, value) => {
    expect(read(timeZoneName, text)).toBe(value);
  });

  it.each([
    ['Europe/Bukarest', 'Did you mean `Europe/Bucharest`?'],
    ['Eastern Standard Time of America', 'Write a name such as `Europe/Bucharest` or `UTC`.'],
    ['America/NewYork', 'Did you mean `America/New_York`?'],
    ['12', 'Write a name such as `Europe/Bucharest` or `UTC`.'],
  ])('%s is refused', (text, cure) => {
    expect(read(timeZoneName, text)).toEqual([
      `invalid-value: \`x\`: \`${text}\` is not the name of a time zone. ${cure}`,
    ]);
  });
});

describe('a number', () => {
  it.each([
    ['1', 1],
    ['99', 99],
  ])('%s is %s', (text, value) => {
    expect(read(wholeNumber(1, 99), text)).toBe(value);
  });

  it.each(['abc', '0', '100', '-5', '2.5', '1e1', '0x10', '1 000', 'Infinity', 'NaN'])('%s is refused', (text) => {
    expect(read(wholeNumber(1, 99), text)).toEqual([
      `invalid-value: \`x\`: \`${text}\` is not a whole number from 1 to 99. Write digits only.`,
    ]);
  });
});

describe('a switch', () => {
  it.each([
    ['on', true],
    ['off', false],
    ['true', true],
    ['false', false],
  ])('%s is %s', (text, value) => {
    expect(read(onOrOff, text)).toBe(value);
  });

  it.each(['no', 'yes', '0', 'Off', 'True', 'constructor'])('%s is refused', (text) => {
    expect(read(onOrOff, text)).toEqual([
      `invalid-value: \`x\`: \`${text}\` is not \`true\` or \`false\`. Write one of the two; \`on\` and \`off\` also work.`,
    ]);
  });
});

describe('an address of people', () => {
  it.each(['mailto:security@example.org', 'https://example.org/report/', 'tel:+1-201-555-0123'])(
    'may be %s',
    (text) => {
      expect(read(contactAddress, text)).toBe(text);
    },
  );

  const three =
    'Write an address such as `mailto:security@example.org`, `https://example.org/report/` or `tel:+1-201-555-0123`.';

  it.each([
    ['security@example.org', 'Write `mailto:security@example.org`.'],
    ['http://example.org/', three],
    ['mailto:a@b.example\nExpires: never', three],
    ['javascript:alert(1)', three],
    ['me', three],
  ])('%s is refused', (text, cure) => {
    expect(read(contactAddress, text)).toEqual([
      `invalid-value: \`x\`: \`${text}\` is not a \`mailto:\`, \`https:\` or \`tel:\` address. ${cure}`,
    ]);
  });
});
