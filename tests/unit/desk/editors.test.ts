import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { formatIssues } from '../../../src/core/issue-report.ts';
import { toIssue } from '../../../src/core/issue.ts';
import { formatReport } from '../../../src/desk/report-formats.ts';

interface Tasks {
  readonly tasks: readonly {
    readonly problemMatcher: {
      readonly pattern: readonly Readonly<Record<string, unknown> & { regexp: string }>[];
      readonly background: { readonly endsPattern: string };
    };
  }[];
}

const readJson = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'));

describe('the settings for editors', () => {
  it('name schemas and files that are there', async () => {
    const settings = (await readJson('.vscode/settings.json')) as { 'yaml.schemas': Record<string, string> };
    const named = Object.entries(settings['yaml.schemas']);
    expect(named).toHaveLength(5);
    for (const [schema, file] of named) expect([existsSync(schema), existsSync(file)]).toEqual([true, true]);
  });

  it('have a task that understands what a check prints', async () => {
    const { tasks } = (await readJson('.vscode/tasks.json')) as Tasks;
    const { pattern, background } = tasks[0]?.problemMatcher ?? { pattern: [], background: { endsPattern: 'none' } };
    const issue = toIssue({
      code: 'dead-link',
      message: 'It leads nowhere.',
      hint: 'Mend it.',
      file: 'articles/2024/11/a.md',
      line: 12,
      column: 3,
    });
    const lines = formatIssues([issue, issue], 'content').split('\n');
    const [place, message] = pattern.map(({ regexp }) => new RegExp(regexp, 'u'));
    expect(place?.exec(lines[0] ?? '')?.slice(1)).toEqual([
      'content/articles/2024/11/a.md',
      '12',
      '3',
      'error',
      'dead-link',
    ]);
    expect(message?.exec(lines[1] ?? '')?.slice(1)).toEqual(['It leads nowhere.']);
    expect(lines.filter((line) => place?.test(line))).toHaveLength(2);
    const report = formatReport('text', { stories: 1, issues: [issue] }, 'content')
      .trimEnd()
      .split('\n');
    expect(report.at(-1)).toMatch(new RegExp(background.endsPattern, 'u'));
  });
});
