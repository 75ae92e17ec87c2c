import { describe, expect, it } from 'vitest';
import { keepLastGood } from '../../../src/paper/last-good-texts.ts';
import type { Bodies, Body } from '../../../src/content/reading/body.ts';
import { ContentError, toIssue, type Issue } from '../../../src/core/issue.ts';

const issue = toIssue({ code: 'raw-html', message: 'No.', file: 'articles/a.md' });
const good: Body = { tree: { type: 'root', children: [] }, support: [1] };

function makeBodies(render: Bodies['render']): Bodies {
  return { render, renderSource: () => Promise.reject(new Error('unused')) };
}

describe('the last good text', () => {
  it('stands in for one with errors, which are reported', async () => {
    const reported: Issue[] = [];
    const report = async (issues: readonly Issue[]) => void reported.push(...issues);
    const seen = new Map<string, Body>();
    const bad = keepLastGood(
      makeBodies(() => Promise.reject(new ContentError([issue]))),
      report,
      seen,
    );
    expect(await bad.render('a.md')).toEqual({ tree: { type: 'root', children: [] }, support: [] });
    expect(
      await keepLastGood(
        makeBodies(async () => good),
        report,
        seen,
      ).render('a.md'),
    ).toBe(good);
    expect(await bad.render('a.md')).toBe(good);
    expect(reported).toEqual([issue, issue]);
  });

  it('does not hide bugs of the program', async () => {
    const bodies = makeBodies(() => Promise.reject(new TypeError('x is not a function')));
    await expect(keepLastGood(bodies, async () => {}, new Map()).render('a.md')).rejects.toThrow(TypeError);
  });
});
