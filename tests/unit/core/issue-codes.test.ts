import { describe, expect, it } from 'vitest';
import { issueCodes } from '../../../src/core/issue-codes.ts';

const table = Object.entries(issueCodes);

describe('issueCodes', () => {
  it.each(table)('names and explains %s the way the README prints it', (code, { about }) => {
    expect(code).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)+$/u);
    expect(about).toMatch(/^[A-Z`].*[^.]\.$/u);
  });

  it('explains no two codes alike', () => {
    expect(new Set(table.map(([, { about }]) => about)).size).toBe(table.length);
  });

  it('lets a build go on only over matters of form and of time', () => {
    const warnings = table.filter(([, { severity }]) => severity === 'warning').map(([code]) => code);
    expect(warnings).toEqual([
      'unlinked-file',
      'missing-summary',
      'unusual-length',
      'near-duplicate-tag',
      'heading-order',
      'near-markdown',
      'leftover-markup',
      'empty-heading',
      'odd-character',
      'unused-source',
      'unsupported-point',
      'slow-text',
      'unknown-variable',
      'renamed-key',
      'changed-prop',
      'link-to-hidden',
      'updated-in-future',
      'unexplained-withdrawal',
      'dateline-form',
      'missing-media-topic',
      'unused-author',
      'unused-storyline',
    ]);
  });
});
