import { describe, expect, it } from 'vitest';
import { idleState } from '../../../../src/search/engine/state.ts';
import { getLastMonth, formatAnswer } from '../../../../src/search/page/answer-words.ts';
import { buildSearch } from '../../../../src/views/search.ts';
import { makeContext } from '../../../support/make-context.ts';

const older = { id: '2023-01', stories: 900, lastMonth: 'December 2023' };
const { setup } = buildSearch(makeContext(), [{ id: '2024-01', stories: 900, lastMonth: 'November 2024' }, older]);
const { words } = setup;
const state = { ...idleState, q: 'flood' };
const done = { total: 0, pending: undefined, isPaused: false };

describe('the message about an answer', () => {
  it.each([
    ['all that was found', { ...done, total: 1 }, '1 story found.'],
    ['a count as the locale writes it', { ...done, total: 1234 }, '1,234 stories found.'],
    ['which part is asked next', { ...done, total: 2, pending: older }, `2 stories found. ${words.older}`],
    [
      'where the search paused',
      { ...done, total: 2, pending: older, isPaused: true },
      `2 stories found. ${words.newest}`,
    ],
    [
      'that quotes were ignored',
      { ...done, total: 1, relaxed: 'unquoted' as const },
      `1 story found. ${words.unquoted}`,
    ],
    [
      'that only common words were found',
      { ...done, total: 1, relaxed: 'commonOnly' as const },
      `1 story found. ${words.commonOnly}`,
    ],
    [
      'that older stories may have all words, which none of these has',
      { ...done, total: 1, relaxed: 'notAll' as const, pending: older, isPaused: true },
      `1 story found. ${words.notAll} ${words.newest}`,
    ],
    ['nothing yet', { ...done, pending: older }, words.older],
    ['nothing', done, `${words.none} ${words.noneHelp}`],
    ['nothing before a pause', { ...done, pending: older, isPaused: true }, `${words.none} ${words.noneHelp}`],
  ])('is %s', (_what, answer, message) => {
    const filled = message.replace('{month}', 'December 2023').replace('{query}', 'flood');
    expect(formatAnswer(answer, state, setup)).toBe(filled);
  });

  it('is that filters may be why there is nothing, only if there are filters', () => {
    expect(words.noneHelp).not.toContain('filter');
    const filtered = { ...state, facets: { region: ['asia'] } };
    expect(formatAnswer(done, filtered, setup)).toBe(`${words.noneFiltered} ${words.noneFilteredHelp}`);
  });

  it('names the month of the part that comes next, if there is one', () => {
    expect(getLastMonth({ pending: older }, setup)).toBe('December 2023');
    expect(getLastMonth(done, setup)).toBe('');
  });
});
