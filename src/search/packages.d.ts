// Packages that have no types.

declare module 'wink-porter2-stemmer' {
  /** Returns the stem of a lower-case English word. */
  export default function stem(word: string): string;
}

declare module 'stopword/src/stopwords_*' {}

declare module 'stopword' {
  export const eng: readonly string[];
}
