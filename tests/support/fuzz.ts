import * as fc from 'fast-check';
import { splitFrontMatter, type MarkdownFile } from '../../src/content/text/front-matter.ts';
import { parsePage } from '../../src/content/reading/page.ts';
import { createSchemas } from '../../src/content/schema/schema.ts';
import { isIssue } from '../../src/content/text/text-file.ts';
import { createFieldLocator } from '../../src/content/yaml/yaml.ts';
import { issueCodes } from '../../src/core/issue-codes.ts';
import { hasErrors, type Issue } from '../../src/core/issue.ts';
import { once } from '../../src/core/memo.ts';
import type { Article } from '../../src/news/article.ts';
import { checkIntegrity } from '../../src/news/integrity.ts';
import { findDangers } from './find-dangers.ts';
import { makeNewsroom } from './make-newsroom.ts';
import { markdownPieces, mutations, yamlPieces } from './mutate.ts';
import { checkMarkdown, renderMarkdown } from './render-markdown.ts';

/** The parts of a story that are mutated. */
export type FuzzPart = 'front matter' | 'body';

/** A worker's task. */
export interface FuzzPlan {
  readonly part: FuzzPart;
  readonly runs: number;
  readonly seed: number;
}

/** A worker's message: each text before it is tried, and at the end the result. */
export interface FuzzMessage {
  readonly trying?: string;
  readonly result?: FuzzResult;
}

/** The result of all mutations. */
export interface FuzzResult {
  /** The number that would be published. All others have issues. */
  readonly pages: number;
  /** The smallest failing mutation, with the reason and how to repeat it. Undefined if none failed. */
  readonly failure?: string | undefined;
}

const schemas = createSchemas({ timeZone: 'UTC', language: 'en' });
const file = 'articles/2024/11/flood.md';

/** Mutates a part of a story repeatedly, and runs each mutation through reader, rules and Markdown chain. */
export async function fuzz({ part, runs, seed }: FuzzPlan, tell: (text: string) => void): Promise<FuzzResult> {
  const texts = part === 'body' ? mutations(body, markdownPieces) : mutations(yaml, yamlPieces);
  let pages = 0;
  const property = fc.asyncProperty(texts, async (text) => {
    tell(text);
    const issues = part === 'body' ? await tryBody(text) : tryFrontMatter(text);
    const poor = issues.find((issue) => !isUseful(issue));
    if (poor) throw new Error(`This issue does not say what, where and how to cure it: ${JSON.stringify(poor)}`);
    if (!hasErrors(issues)) pages += 1;
  });
  const details = await fc.check(property, { numRuns: runs, seed });
  return { pages, failure: details.failed ? fc.defaultReportMessage(details) : undefined };
}

function isUseful({ code, message, hint, line, column }: Issue): boolean {
  const isKnown = Object.hasOwn(issueCodes, code);
  return isKnown && message.trim() !== '' && hint.trim() !== '' && line >= 1 && column >= 1;
}

function tryFrontMatter(mutated: string): readonly Issue[] {
  const source = splitFrontMatter({ file, text: `---\n${mutated}---\n\nText.\n` });
  if (isIssue(source)) return [source];
  const reading = parsePage('articles', source, schemas);
  const { value } = reading;
  const article = value && ({ ...value, id: '2024/11/flood', file } as Article);
  const further = article ? checkIntegrity(makeNewsroom({ articles: [article] }), { timeZone: 'UTC' }) : [];
  return toLocated([...reading.issues, ...further], source);
}

/** Does the same as `locateIssues`, without the disk. */
function toLocated(issues: readonly Issue[], source: MarkdownFile): readonly Issue[] {
  const openLocator = once(() => createFieldLocator(source));
  return issues.map((issue) => (issue.line > 0 ? issue : { ...issue, ...openLocator()(issue.field ?? [], false) }));
}

async function tryBody(mutated: string): Promise<readonly Issue[]> {
  const issues = checkMarkdown(mutated);
  if (hasErrors(issues)) return issues;
  const dangers = findDangers(await renderMarkdown(mutated, 'https://host.example/'));
  if (dangers.length > 0) throw new Error(`dangers: ${dangers.join(', ')} of ${JSON.stringify(mutated)}`);
  return issues;
}

const yaml = `title: River floods the old town
summary: Water stood a metre high in the old town on Wednesday morning.
kind: report
published: 2024-11-13T19:00:00+02:00
updated: 2024-11-14T08:00:00+02:00
dateline: { place: Bucharest, region: RO, at: [44.43, 26.1] }
topic: world
regions: [RO, FR]
tags: [arms control, nuclear risk]
authors: [world-desk]
credit: With inputs from agencies
keyPoints:
  - The first point.
  - The second point, with the number 12.
sources:
  - title: A paper
    publisher: A house
    url: https://a.example/
    published: 2024-11-12
corrections:
  - { kind: correction, date: 2024-11-14, text: It was a metre. }
image: { src: bridge.jpg, alt: A bridge, credit: Us, caption: It stands. }
status: published
expires: 2030-01-01
aliases: [/old/address/]
lang: en
`;

const body = `The river rose *in the night*, says [the town](https://a.example/ "Title") and **the school**[^1].

## The old town

- Water stood a metre high.
- Nobody is hurt, \`says\` a post on www.a.example.

> A quotation of ~~one~~ two lines
> and a [link](/2024/11/a/).

| place | depth |
|:------|------:|
| north | 1 m   |

![A bridge](bridge.jpg "The bridge | Ana Pop")

1. First.
2. Second.

[^1]: Its [note][n].

[n]: https://a.example/b
`;
