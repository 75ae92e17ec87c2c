import { toIssue, type Issue } from '../../core/issue.ts';
import type { TextFile } from './text-file.ts';

/** A Markdown file split into front matter and body. */
export interface MarkdownFile {
  readonly file: string;
  /** The YAML between the two `---` lines. */
  readonly yaml: string;
  /** 1-based line on which the YAML starts. */
  readonly yamlLine: number;
  readonly body: string;
  /** 1-based line on which the body starts. */
  readonly bodyLine: number;
}

/** Splits a Markdown file into front matter and body. */
export function splitFrontMatter({ file, text }: TextFile): MarkdownFile | Issue {
  const match = /^---[ \t]*\n(?<yaml>(?:(?!---[ \t]*(?:\n|$))[^\n]*\n)*)---[ \t]*(?:\n|$)/u.exec(text);
  const yaml = match?.groups?.['yaml'];
  if (!match || yaml === undefined) {
    return toIssue({
      code: 'missing-front-matter',
      message: text.startsWith('---')
        ? 'The front matter has no second `---` line.'
        : 'The file does not start with a `---` line.',
      hint: 'Put title, summary, published and the rest between two lines of three hyphens at the top of the file.',
      file,
      line: 1,
      column: 1,
    });
  }
  const head = match[0];
  return { file, yaml, yamlLine: 2, body: text.slice(head.length), bodyLine: head.split('\n').length };
}
