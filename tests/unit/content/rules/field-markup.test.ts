import { describe, expect, it } from 'vitest';
import { checkFieldMarkup } from '../../../../src/content/rules/field-markup.ts';

const file = 'articles/2024/11/flood.md';

describe('markup in plain texts', () => {
  it('is named with its field and with what is meant', () => {
    const issues = checkFieldMarkup(
      {
        title: 'The minister&#8217;s talks',
        summary: 'A **long** way',
        keyPoints: [{ text: 'None' }, { text: 'Rain &amp; snow' }],
      },
      file,
    );
    expect(issues).toEqual(
      [
        ['&#8217;', '’', ['title']],
        ['**long**', 'long', ['summary']],
        ['&amp;', '&', ['keyPoints', 1]],
      ].map(([markup, meant, field]) => ({
        code: 'leftover-markup',
        severity: 'warning',
        message: `\`${String(markup)}\` will be published as typed: this is plain text.`,
        hint: `Write \`${String(meant)}\`.`,
        file,
        field,
        line: 0,
        column: 0,
      })),
    );
  });

  it.each([
    ['&#x2019;', '’'],
    ['&NBSP;', ' '],
    ['&ldquo;', '“'],
    ['__Rain__', 'Rain'],
  ])('is found: %s', (markup, meant) => {
    const [issue] = checkFieldMarkup({ title: `Rain ${markup} snow` }, file);
    expect(issue?.message).toContain(`\`${markup}\``);
    expect(issue?.hint).toBe(`Write \`${meant}\`.`);
  });

  it('is found where a source mark has no effect, but not in key points, which may have some', () => {
    const issues = checkFieldMarkup(
      { title: 'Rain fell [@met]', summary: 'It froze.[@2]', keyPoints: [{ text: 'Rain fell.[@met]' }] },
      file,
    );
    const hint = 'Delete it: source marks belong in the text and in key points.';
    expect(issues).toMatchObject([
      { code: 'leftover-markup', severity: 'warning', field: ['title'], hint },
      { message: '`[@2]` will be published as typed: this is plain text.', field: ['summary'], hint },
    ]);
  });

  it.each([
    'Write \\[@met]',
    'mail [@ home]',
    'AT&T; a history',
    'R&D',
    '5 ** 2',
    'snake_case__name',
    'A*B*',
    '&#99999999;',
    '&#9999999;',
    '&#xd800;',
    '&#0 ;',
    'rain & snow;',
  ])('is not: %s', (title) => {
    expect(checkFieldMarkup({ title }, file)).toEqual([]);
  });
});
