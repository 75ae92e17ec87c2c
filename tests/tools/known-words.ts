import { writeFile } from 'node:fs/promises';
import american from 'dictionary-en';
import british from 'dictionary-en-gb';
import { toEnglishBase } from '../../src/search/engine/known-words.ts';
import { readLanguageTools } from '../../src/search/engine/languages.ts';
import { renderKnownWords } from '../../src/search/format/known-words.ts';
import { toIndexWord } from '../../src/search/format/words.ts';

/** The module with the English words. */
export const englishFile = 'src/search/engine/known-words/en.ts';

/** A rule for one more form of a word, in a dictionary of Hunspell. */
interface Affix {
  readonly isPrefix: boolean;
  readonly flag: string;
  readonly removed: string;
  readonly added: string;
  readonly condition: RegExp;
}

/**
 * Renders the module with the English words. Words that no typing mistake makes of another English word are left
 * out, as nothing would be suggested for them.
 */
export async function renderEnglish(): Promise<string> {
  const bases = renderKnownWords(new Set(selectNear(await listEnglish()).map(toEnglishBase)));
  return [
    '/** English words, made by `tests/tools/known-words.ts`. Their copyright is in `LICENSE.txt`. */',
    'export const bases =',
    `  '${bases}';`,
    '',
  ].join('\n');
}

/** Lists the English words of two spelling dictionaries, in all of their forms, with their stems. */
export async function listEnglish(): Promise<ReadonlyMap<string, string>> {
  const { toStem } = await readLanguageTools('en');
  const forms = [american, british].flatMap(({ aff, dic }) => [...listForms(readLines(aff), readLines(dic))]);
  const words = forms.filter((form) => !form.includes("'")).map(toIndexWord);
  return new Map(words.filter((word) => /^[a-z]{3,}$/u.test(word)).map((word) => [word, toStem(word)]));
}

function readLines(bytes: Uint8Array): readonly string[] {
  return new TextDecoder().decode(bytes).split('\n');
}

function* listForms(rules: readonly string[], words: readonly string[]): Generator<string> {
  const affixes = Map.groupBy(rules.flatMap(parseAffix), ({ flag }) => flag);
  for (const line of words.slice(1)) {
    const [word = '', flags = ''] = line.split('/');
    yield word;
    for (const affix of [...flags].flatMap((flag) => affixes.get(flag) ?? []))
      if (affix.condition.test(word)) yield addAffix(word, affix);
  }
}

/** Parses a line such as `SFX R y ier [^aeiou]y`. Other lines give nothing. */
function parseAffix(line: string): readonly Affix[] {
  const match = /^(?<kind>[PS]FX) (?<flag>\S) +(?<removed>\S+) +(?<added>[^\s/]+)\S* +(?<end>\S+)/u.exec(line)?.groups;
  if (!match) return [];
  const { kind, flag = '', removed = '', added = '', end = '' } = match;
  const isPrefix = kind === 'PFX';
  const condition = new RegExp(isPrefix ? `^${end}` : `${end}$`, 'u');
  return [{ isPrefix, flag, removed: removed.replace('0', ''), added: added.replace('0', ''), condition }];
}

function addAffix(word: string, { isPrefix, removed, added }: Affix): string {
  return isPrefix ? added + word.slice(removed.length) : word.slice(0, word.length - removed.length) + added;
}

/** Selects the words that are one mistake apart from a word with another stem. */
function selectNear(stems: ReadonlyMap<string, string>): readonly string[] {
  const owners = new Map<string, string>();
  const shared = new Set<string>();
  for (const [word, stem] of stems)
    for (const rest of listRests(word)) {
      const owner = owners.get(rest) ?? stem;
      owners.set(rest, owner);
      if (owner !== stem) shared.add(rest);
    }
  return [...stems.keys()].filter((word) => listRests(word).some((rest) => shared.has(rest)));
}

/** Lists a word and what is left of it without one letter. Words with a common rest are one mistake apart. */
function listRests(word: string): readonly string[] {
  return [word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))];
}

if (import.meta.main) await writeFile(englishFile, await renderEnglish());
