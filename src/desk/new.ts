import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { readNowMs } from '../content/clock.ts';
import { readNewsroom } from '../content/reader.ts';
import { createSchemas } from '../content/schema/schema.ts';
import type { Issue } from '../core/issue.ts';
import { createAddresses, toArticlePath } from '../news/urls.ts';
import type { Settings } from '../core/settings.ts';
import type { Call } from './command.ts';
import { checkDraft, composeDraft, type DraftFile, type DraftInput } from './draft.ts';
import { checkAnswer, getQuestions, toAnswers, type Question, type QuestionOptions } from './questions.ts';
import { formatQuestion, talk, type Terminal } from './terminal.ts';

/** Starts a story. Asks on a terminal for everything that the options leave out. Never overwrites a file. */
export async function runNew(call: Call, settings: Settings): Promise<void> {
  const { site } = settings;
  // A list can be written in one option or in several.
  const given: Given = Object.fromEntries([...call.options].map(([name, texts]) => [name, texts.join(', ')]));
  const { newsroom, issues: found } = await readNewsroom(site);
  const unreadable = found.find(({ code, file }) => code === 'unreadable-file' && file === '.');
  if (unreadable) return fail(`${toShown('.', site.contentDir)}: ${unreadable.message} ${unreadable.hint}`);
  const context = { newsroom, schemas: createSchemas(site), timeZone: site.timeZone };
  const options = { context, language: site.language, nowMs: readNowMs() };
  const answers = process.stdin.isTTY
    ? ((await talk((terminal) => askAnswers(given, options, terminal))) ?? '\nStopped.')
    : answerFromOptions(given, options);
  if (typeof answers === 'string') return fail(answers);
  const draft = composeDraft(answers, site.timeZone);
  const issues = checkDraft(draft, context).filter(({ severity }) => severity === 'error');
  if (issues.length > 0) return fail(explain(issues));
  const problem = await writeNew(draft, site.contentDir);
  if (problem !== undefined) return fail(problem);
  process.stdout.write(explainNext(draft, settings));
}

function fail(message: string): void {
  process.stderr.write(`${message}\nNothing was written.\n`);
  process.exitCode = 1;
}

/** The options as they were typed, by question. */
type Given = Readonly<Partial<Record<keyof DraftInput, string>>>;

/** Takes all answers from the options and defaults. Returns every problem as one text. */
export function answerFromOptions(given: Given, options: QuestionOptions): DraftInput | string {
  let answers: Partial<DraftInput> = {};
  const problems: string[] = [];
  for (const question of getQuestions(options)) {
    const { name, label, getDefault } = question;
    const text = given[name] ?? getDefault(answers);
    // Without a title, a missing address is not a separate problem.
    if (text === undefined && name === 'slug' && !answers.title) continue;
    if (text === undefined) problems.push(`\`--${name}\` is missing: ${label}.`);
    else {
      const taken = toAnswers(answers, question, text);
      const issues = checkAnswer(taken, question, options.context);
      // A wrong answer must not hide what is wrong with the next one.
      if (issues.length > 0) problems.push(explain(issues, name));
      else answers = taken;
    }
  }
  // Without problems, every question has an answer.
  return problems.length > 0 ? problems.join('\n') : (answers as DraftInput);
}

/** Asks for everything that the options leave out, each question until its answer passes. */
export async function askAnswers(given: Given, options: QuestionOptions, { ask, tell }: Terminal): Promise<DraftInput> {
  let answers: Partial<DraftInput> = {};
  for (const question of getQuestions(options)) {
    let text = given[question.name];
    for (;;) {
      const asked = toAnswers(answers, question, text ?? (await askOne(question, answers, ask)));
      const issues = checkAnswer(asked, question, options.context);
      if (issues.length === 0) {
        answers = asked;
        break;
      }
      tell(`${explain(issues, question.name)}\n`);
      text = undefined;
    }
  }
  return answers as DraftInput;
}

async function askOne(
  { label, getDefault }: Question,
  answers: Partial<DraftInput>,
  ask: Terminal['ask'],
): Promise<string> {
  const usual = getDefault(answers);
  for (;;) {
    const text = (await ask(formatQuestion(label, usual))).trim();
    if (text !== '' || usual !== undefined) return text || (usual ?? '');
  }
}

/** Explains problems in the words of a check, without the position, because the file does not exist yet. */
function explain(issues: readonly Issue[], option?: string): string {
  const at = option === undefined ? '' : `--${option}: `;
  return issues.map(({ message, hint }) => `${at}${message}${hint && ` ${hint}`}`).join('\n');
}

/** Writes the file unless it exists. Returns the problem, if any. */
async function writeNew({ file, text }: DraftFile, contentDir: string): Promise<string | undefined> {
  const fullPath = path.join(contentDir, file);
  await mkdir(path.dirname(fullPath), { recursive: true });
  try {
    await writeFile(fullPath, text, { flag: 'wx' });
    return undefined;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    return `There is already a file ${toShown(file, contentDir)}. Choose another address: \`--slug …\`.`;
  }
}

function toShown(file: string, contentDir: string): string {
  return path.join(path.relative('', contentDir), file);
}

function explainNext({ file, id }: DraftFile, { site, machine }: Settings): string {
  const shown = toShown(file, site.contentDir);
  const address = createAddresses(site.url).href(toArticlePath(id));
  return `Created ${shown}, a draft that readers cannot see.

Next:
  1. Write the summary and the text there, and name the sources.
  2. \`npm run dev\` shows it at http://localhost:${machine.port}${address}
  3. \`npx gazetteer check ${shown}\`
  4. Delete \`status: draft\`: the next build publishes it, unless \`published\` is still in the future.
`;
}
