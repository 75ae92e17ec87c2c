import { compareIssues, type Issue } from '../../core/issue.ts';
import { splitFrontMatter } from '../text/front-matter.ts';
import { limits } from '../text/limits.ts';
import { isIssue, readTextFile } from '../text/text-file.ts';
import { createFieldLocator, type FieldLocator, type YamlText } from './yaml.ts';

/** Issues about a key rather than its value. */
const keyCodes: ReadonlySet<Issue['code']> = new Set([
  'unknown-key',
  'renamed-key',
  'unused-author',
  'missing-media-topic',
]);

/**
 * Adds the line and column to every issue that names a field, by reading its file once more: only files with issues pay
 * for positions. Sorts the issues for reading.
 */
export async function locateIssues(contentDir: string, issues: readonly Issue[]): Promise<readonly Issue[]> {
  const byFile = Map.groupBy(issues, ({ file }) => file);
  const located = await Promise.all(
    [...byFile].map(async ([file, found]) => {
      if (found.every(({ line }) => line > 0)) return found;
      const text = await readYamlText(contentDir, file);
      if (!text) return found;
      const locate = createFieldLocator(text);
      return found.map((issue) => (issue.line > 0 ? issue : toLocated(issue, locate)));
    }),
  );
  return located.flat().sort(compareIssues);
}

function toLocated(issue: Issue, locate: FieldLocator): Issue {
  return { ...issue, ...locate(issue.field ?? [], keyCodes.has(issue.code)) };
}

async function readYamlText(contentDir: string, file: string): Promise<YamlText | undefined> {
  const source = await readTextFile(contentDir, file, limits.dataFileBytes);
  if (isIssue(source)) return undefined;
  if (!file.endsWith('.md')) return { file, yaml: source.text, yamlLine: 1 };
  const split = splitFrontMatter(source);
  return isIssue(split) ? undefined : split;
}
