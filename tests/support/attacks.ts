/** Pieces of Markdown from which attacks are made: everything that opens, closes or continues something. */
const tokens: readonly string[] = [
  'a',
  ' ',
  '\n',
  '\n\n',
  '*',
  '_',
  '**',
  '***',
  '`',
  '``',
  '[',
  ']',
  '(',
  ')',
  '](',
  '![',
  '[a](',
  '<',
  '>',
  '<!--',
  '-->',
  '<?',
  '<!A',
  '<![CDATA[',
  '<a ',
  '</a',
  '<a b="',
  '"',
  "'",
  '\\',
  '&',
  '&#',
  '&amp',
  ';',
  '#',
  '-',
  '---',
  '===',
  '|',
  '|-',
  '~',
  '~~',
  ':',
  '[^',
  '[^a]',
  ']:',
  '\t',
  '1.',
  '1. ',
  '+',
  'http://',
  'www.',
  '@',
  '.',
  '/',
  '    ',
  '> ',
  '- ',
  '* ',
  '-\n',
  '{',
  '}',
  '{{',
  'é',
  '。',
  '文',
  '\u00a0',
];

/** Two pieces of text, repeated up to a size. */
export interface Attack {
  readonly name: string;
  readonly body: string;
}

/** Makes an attack from every pair of pieces, alternating and one after the other. */
export function* makeAttacks(size: number): Generator<Attack> {
  for (const first of tokens)
    for (const second of tokens) {
      yield { name: `(${JSON.stringify(first + second)})*`, body: fill(first + second, size) };
      if (first !== second)
        yield {
          name: `(${JSON.stringify(first)})* (${JSON.stringify(second)})*`,
          body: fill(first, size / 2) + fill(second, size / 2),
        };
    }
}

function fill(piece: string, size: number): string {
  return piece.repeat(Math.floor(size / piece.length));
}
