import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { convertInTime } from '../../../../src/content/reading/convert-text.ts';
import { createMarkdownChain, type MarkdownChain } from '../../../../src/content/markdown/markdown.ts';
import { getCpuMs, runWithin, TimeLimitError } from '../../../../src/content/reading/time-limit.ts';
import { words } from '../../../support/render-markdown.ts';

const chain = createMarkdownChain({ words, toHref: (path) => path, toMediaPath: (src) => src });
const source = { file: 'articles/2024/11/flood.md', yaml: '', yamlLine: 2, body: '**Rain**.', bodyLine: 9 };

function spend(ms: number): void {
  const startMs = getCpuMs();
  while (getCpuMs() - startMs < ms);
}

describe('a text that takes too long', () => {
  const hang: MarkdownChain = { ...chain, parse: () => spend(4_000) as never };

  it('is given up, and its file is named', () => {
    expect(convertInTime(source, hang, { renderMs: 100, slowMs: 50, quickCharacters: 0 })).toEqual({
      issues: [
        {
          code: 'render-too-slow',
          severity: 'error',
          message: 'The text was not rendered: it takes more than 0.1 seconds of processor time.',
          hint: 'Look for long runs of characters such as `*`, `>` or `<` that are not text and remove them, or split the text into several.',
          file: source.file,
          line: 9,
          column: 1,
        },
      ],
    });
  });

  it('is rendered with a warning while it is below the limit', () => {
    const slow: MarkdownChain = {
      ...chain,
      parse: (markdown) => {
        spend(60);
        return chain.parse(markdown);
      },
    };
    const { html, issues } = convertInTime(source, slow, { renderMs: 60_000, slowMs: 50, quickCharacters: 0 });
    expect(html?.children).toHaveLength(1);
    expect(issues).toMatchObject([{ code: 'slow-text', severity: 'warning', file: source.file, line: 9, column: 1 }]);
    expect(issues[0]?.message).toMatch(
      /^The text takes 0\.\d seconds of processor time; most texts take a hundredth of a second\.$/u,
    );
    expect(issues[0]?.hint).toContain('long runs of characters');
  });

  it('does not prevent the next one from being rendered', () => {
    convertInTime(source, hang, { renderMs: 50, slowMs: 50, quickCharacters: 0 });
    expect(convertInTime(source, chain).issues).toEqual([]);
  });
});

describe('runWithin', () => {
  it('returns what the work returns, and throws what it throws', () => {
    expect(runWithin(1_000, () => undefined)).toBeUndefined();
    expect(() => runWithin(1_000, () => decodeURI('%'))).toThrow(URIError);
    expect(() => runWithin(20, () => spend(4_000))).toThrow(TimeLimitError);
  });

  it('counts the time of the processor, not of the clock: on a busy machine honest work is run again', () => {
    let runs = 0;
    const wait = () => {
      runs += 1;
      // Sleeps, as a thread does that waits for its turn.
      const until = process.hrtime.bigint() + 30_000_000n;
      while (process.hrtime.bigint() < until) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
      return 'done';
    };
    expect(runWithin(15, wait)).toBe('done');
    expect(runs).toBeGreaterThan(1);
  });
});
