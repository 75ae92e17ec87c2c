import { describe, expect, it } from 'vitest';
import { fillPart, formatTable } from '../../../src/desk/readme-parts.ts';

describe('fillPart', () => {
  it('replaces a paragraph and some words', () => {
    const readme = 'A\n\n<!-- a: by hand -->\n\nold\n\n<!-- /a -->\n\nB <!-- b: by hand -->old<!-- /b --> C\n';
    expect(fillPart(fillPart(readme, 'a', 'new\n'), 'b', 'new')).toBe(readme.replaceAll('old', 'new'));
    expect(fillPart('<!-- a: x -->\n<!-- /a -->', 'a', 'new')).toBe('<!-- a: x -->\n\nnew\n\n<!-- /a -->');
  });

  it.each(['', '<!-- a: x -->', '<!-- /a -->', '<!-- a: x --><!-- /a --><!-- a: x --><!-- /a -->'])(
    'refuses %j',
    (readme) => {
      expect(() => fillPart(readme, 'a', 'new')).toThrow('The README must have one part `a`.');
    },
  );
});

describe('formatTable', () => {
  it('aligns columns and escapes bars', () => {
    expect(formatTable(['a', 'second'], [['`x | y`', 2]])).toBe(
      '| a        | second |\n| -------- | ------ |\n| `x \\| y` | 2      |\n',
    );
    expect(formatTable(['a'], [['b']])).toBe('| a   |\n| --- |\n| b   |\n');
  });
});
