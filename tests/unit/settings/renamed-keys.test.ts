import { expect, it } from 'vitest';
import { renamedKeys, renameKeys } from '../../../src/settings/renamed-keys.ts';
import { siteSchema } from '../../../src/content/schema/site-schema.ts';

const renamed = [{ from: 'tagline', to: 'motto', since: '0.2.0' }];

it('reads an old name as the new one, and shows what to write', () => {
  const { text, issues } = renameKeys('name: Post\ntagline: Near you # for now\n', 'site.yaml', renamed);
  expect(text).toBe('name: Post\nmotto: Near you # for now\n');
  expect(issues).toMatchObject([
    {
      code: 'renamed-key',
      severity: 'warning',
      message:
        'The key `tagline` is called `motto` since version 0.2.0. Its old name works until the next major version.',
      hint: 'Write `motto: Near you # for now`, or run `npx gazetteer upgrade`.',
      file: 'site.yaml',
      field: ['tagline'],
    },
  ]);
});

it('leaves other keys and texts as they are', () => {
  const text = 'taglines: a\nname: "tagline: b"\nfeatures:\n  tagline: c\n';
  expect(renameKeys(text, 'site.yaml', renamed)).toEqual({ text, issues: [] });
});

it('leaves a key that is there by both names to the editor', () => {
  const text = 'tagline: a\nmotto: b\n';
  expect(renameKeys(text, 'site.yaml', renamed)).toEqual({ text, issues: [] });
});

it('leads to keys that exist', () => {
  for (const { from, to } of renamedKeys) {
    expect(Object.keys(siteSchema.shape)).toContain(to);
    expect(Object.keys(siteSchema.shape)).not.toContain(from);
  }
});
