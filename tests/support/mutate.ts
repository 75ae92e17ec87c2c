import type { Random } from './random.ts';

/** What a mutation may put into a front matter. */
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

/** What a mutation may put into a body. */
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

/** Changes a text in one to four ways: parts are dropped, doubled, moved, cut off, or pieces put in. */
export function mutate(text: string, pieces: readonly string[], random: Random): string {
  let mutated = text;
  const times = 1 + Math.floor(random() * 4);
  for (let time = 0; time < times; time += 1) mutated = mutateOnce(mutated, pieces, random);
  return mutated;
}

function mutateOnce(text: string, pieces: readonly string[], random: Random): string {
  const at = Math.floor(random() * (text.length + 1));
  const end = Math.min(text.length, at + 1 + Math.floor(random() ** 3 * 80));
  const span = text.slice(at, end);
  const piece = pieces[Math.floor(random() * pieces.length)] ?? '';
  const lines = text.split('\n');
  const line = Math.floor(random() * lines.length);
  switch (Math.floor(random() * 9)) {
    case 0:
      return text.slice(0, at) + text.slice(end);
    case 1:
      return text.slice(0, end) + span.repeat(1 + Math.floor(random() * 20)) + text.slice(end);
    case 2:
      return text.slice(0, at);
    case 3:
      return lines.toSpliced(line, 1).join('\n');
    case 4:
      return lines.toSpliced(line, 0, `${' '.repeat(Math.floor(random() * 8))}${lines.at(line) ?? ''}`).join('\n');
    case 5:
      return lines
        .with(
          line,
          (lines[line] ?? '').replace(/(?<=:).*$/u, () => ` ${piece}`),
        )
        .join('\n');
    case 6:
      return text.slice(0, at) + piece + text.slice(end);
    default:
      return text.slice(0, at) + piece + text.slice(at);
  }
}
