import { describe, expect, it } from 'vitest';
import { pagePolicy, renderPolicy } from '../../../src/hosts/content-policy.ts';
import { sealPage } from '../../../src/hosts/seal-page.ts';

const getIntegrity = (href: string) => `sha256-of-${href}`;

describe('a sealed page', () => {
  it('has the policy right after its charset', () => {
    const page = sealPage('<html><head><meta charset="utf-8"><title>A</title></head></html>', getIntegrity);
    const policy = renderPolicy(pagePolicy);
    expect(page).toBe(
      `<html><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="${policy}"><title>A</title></head></html>`,
    );
  });

  it('names the hash of every script and style sheet that it loads, and of nothing else', () => {
    const page = sealPage(
      '<head><meta charset="utf-8"><link rel="stylesheet" href="/assets/a.css"><link rel="icon" href="/favicon.ico">' +
        '<link rel="modulepreload" href="/assets/c.js"><script>1</script><script type="module" src="/assets/b.js"></script></head>',
      getIntegrity,
    );
    expect([...page.matchAll(/<[^>]* integrity=[^>]*>/gu)].map(([tag]) => tag)).toEqual([
      '<link rel="stylesheet" href="/assets/a.css" integrity="sha256-of-/assets/a.css">',
      '<link rel="modulepreload" href="/assets/c.js" integrity="sha256-of-/assets/c.js">',
      '<script type="module" src="/assets/b.js" integrity="sha256-of-/assets/b.js">',
    ]);
  });

  it.each(['<html><head><title>A</title></head></html>', '<script>1</script><meta charset="utf-8">'])(
    'cannot be one that runs something before its policy: %s',
    (html) => {
      expect(() => sealPage(html, getIntegrity)).toThrow('for the policy to follow');
    },
  );
});
