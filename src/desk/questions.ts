import type { Issue } from '../core/issue.ts';
import { checkDraft, composeDraft, suggestSlug, type DraftContext, type DraftInput } from './draft.ts';

/** One question about a new story. */
export interface Question {
  readonly name: keyof DraftInput;
  /** The text of the question, on a terminal and in the usage message. */
  readonly label: string;
  /** Whether it takes several answers, separated by commas. */
  readonly isList: boolean;
  /** Returns the default answer. Undefined if an answer is required. */
  getDefault(answers: Partial<DraftInput>): string | undefined;
}

/** The facts from which default answers are made. */
export interface QuestionOptions {
  readonly context: DraftContext;
  /** BCP 47 tag of stories that name no language. */
  readonly language: string;
  /** The instant of the new story, in milliseconds since 1970. */
  readonly nowMs: number;
}

/** Returns all questions in the order in which they are asked. */
export function getQuestions({ context, language, nowMs }: QuestionOptions): readonly Question[] {
  const { topics, authors } = context.newsroom;
  const [author, ...others] = authors;
  const text = (name: keyof DraftInput, label: string, getDefault: Question['getDefault'] = () => undefined) => {
    return { name, label, isList: false, getDefault };
  };
  const list = (name: keyof DraftInput, label: string, getDefault: Question['getDefault'] = () => undefined) => {
    return { name, label, isList: true, getDefault };
  };
  return [
    text('title', 'Title'),
    text('published', 'Published', () => toLocalMinute(nowMs, context.timeZone)),
    text('slug', 'Last part of the address', ({ title = '' }) => suggestSlug(title) || undefined),
    text('summary', 'Summary, 40 to 300 characters; leave it empty to write it later', () => ''),
    text('topic', `Topic, one of ${listIds(topics)}`),
    list('regions', 'Places it is about, the main one first: RO, 142, a group'),
    list('authors', `Authors, from ${listIds(authors)}`, () => (others.length === 0 ? author?.id : undefined)),
    list('tags', 'Tags', () => ''),
    list('storylines', 'Storylines', () => ''),
    text('lang', `Language, if it is not ${language}`, () => ''),
  ];
}

function listIds(things: readonly { readonly id: string }[]): string {
  return things.map(({ id }) => id).join(', ');
}

/** `2024-11-13T19:00+02:00` */
function toLocalMinute(epochMs: number, timeZone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone);
  return local.toString({ smallestUnit: 'minute', timeZoneName: 'never' });
}

/** Adds an answer to the others, in the form that its question requires. */
export function toAnswers(answers: Partial<DraftInput>, { name, isList }: Question, text: string): Partial<DraftInput> {
  const entries = text.split(',').map((entry) => entry.trim());
  return { ...answers, [name]: isList ? entries.filter((entry) => entry !== '') : text.trim() };
}

/**
 * Checks one answer together with those before it, using the checks that the story will have to pass. The rest of the
 * draft is filled with valid values.
 */
export function checkAnswer(
  answers: Partial<DraftInput>,
  { name }: Pick<Question, 'name'>,
  context: DraftContext,
): readonly Issue[] {
  const { topics, authors } = context.newsroom;
  const draft = composeDraft(
    {
      title: 'A title',
      slug: 'a-slug',
      summary: '',
      published: '2000-01-01',
      topic: topics[0]?.id ?? '',
      regions: ['001'],
      authors: authors.slice(0, 1).map(({ id }) => id),
      tags: [],
      storylines: [],
      lang: '',
      ...answers,
    },
    context.timeZone,
  );
  return checkDraft(draft, context).filter(({ severity, field }) => {
    if (severity !== 'error') return false;
    return name === 'slug' ? field === undefined || field[0] === 'aliases' : field?.[0] === name;
  });
}
