import { describe, expect, it } from 'vitest';
import {
  addIssues,
  compareIssues,
  compareText,
  ContentError,
  hasErrors,
  toIssue,
  type Issue,
  type IssueInput,
} from '../../../src/core/issue.ts';
import { permute } from '../../support/permute.ts';

const make = (partial: Partial<IssueInput> = {}) =>
  toIssue({ code: 'unknown-topic', message: 'It is unknown.', file: 'a.md', ...partial });

describe('toIssue', () => {
  it('completes what a check knows: no hint, no place yet, the severity of the code', () => {
    expect(make()).toEqual({
      code: 'unknown-topic',
      severity: 'error',
      message: 'It is unknown.',
      hint: '',
      file: 'a.md',
      line: 0,
      column: 0,
    });
  });

  it('keeps all that a check says', () => {
    const said = { hint: 'Cure it.', file: 'b.md', line: 7, column: 11, field: ['sources', 0, 'url'] };
    expect(make(said)).toMatchObject(said);
  });

  it('takes the weight of a warning from the table', () => {
    expect(make({ code: 'near-duplicate-tag' }).severity).toBe('warning');
  });
});

describe('hasErrors', () => {
  const warning = make({ code: 'heading-order' });

  it.each([
    ['nothing', [], false],
    ['warnings alone', [warning, warning], false],
    ['an error behind a warning', [warning, make()], true],
  ])('finds in %s what stops a build', (_, issues, expected) => {
    expect(hasErrors(issues)).toBe(expected);
  });
});

describe('compareIssues', () => {
  it('orders by file, line, column, code and message, numbers as numbers, from whatever order', () => {
    const ordered = [
      make({ file: 'B.md', line: 99 }),
      make({ file: 'a.md', line: 9, column: 10 }),
      make({ file: 'a.md', line: 10, column: 9, code: 'wrong-type' }),
      make({ file: 'a.md', line: 10, column: 10, code: 'too-long', message: 'Z' }),
      make({ file: 'a.md', line: 10, column: 10, code: 'unknown-key', message: 'A' }),
      make({ file: 'a.md', line: 10, column: 10, code: 'unknown-key', message: 'B' }),
    ];
    for (const order of permute(ordered)) expect(order.sort(compareIssues)).toEqual(ordered);
  });

  it('takes issues that say the same for equal', () => {
    expect(compareIssues(make(), make())).toBe(0);
  });
});

describe('compareText', () => {
  it.each([
    ['', 'a', -1],
    ['Z', 'a', -1],
    ['a', 'ab', -1],
    ['10', '9', -1],
    ['z', 'é', -1],
    ['\u{1F30D}', '\uFF5E', -1],
    ['same', 'same', 0],
    ['', '', 0],
  ])('compares %j with %j by code units', (a, b, expected) => {
    expect(compareText(a, b)).toBe(expected);
    expect(compareText(b, a)).toBe(0 - expected);
  });
});

describe('ContentError', () => {
  it.each([
    [[], 'The content has 0 problems. Run `npm run check` for the list.'],
    [[make()], 'The content has 1 problem. Run `npm run check` for the list.'],
    [[make(), make()], 'The content has 2 problems. Run `npm run check` for the list.'],
  ])('counts and carries its issues (%#)', (issues, message) => {
    const error = new ContentError(issues);
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe('ContentError');
    expect(error.message).toBe(message);
    expect(error.issues).toBe(issues);
  });
});

describe('addIssues', () => {
  it('appends more issues than a call may have arguments', () => {
    const list = [make()];
    addIssues(list, Array<Issue>(300_000).fill(make()));
    expect(list).toHaveLength(300_001);
  });
});
