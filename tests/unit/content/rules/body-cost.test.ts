import { describe, expect, it } from 'vitest';
import { checkBodyText } from '../../../../src/content/rules/body-cost.ts';
import { limits } from '../../../../src/content/text/limits.ts';

const file = 'articles/2024/11/flood.md';
const check = (body: string) => checkBodyText({ file, body, bodyLine: 10 });
const cut = 'Remove what is not text, or split the story into several.';

/** Repeats a piece up to the largest size of a file. */
function fill(piece: string, share = 1): string {
  return piece.repeat(Math.floor((limits.fileBytes * share) / piece.length));
}

describe('texts on which remark would spend seconds', () => {
  it.each([
    ['_a* ', fill('_a ', 0.8) + 'a* '.repeat(3_000), 'emphasis marks'],
    ['a <!-- ', fill('a <!-- '), 'unclosed `<!--`'],
    ['a<?', fill('a<?'), 'unclosed `<?`'],
    ['a<!A', fill('a<!A'), 'unclosed `<!`'],
    ['``\\', fill('``\\', 0.2), 'unmatched backticks'],
    ['`\\`', fill('```\\`', 0.5), 'unmatched backticks'],
  ])('are refused: %s', (_, attack, found) => {
    expect(check(`Text.\n\nText.\n\n${attack}`)).toContainEqual({
      code: 'too-many-brackets',
      severity: 'error',
      message: `The paragraph has too many ${found}.`,
      hint: cut,
      file,
      line: 14,
      column: 1,
    });
  });

  it.each([
    ['a\n---\n', 'lines of `---` or `===`', 16_666],
    ['a\n=\n\n', 'lines of `---` or `===`', 20_000],
    ['=\n', 'lines of `---` or `===`', 50_000],
    ['> a\n\n', 'quotes', 20_000],
    ['- > a\n\n', 'quotes', 14_285],
    ['a\n> b\n', 'quotes', 16_666],
  ])('are refused: %j', (piece, found, count) => {
    const limit = 1000;
    const message = `The text has ${count} ${found}; the limit is ${limit}.`;
    const issue = check(fill(piece)).find((one) => one.message === message);
    expect(issue).toMatchObject({ code: 'too-many-parts', hint: cut, line: 10 });
  });

  it.each([
    ['-\n', 'list items', 50_000, 5_000],
    ['1. a\n', 'list items', 20_000, 5_000],
    ['> + a\n', 'list items', 16_666, 5_000],
    ['a\n\n', 'paragraphs', 33_333, 10_000],
    ['\n \t\n_', 'paragraphs', 20_000, 10_000],
  ])('are refused: %j, by their number', (piece, found, count, limit) => {
    expect(check(fill(piece)).map(({ message }) => message)).toContain(
      `The text has ${count} ${found}; the limit is ${limit}.`,
    );
  });

  it('are refused: a line of cells', () => {
    expect(check(`Text.\n\n${'|-'.repeat(40_000)}`)).toContainEqual({
      code: 'too-many-cells',
      severity: 'error',
      message: 'The line has 40000 cells; the limit is 5000.',
      hint: cut,
      file,
      line: 12,
      column: 1,
    });
  });

  it.each(['>a\na', '- a\nb', '1. a\n b', '[^a]: b\nc'])(
    'are refused: %j and a line that goes on, again and again',
    (start) => {
      const body = start + fill(start.slice(start.indexOf('\n')), 0.9);
      expect(check(body)).toMatchObject([{ code: 'too-many-parts', hint: cut, line: 10 }]);
      expect(check(body)[0]?.message).toMatch(
        /lines that continue a list or a quote without its mark; the limit is 2000\.$/u,
      );
    },
  );

  it.each([
    ['hard-wrapped lists', `- ${'The water rose in the night and stood\n  '.repeat(1_500)}`],
    ['emphasis', '*a* **b** ~~c~~ _d_ '.repeat(300)],
    ['code', '`a` and ``b`` and \\` '.repeat(2_000)],
    ['closed comments', 'a <!-- b --> '.repeat(2_000)],
    ['comments of their own', '<!-- wp:paragraph -->\n\nText.\n\n<!-- /wp:paragraph -->\n\n'.repeat(1_000)],
    ['quotations', '> a\n> b\n\nText.\n\n'.repeat(900)],
    ['rules', 'Text.\n\n---\n\n'.repeat(900)],
    ['long paragraphs', `${'The water rose. '.repeat(6_000)}\n\n`],
  ])('are not those with much ordinary %s', (_, body) => {
    expect(check(body)).toEqual([]);
  });
});
