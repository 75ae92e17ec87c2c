import { readFileSync } from 'node:fs';
import process from 'node:process';
import { listRepository } from '../support/references.ts';

/** A phrase that must not come back, and what to write instead. */
type Rule = readonly [phrase: RegExp, better: string];

/** Beginnings of docblocks. */
const openings: readonly Rule[] = [
  [/^Gives\b/u, 'Returns …'],
  [/^(?:What|Those|That which)\b/u, 'a noun, or a verb in the present tense'],
  [/^(?:Tells|Says) whether\b/u, 'Returns whether …'],
];

/** Phrases in comments, messages, the dictionary and READMEs. */
const phrases: readonly Rule[] = [
  [/\b(?:is|are) no valid\b/iu, 'is not a valid …'],
  [/\bwhat is no\b/iu, 'anything that is not a …'],
  [/\bstands? twice\b/iu, 'appears twice'],
  [/\bas (?:it|they) stands?\b/iu, 'unchanged'],
  [/\bnone the worse\b/iu, 'does no harm'],
  [/\bfor so it is\b/iu, 'a sentence of its own'],
  [/\bof which there (?:is|are)\b/iu, 'there is …'],
  [/\bsay so themselves\b/iu, 'the facts'],
  [/\bstor(?:y|ies) plays?\b/iu, 'news happens'],
  [/\btake the marks away\b/iu, 'Remove highlighting'],
  [/\bhole in the site\b/iu, 'security vulnerability'],
  [/\b(?:disk|permissions) do(?:es)? not give\b/iu, 'cannot be read'],
  [/\bgives (?:what|whatever)\b/iu, 'returns …'],
  [/\bbut for (?:its?|the|their|a|an|those|what|one|some)\b/iu, 'except …'],
  [/\bfrom build to build\b/iu, 'between builds'],
  [/\bundefined where\b/iu, 'undefined if'],
  [/\bcannot be had\b/iu, 'is unavailable'],
  [/\bbrings along\b/iu, 'comes with'],
  [/\bnothing (?:would )?answers?\b/iu, 'the address would stop working'],
  [/\blies? ahead\b/iu, 'is in the future'],
  [/\bneeds? for (?:itself|themselves)\b/iu, 'uses'],
  [/\bthe (?:most|least) is\b/iu, 'the maximum is, the minimum is'],
  [/\bat work in\b/iu, 'running in'],
];

/** The maximum number of words in a sentence of a docblock. */
const longestSentence = 40;

/** Finds phrases of a text that read translated, and long sentences of its docblocks. */
export function findProse(text: string): readonly string[] {
  const docblocks = [...text.matchAll(/^[ \t]*\/\*\*(?<body>.*?)\*\//gmsu)].map(({ groups }) =>
    toProse(groups?.['body'] ?? ''),
  );
  return [
    ...docblocks.flatMap((docblock) => [...findRules(docblock, openings), ...findLongSentences(docblock)]),
    ...findRules(toProse(text), phrases),
  ];
}

/** Joins the lines of a comment. */
function toProse(comment: string): string {
  return comment.replace(/\s*\n[ \t]*(?:\*|\/\/)?[ \t]*/gu, ' ').trim();
}

function findRules(text: string, rules: readonly Rule[]): readonly string[] {
  return rules.flatMap(([phrase, better]) => {
    const found = phrase.exec(text)?.[0];
    return found === undefined ? [] : [`“${found}”: write “${better}”`];
  });
}

function findLongSentences(docblock: string): readonly string[] {
  const [description = ''] = docblock.split(/(?:^| )@/u);
  return description
    .split(/(?<=[.?!])\s+(?=[\p{Lu}\d\x60“])|Source:/u)
    .filter((sentence) => sentence.split(' ').length > longestSentence)
    .map((sentence) => `“${sentence.slice(0, 60)}…”: cut it in two`);
}

/** Prints the phrases found in the project's own files. The exit code is 1 if there are any. */
if (import.meta.main) {
  const files = listRepository().filter(
    (file) => /^(?:src|tests)\/.*\.(?:ts|mjs|astro)$|README\.md$/u.test(file) && !/check-prose|fixtures/u.test(file),
  );
  const found = files.flatMap((file) => findProse(readFileSync(file, 'utf8')).map((problem) => `${file}: ${problem}`));
  if (found.length > 0) process.stderr.write(`${found.join('\n')}\n`);
  process.exitCode = found.length > 0 ? 1 : 0;
}
