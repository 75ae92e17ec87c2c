import { describe, expect, it } from 'vitest';
import { checkNearDuplicateTags } from '../../../src/news/near-duplicate-tags.ts';
import { makeArticle } from '../../support/make-newsroom.ts';
import { permute } from '../../support/permute.ts';

describe('checkNearDuplicateTags', () => {
  it('puts spellings together that share a key with a third one alone', () => {
    const tags = ['nuclear-weapons', 'nuclearweapons', 'weapons nuclear', 'floods'];
    const issues = checkNearDuplicateTags({ articles: [makeArticle({ tags })] });
    expect(issues.map(({ message }) => message)).toEqual([
      'The tag `nuclearweapons` is almost the same as `nuclear-weapons`, which another story uses.',
      'The tag `weapons nuclear` is almost the same as `nuclear-weapons`, which another story uses.',
    ]);
  });

  it('is done with 5,040 orders of seven words, which took 103 seconds, at once', { timeout: 5_000 }, () => {
    const tags = permute(['ant', 'bee', 'cat', 'dog', 'elk', 'fox', 'gnu']).map((words) => words.join(' '));
    expect(checkNearDuplicateTags({ articles: [makeArticle({ tags })] })).toHaveLength(5_039);
  });
});
