/**
 * The weights that determine the order of results. They were chosen with `tests/bench/relevance/tune.ts`, by
 * cross-validation on questions and on half-remembered headlines. Where no collection could decide, there is a reason
 * instead.
 */
export interface RankingWeights {
  /** BM25's k1: how slowly further mentions of a word lose their worth. */
  readonly saturation: number;
  /** BM25's b: how much more often longer stories must mention a word. */
  readonly length: number;
  /** The exponent of a word's rarity. Above 1, the rare words of a long question decide more of it. */
  readonly rarity: number;
  /** The score that a word in the headline adds, relative to a mention in the text. */
  readonly title: number;
  /**
   * The score of a headline with the whole query, relative to one mention of each word. It decreases with the square of
   * the share that the headline has, so it decides between half-remembered headlines and means little for questions.
   */
  readonly headline: number;
  /** The number of mentions that a word in the standfirst counts for. */
  readonly summary: number;
  /** In the names of places, tags, storylines and authors: an editor's own words for the subject of the story. */
  readonly names: number;
  /** Of the word for a place, for which a word of the query stands, in the stories about the place. */
  readonly place: number;
  /** The score that a word adds by being in the first sentences of the text, relative to a mention. */
  readonly lead: number;
  /** In a heading of the text. */
  readonly heading: number;
  /** The score that two words of the query add by being near each other, relative to theirs. */
  readonly pair: number;
  /** The score of the passage with most of the query, relative to the whole text's: a long story may be about many subjects. */
  readonly passage: number;
  /**
   * The gain of a story of the newest month over an old one, as a share of its score. It decides between stories that
   * match equally.
   */
  readonly recency: number;
  /**
   * The weight of the likeness to the first results of a question (`like-first.ts`), relative to the first one's score.
   */
  readonly likeness: number;
}

export const rankingWeights: RankingWeights = {
  saturation: 1.4,
  length: 0.65,
  rarity: 1.15,
  title: 0.2,
  headline: 0.5,
  summary: 1,
  names: 1.5,
  // Stories that say the word come before those that only are about the place.
  place: 0.5,
  lead: 0.15,
  heading: 0.5,
  pair: 0.1,
  passage: 0.3,
  recency: 0.03,
  likeness: 2,
};
