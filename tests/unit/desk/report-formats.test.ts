import { expect, it } from 'vitest';
import { toIssue } from '../../../src/core/issue.ts';
import { formatAnnotation } from '../../../src/desk/report-formats.ts';

it('escapes what ends a workflow command or a property of it', () => {
  const issue = toIssue({
    code: 'unknown-topic',
    message: '100 %\r\n::error::a, b',
    file: 'articles/50%,a:b.md',
    line: 2,
    column: 3,
  });
  expect(formatAnnotation({ ...issue, severity: 'warning' }, 'content')).toBe(
    '::warning file=content/articles/50%25%2Ca%3Ab.md,line=2,col=3,title=unknown-topic::100 %25%0D%0A::error::a, b\n',
  );
});

it('puts the cure on a line of its own', () => {
  const issue = toIssue({ code: 'missing-key', message: 'A.', hint: 'B.', file: 'topics.yaml', line: 1, column: 1 });
  expect(formatAnnotation(issue, 'content')).toBe(
    '::error file=content/topics.yaml,line=1,col=1,title=missing-key::A.%0AB.\n',
  );
});
