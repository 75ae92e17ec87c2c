import { describe, expect, it } from 'vitest';
import { escapeHtml, toScriptJson } from '../../../src/core/escape.ts';

describe('toScriptJson', () => {
  it('never closes its script element', () => {
    const json = toScriptJson({ title: '</script><!-- & \u2028' });
    expect(json).not.toMatch(/[<>&\u2028]/u);
    expect(JSON.parse(json)).toEqual({ title: '</script><!-- & \u2028' });
  });
});

describe('escapeHtml', () => {
  it('leaves nothing with which a text could begin an element, an entity, or end an attribute', () => {
    expect(escapeHtml('<img src="x" alt=\'&lt;\'>')).toBe("&lt;img src=&quot;x&quot; alt='&amp;lt;'&gt;");
  });
});
