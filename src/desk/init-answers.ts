import { stringify } from 'yaml';
import { siteSchema } from '../content/schema/site-schema.ts';
import { parseWith } from '../content/yaml/parse-with.ts';
import { interfaceLanguages } from '../i18n/dictionary.ts';
import { hosts, type Host, type NewsroomInput } from './newsroom-files.ts';
import { formatQuestion, type Terminal } from './terminal.ts';

/** The options by name, as they were typed. */
type Given = Readonly<Record<string, string>>;

/** The questions in the order in which they are asked, by the names of their options. */
const questions = {
  name: 'Name of the paper',
  motto: 'Motto, a few words below the name; leave it empty for none',
  language: `Language of the interface, one of ${interfaceLanguages.join(', ')}`,
  'time-zone': 'Time zone',
  address: 'Address where it will be published; leave it empty if you do not know yet',
  host: `Host, one of ${hosts.join(', ')}`,
} as const;

function getDefaults(folderName: string): Readonly<Record<keyof typeof questions, string>> {
  return {
    name: folderName.replace(/[-_]+/gu, ' ').replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()),
    motto: '',
    language: 'en',
    'time-zone': Intl.DateTimeFormat().resolvedOptions().timeZone,
    address: '',
    host: 'other',
  };
}

/** Takes all answers from the options and defaults. */
export function toInput(given: Given, folderName: string): NewsroomInput {
  const { 'time-zone': timeZone, host, ...texts } = { ...getDefaults(folderName), ...given };
  const { name, motto, language, address } = texts;
  return { name, motto, language, timeZone, address, host: host as Host };
}

/** Asks for everything that the options leave out, each question until its answer passes, and again for wrong options. */
export async function askAll(given: Given, folderName: string, { ask, tell }: Terminal): Promise<NewsroomInput> {
  const defaults: Given = getDefaults(folderName);
  let answers: Given = {};
  for (const [name, label] of Object.entries(questions)) {
    const usual = defaults[name] ?? '';
    let text = given[name];
    while (answers[name] === undefined) {
      text ??= (await ask(formatQuestion(label, usual))).trim() || usual;
      const problems = checkInput(toInput({ ...valid, ...answers, [name]: text }, folderName));
      if (problems.length === 0) answers = { ...answers, [name]: text };
      else tell(`${problems.join('\n')}\n`);
      text = undefined;
    }
  }
  return toInput(answers, folderName);
}

/** Answers for the questions that have not been asked yet. */
const valid: Given = { name: 'A name', 'time-zone': 'UTC' };

/** Checks all answers as a check of the newsroom will. Returns every problem. */
export function checkInput({ host, ...input }: NewsroomInput): readonly string[] {
  const { address, motto, ...others } = input;
  const settings = { ...others, ...(motto && { motto }), ...(address && { address }) };
  const { issues } = parseWith(siteSchema, { file: '', yaml: stringify(settings), yamlLine: 1 });
  const problems = issues.map(({ message, hint }) => `${message}${hint && ` ${hint}`}`);
  if (!interfaceLanguages.includes(input.language) && !problems.some((text) => text.includes('language')))
    problems.push(
      `language: the interface is not translated to \`${input.language}\`. Choose one of ${interfaceLanguages.join(', ')}; stories can be in any language.`,
    );
  if (!hosts.includes(host)) problems.push(`host: \`${host}\` is not one of ${hosts.join(', ')}.`);
  return problems;
}
