import { expect, it } from 'vitest';
import { listChanges } from '../../../src/desk/upgrade.ts';

it('lists what is new since a version', () => {
  const changelog = '# Changelog\n\nWords.\n\n## 0.3.0\n\n- c\n\n## 0.2.0\n\n- b\n\n## 0.1.0\n\n- a\n';
  expect(listChanges(changelog, '0.1.0')).toBe('## 0.3.0\n\n- c\n\n## 0.2.0\n\n- b\n\n');
  expect(listChanges(changelog, '0.3.0')).toBe('');
  expect(listChanges(changelog, 'none')).toContain('- a');
});
