import { compareIssues, type Issue } from '../core/issue.ts';
import type { Newsroom } from '../news/newsroom.ts';
import type { Bodies } from './body.ts';
import { readNewsroom, type ReadOptions } from './reader.ts';

/** A newsroom with everything that is wrong with it, bodies included. */
export interface CheckResult {
  readonly newsroom: Newsroom;
  readonly issues: readonly Issue[];
}

/** Checks a whole content folder: front matter, references and the Markdown of every body. */
export async function checkContent(options: ReadOptions, bodies: Pick<Bodies, 'check'>): Promise<CheckResult> {
  const { newsroom, issues } = await readNewsroom(options);
  const all = [...issues];
  for (const { file } of [...newsroom.articles, ...newsroom.storylines, ...newsroom.pages]) {
    all.push(...(await bodies.check(file)));
  }
  return { newsroom, issues: all.sort(compareIssues) };
}
