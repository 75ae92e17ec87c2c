import { hash } from 'node:crypto';
import { packTree } from '../../core/html-tree.ts';
import { ContentError, hasErrors } from '../../core/issue.ts';
import type { ContentKind } from '../text/files.ts';
import { createBodies, type Bodies, type BodyOptions } from '../reading/body.ts';
import { isWithdrawn, parsePage, readMarkdown, withMedia, type PageReading } from '../reading/page.ts';
import type { PageToStore } from './page-store.ts';
import type { ReadOptions } from '../reading/page.ts';
import { createSchemas, type Schemas } from '../schema/schema.ts';
import { isIssue } from '../text/text-file.ts';
import { toTextFront } from '../reading/text-front.ts';
import { readMedia } from '../reading/text-media.ts';

/** A Markdown file to be read and rendered, with its stored fingerprint. */
export interface PageTask {
  readonly kind: ContentKind;
  readonly file: string;
  readonly hash?: string | undefined;
  /** False if only the front matter is needed. */
  readonly hasText: boolean;
}

/** The result of a task: `same` if nothing changed. The text is absent if it has errors or was not asked for. */
export type PageResult =
  | 'same'
  | {
      readonly hash: string;
      readonly reading: PageReading;
      readonly body?: PageToStore['body'];
      readonly media: readonly string[];
    };

/** The settings that reading and rendering depend on. */
export interface PageTaskOptions {
  readonly read: ReadOptions;
  readonly body: BodyOptions;
}

/** Creates the function that reads, checks and renders one Markdown file. */
export function createPageRunner({ read, body }: PageTaskOptions): (task: PageTask) => Promise<PageResult> {
  const [schemas, bodies] = [createSchemas(read), createBodies(body)];
  return (task) => runPage(task, read.contentDir, schemas, bodies);
}

async function runPage(task: PageTask, contentDir: string, schemas: Schemas, bodies: Bodies): Promise<PageResult> {
  const source = await readMarkdown(contentDir, task.file);
  if (isIssue(source)) return { hash: '', reading: { issues: [source] }, media: [] };
  const found = hash('sha1', `${source.yaml}\n---\n${source.body}`, 'base64url');
  if (found === task.hash) return 'same';
  const reading = parsePage(task.kind, source, schemas);
  // The text of a withdrawn story is neither shown nor stored anywhere.
  if (isWithdrawn(reading)) return { hash: found, reading, media: [], ...(task.hasText ? { body: noText } : {}) };
  if (!task.hasText) {
    const media = readMedia(source);
    return { hash: found, reading: withMedia(reading, media), media };
  }
  try {
    const { media, warnings, tree, ...rest } = await bodies.renderSource(
      source,
      reading.value && toTextFront(reading.value),
    );
    const body = { ...rest, tree: packTree(tree) };
    const issues = [...reading.issues, ...warnings];
    const whole = withMedia({ ...reading, issues }, media);
    return { hash: found, reading: whole, body: hasErrors(issues) ? undefined : body, media };
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return { hash: found, reading: { ...reading, issues: [...reading.issues, ...error.issues] }, media: [] };
  }
}

const noText = {
  tree: packTree({ type: 'root', children: [] }),
  support: [],
  links: [],
  anchors: [],
} as const;
