import * as fc from 'fast-check';

/** Pieces that a mutation may insert into front matter. */
export const yamlPieces: readonly string[] = [
  '&a ',
  '*a',
  '<<: *a',
  '!!js/function ',
  '!!binary ',
  '!!set ',
  '!!float ',
  '!a',
  '? ',
  '- ',
  ': ',
  ' #',
  '---\n',
  '...\n',
  '{',
  '}',
  '[',
  ']',
  ',',
  '"',
  "'",
  '|',
  '>',
  '|2-\n',
  '>+\n',
  '%YAML 1.1\n',
  '@',
  '`',
  '\\',
  '\\x00',
  '\\uD800',
  '\\u202E',
  'null',
  '~',
  'true',
  'no',
  'NO',
  '.inf',
  '.nan',
  '0x1F',
  '0o17',
  '1e999',
  '-0',
  '1_000',
  '12:30:45',
  '2024-02-30',
  '9'.repeat(40),
  '2024-11-13',
  '2024-11-13T25:00:00Z',
  '2024-11-13T10:00:00+99:99',
  '0000-01-01',
  '-2024-11-13',
  '10000-01-01',
  '275760-09-13',
  '__proto__: {a: b}\n',
  'constructor: x\n',
  'toString: x\n',
  'hasOwnProperty',
  'prototype',
  'title: again\n',
  'x: &x [*x]\n',
  '\t',
  '\r',
  '\r\n',
  '\0',
  '\u0007',
  '\u007f',
  '\u0085',
  '\u2028',
  '\ufeff',
  '\u202e',
  '\ud800',
  '\udc00',
  '\u{10ffff}',
  'e\u0301',
  '../../etc/passwd',
  '%2e%2e%2f',
  'C:\\a',
  'javascript:alert(1)',
  'https://',
  'http://[::1',
  'x.svg',
  'x.png',
  '/a/',
  '//a/',
  '/../',
  'RO',
  'ZZ',
  '142',
  '005',
  '[RO, RO]',
  '{a: b}',
  '[]',
  '{}',
  '""',
  "''",
  'x'.repeat(500),
  ' '.repeat(300),
  'a, '.repeat(100),
];

/** Pieces that a mutation may insert into a body. */
export const markdownPieces: readonly string[] = [
  '# ',
  '## ',
  '###### ',
  '> ',
  '- ',
  '* ',
  '1. ',
  '99999999. ',
  '    ',
  '\t',
  '```',
  '~~~',
  '***',
  '---\n',
  '===\n',
  '- [ ] ',
  '- [x] ',
  '*',
  '**',
  '_',
  '__',
  '~',
  '~~',
  '`',
  '``',
  '[',
  ']',
  '(',
  ')',
  '![',
  '](',
  '][',
  '<',
  '>',
  '&',
  '\\',
  '|',
  '|---|\n',
  ':-:',
  '\n',
  '\n\n',
  '[a](b)',
  '[a](/a/)',
  '[a](#a)',
  '![a](x.png)',
  '![a](x.png "b | c")',
  '[^1]',
  '\n\n[^1]: x\n',
  '\n\n[a]: /b/\n',
  '<b>',
  '</b>',
  '<!--',
  '-->',
  '<?',
  '<![CDATA[',
  '&amp;',
  '&#0;',
  '&#x110000;',
  '&NotAnEntity;',
  '&#xD800;',
  'https://a.example/',
  'www.a.example',
  'a@b.example',
  'javascript:alert(1)',
  '\0',
  '\r',
  '\u00a0',
  '\u2028',
  '\u202e',
  '\ud800',
  '\ufeff',
  '\u{1f468}\u200d\u{1f469}',
  'e\u0301',
  '\u0645\u0631\u062d\u0628\u0627',
  '\u6c34',
  'a]'.repeat(200),
  '> '.repeat(30),
  '['.repeat(200),
  '*a '.repeat(200),
  '- '.repeat(30),
  '|a'.repeat(100),
  '`'.repeat(99),
  'a\\\n'.repeat(50),
];

/** Ways of changing a text at one of its positions. */
const ways = ['drop', 'repeat', 'cut off', 'drop line', 'indent line', 'set value', 'put in', 'put in over'] as const;

/** One change of a text. */
interface Mutation {
  readonly way: (typeof ways)[number];
  /** The position, in thousandths of the text. */
  readonly at: number;
  /** The number of characters. */
  readonly length: number;
  readonly piece: string;
}

/** Makes mutations of a text with one to four changes each. Failures shrink to few and early changes. */
export function mutations(text: string, pieces: readonly string[]): fc.Arbitrary<string> {
  const mutation: fc.Arbitrary<Mutation> = fc.record({
    way: fc.constantFrom(...ways),
    at: fc.nat(1000),
    length: fc.integer({ min: 1, max: 40 }),
    piece: fc.constantFrom(...pieces),
  });
  return fc.array(mutation, { minLength: 1, maxLength: 4 }).map((changes) => changes.reduce(mutate, text));
}

function mutate(text: string, { way, at, length, piece }: Mutation): string {
  const start = Math.floor((at * text.length) / 1000);
  const end = Math.min(text.length, start + length);
  const lines = text.split('\n');
  const line = text.slice(0, start).split('\n').length - 1;
  switch (way) {
    case 'drop':
      return text.slice(0, start) + text.slice(end);
    case 'repeat':
      return text.slice(0, end) + text.slice(start, end).repeat(1 + (length % 20)) + text.slice(end);
    case 'cut off':
      return text.slice(0, start);
    case 'drop line':
      return lines.toSpliced(line, 1).join('\n');
    case 'indent line':
      return lines.toSpliced(line, 0, ' '.repeat(length % 8) + (lines[line] ?? '')).join('\n');
    case 'set value':
      return lines
        .with(
          line,
          (lines[line] ?? '').replace(/(?<=:).*$/u, () => ` ${piece}`),
        )
        .join('\n');
    case 'put in':
      return text.slice(0, start) + piece + text.slice(start);
    case 'put in over':
      return text.slice(0, start) + piece + text.slice(end);
  }
}
