import { z } from 'zod';
import type { Article } from '../../news/article.ts';
import { keyPoint } from '../schema/schema-fields.ts';
import type { MarkdownFile } from '../text/front-matter.ts';
import { parseYaml } from '../yaml/yaml.ts';

/** The parts of a story's front matter that its text depends on. */
export type TextFront = Pick<Article, 'lang' | 'keyPoints' | 'sources'>;

/** A storyline and a standing page have none of them, and a wrong value is reported where front matter is checked. */
const textFront = z.object({
  lang: z.string().catch(''),
  keyPoints: z.array(keyPoint).catch([]),
  sources: z.array(z.object({ id: z.string().optional(), title: z.string(), publisher: z.string() })).catch([]),
});

const noFront: TextFront = { lang: '', keyPoints: [], sources: [] };

/** Reads the parts of front matter that a text depends on, if it is not checked as a whole. */
export function readTextFront(source: MarkdownFile): TextFront {
  const parsed = parseYaml(source);
  const read = textFront.safeParse('value' in parsed ? parsed.value : {});
  return read.data ?? noFront;
}

/** Returns those parts of front matter that has been checked. */
export function toTextFront(front: Partial<TextFront> | object): TextFront {
  return 'sources' in front ? { ...noFront, ...front } : noFront;
}
