import type { SearchProgress } from '../engine/engine.ts';
import { countFilters, type SearchState } from '../engine/state.ts';
import { fill, toCount, type SearchSetup } from './setup.ts';

/** The facts that messages about an answer depend on. */
type AnswerFacts = Pick<SearchProgress, 'total' | 'pending' | 'isPaused' | 'relaxed'>;

/** Returns how many stories were found and which part of the archive comes next, as a message. */
export function formatAnswer(answer: AnswerFacts, state: SearchState, setup: SearchSetup): string {
  const { words, locale } = setup;
  const { total, pending, isPaused, relaxed } = answer;
  const month = getLastMonth(answer, setup);
  const next = pending ? fill(isPaused ? words.newest : words.older, { month }) : '';
  const note = relaxed ? `${words[relaxed]} ` : '';
  if (total > 0) return `${toCount(total, words.results, locale)}. ${note}${next}`.trim();
  if (pending && !isPaused) return next;
  return countFilters(state) > 0
    ? `${words.noneFiltered} ${words.noneFilteredHelp}`
    : `${fill(words.none, { query: state.q })} ${words.noneHelp}`;
}

/** Returns the month with which the next part begins. Empty if there is none. */
export function getLastMonth({ pending }: Pick<AnswerFacts, 'pending'>, { parts }: SearchSetup): string {
  return parts.find(({ id }) => id === pending?.id)?.lastMonth ?? '';
}
