import { describe, expect, it } from 'vitest';
import { findProse } from '../../tools/check-prose.ts';

const long = `Every${' word'.repeat(40)}.`;

describe('findProse', () => {
  it.each([
    ['/** Gives the map. */', ['“Gives”: write “Returns …”']],
    ['  /**\n   * What is left.\n   */', ['“What”: write “a noun, or a verb in the present tense”']],
    ['/** Tells whether it is. */', ['“Tells whether”: write “Returns whether …”']],
    ['// `x` is no\n// valid date.', ['“is no valid”: write “is not a valid …”']],
    ["hideMarks: 'Take the marks away',", ['“Take the marks away”: write “Remove highlighting”']],
    ['The id stands twice.', ['“stands twice”: write “appears twice”']],
    [`/** ${long} */`, [`“${long.slice(0, 60)}…”: cut it in two`]],
    [`/** Short. ${long} Short. */`, [`“${long.slice(0, 60)}…”: cut it in two`]],
  ])('finds what is wrong with %j', (text, problems) => {
    expect(findProse(text)).toEqual(problems);
  });

  it.each([
    '/** Returns the map, or what is left of it. */',
    `// ${long}`,
    '/** Finds links. Source: https://example.org/ @returns none */',
    "const gives = 'What';",
  ])('accepts %j', (text) => {
    expect(findProse(text)).toEqual([]);
  });
});
