import { toIssue, type Issue } from '../core/issue.ts';
import { memoize } from '../core/memo.ts';
import type { Site } from '../core/settings.ts';
import { getNearest } from '../core/spelling.ts';
import { getDictionary, type Dictionary } from './dictionary.ts';

type Words = Readonly<Record<string, string>>;

/** Returns the words of a site's interface: those of its language, with the newsroom's own in their place. */
export function getSiteWords({ language, locale, choices }: Pick<Site, 'language' | 'locale' | 'choices'>): Dictionary {
  const words = getDictionary(language, locale);
  return choices.words === undefined ? words : withOwn(words)(choices.words);
}

/** The dictionary of a site is the same object throughout a build, since much is remembered by it. */
const withOwn = memoize((words: Dictionary) => memoize((own: Words): Dictionary => ({ ...words, ...own }), 1), 1);

/** Checks that a newsroom's own words have names that the dictionary has, and replace a text without parts to fill in. */
export function checkOwnWords({
  language,
  locale,
  choices,
}: Pick<Site, 'language' | 'locale' | 'choices'>): readonly Issue[] {
  const texts = Object.entries(getDictionary(language, locale)).flatMap(([name, word]) =>
    typeof word === 'string' ? [name] : [],
  );
  return Object.keys(choices.words ?? {}).flatMap((name) => {
    if (texts.includes(name)) return [];
    const nearest = getNearest(name, texts);
    const message = `The interface has no word \`${name}\` that can be replaced.`;
    const hint =
      nearest === undefined
        ? 'src/i18n/en.ts lists them: those that are a plain text.'
        : `Did you mean \`${nearest}\`?`;
    return [toIssue({ code: 'unknown-key', message, hint, file: 'site.yaml', field: ['words', name] })];
  });
}
