import { listBare, removeArticle } from '../format/particles.ts';
import { toIndexWord, toPrimary } from '../format/words.ts';
import { stemHindi, stemKorean } from './endings.ts';

/** The rules of one language that the search uses. */
export interface LanguageTools {
  /** Words that say nothing about the subject of a story, as the index has them. */
  readonly stopWords: ReadonlySet<string>;
  /** Words that nearly all stories contain. They are among the stop words. */
  readonly everywhere: ReadonlySet<string>;
  /** Returns the common stem of a word's forms: readers take “vaccines” and “vaccinated” for one word. */
  toStem(word: string): string;
  /** Returns a word in the script of the index: Chinese is indexed in simplified characters. */
  toScript(word: string): string;
  /** Removes an article that is written as one with the word. The index has such words without it as well. */
  removeArticle(word: string): string;
  /** Lists what may be the word itself behind particles that are written as one with it. */
  listBare(word: string): readonly string[];
}

type StemmerModule = Promise<{ readonly stemmer: (word: string) => string }>;
/** Each of these modules exports one list, named after its language. */
type StopWordsModule = Promise<object>;

// One file per language, so that a reader loads only those of the existing stories.
const stemmers: Readonly<Record<string, () => StemmerModule>> = {
  ar: readArabicStemmer,
  bg: () => import('@orama/stemmers/bulgarian'),
  da: () => import('@orama/stemmers/danish'),
  de: () => import('@orama/stemmers/german'),
  el: () => import('@orama/stemmers/greek'),
  // Orama's English stemmer is Porter's first, which takes “abrupt” and “abruptly” for two words. This is his second.
  en: async () => ({ stemmer: (await import('wink-porter2-stemmer')).default }),
  es: () => import('@orama/stemmers/spanish'),
  fi: () => import('@orama/stemmers/finnish'),
  fr: () => import('@orama/stemmers/french'),
  hi: async () => ({ stemmer: stemHindi }),
  hu: () => import('@orama/stemmers/hungarian'),
  id: () => import('@orama/stemmers/indonesian'),
  it: () => import('@orama/stemmers/italian'),
  ko: async () => ({ stemmer: stemKorean }),
  nb: () => import('@orama/stemmers/norwegian'),
  nl: () => import('@orama/stemmers/dutch'),
  no: () => import('@orama/stemmers/norwegian'),
  pt: () => import('@orama/stemmers/portuguese'),
  ro: () => import('@orama/stemmers/romanian'),
  ru: () => import('@orama/stemmers/russian'),
  sv: () => import('@orama/stemmers/swedish'),
  tr: () => import('@orama/stemmers/turkish'),
  uk: () => import('@orama/stemmers/ukrainian'),
};

const stopWords: Readonly<Record<string, () => StopWordsModule>> = {
  ar: () => import('stopword/src/stopwords_ara.js'),
  bg: () => import('stopword/src/stopwords_bul.js'),
  cs: () => import('stopword/src/stopwords_ces.js'),
  da: () => import('stopword/src/stopwords_dan.js'),
  de: () => import('stopword/src/stopwords_deu.js'),
  el: () => import('stopword/src/stopwords_ell.js'),
  en: () => import('stopword/src/stopwords_eng.js'),
  es: () => import('stopword/src/stopwords_spa.js'),
  fa: () => import('stopword/src/stopwords_fas.js'),
  fi: () => import('stopword/src/stopwords_fin.js'),
  fr: () => import('stopword/src/stopwords_fra.js'),
  hi: () => import('stopword/src/stopwords_hin.js'),
  hu: () => import('stopword/src/stopwords_hun.js'),
  id: () => import('stopword/src/stopwords_ind.js'),
  it: () => import('stopword/src/stopwords_ita.js'),
  ja: () => import('stopword/src/stopwords_jpn.js'),
  ko: () => import('stopword/src/stopwords_kor.js'),
  nb: () => import('stopword/src/stopwords_nob.js'),
  nl: () => import('stopword/src/stopwords_nld.js'),
  no: () => import('stopword/src/stopwords_nob.js'),
  pl: () => import('stopword/src/stopwords_pol.js'),
  pt: () => import('stopword/src/stopwords_por.js'),
  ro: () => import('stopword/src/stopwords_ron.js'),
  ru: () => import('stopword/src/stopwords_rus.js'),
  sv: () => import('stopword/src/stopwords_swe.js'),
  sw: () => import('stopword/src/stopwords_swa.js'),
  tr: () => import('stopword/src/stopwords_tur.js'),
  uk: () => import('stopword/src/stopwords_ukr.js'),
  ur: () => import('stopword/src/stopwords_urd.js'),
  vi: () => import('stopword/src/stopwords_vie.js'),
  zh: () => import('stopword/src/stopwords_zho.js'),
};

/** Words that are on lists of stop words but in news are a country and an organisation. */
const newsWords: ReadonlySet<string> = new Set(['us', 'un']);

/** The index has one letter for two that end Arabic words, of which the stemmer knows the other as an ending. */
async function readArabicStemmer(): StemmerModule {
  const { stemmer } = await import('@orama/stemmers/arabic');
  return { stemmer: (word) => toIndexWord(stemmer(word.replace(/ه$/u, 'ة'))) };
}

/**
 * Reads the rules of a language. Without any, words stay unchanged.
 *
 * @param everywhere words that nearly all stories contain
 */
export async function readLanguageTools(
  language: string,
  everywhere: ReadonlySet<string> = new Set(),
): Promise<LanguageTools> {
  const primary = toPrimary(language);
  const [stemmer, words] = await Promise.all([stemmers[primary]?.(), stopWords[primary]?.()]);
  const toScript = primary === 'zh' ? (await import('../format/simplified.ts')).toSimplified : (word: string) => word;
  const lists: readonly string[][] = Object.values(words ?? {}).filter(Array.isArray);
  const tools = {
    stopWords: new Set([...lists.flat().map(toIndexWord), ...everywhere]),
    everywhere,
    toScript,
    removeArticle: (word: string) => removeArticle(word, primary),
    listBare: (word: string) => listBare(word, primary),
  };
  for (const word of newsWords) tools.stopWords.delete(word);
  const toStem = stemmer?.stemmer ?? ((word: string) => word);
  return { ...tools, toStem: (word) => toStem(tools.removeArticle(word)) };
}
