import { describe, expect, it } from 'vitest';
import { toScriptJson } from '../../../src/core/escape.ts';

describe('toScriptJson', () => {
  it('never closes its script element', () => {
    const json = toScriptJson({ title: '</script><!-- & \u2028' });
    expect(json).not.toMatch(/[<>&\u2028]/u);
    expect(JSON.parse(json)).toEqual({ title: '</script><!-- & \u2028' });
  });
});
