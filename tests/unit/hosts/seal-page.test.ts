import { describe, expect, it } from 'vitest';
import { pagePolicy, renderPolicy } from '../../../src/hosts/content-policy.ts';
import { sealPage } from '../../../src/hosts/seal-page.ts';

const getIntegrity = (href: string) => `sha256-of-${href}`;

const frame = (head: string, body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
const tag = '<script type="module" src="/assets/other.js"></script>';

describe('a sealed page', () => {
  it('has the policy right after its charset', () => {
    const page = sealPage(
      '<!doctype html><html><head><meta charset="utf-8"><title>A</title></head></html>',
      getIntegrity,
    );
    const policy = renderPolicy(pagePolicy);
    expect(page).toBe(
      `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="${policy}"><title>A</title></head></html>`,
    );
  });

  it('names the hash of every script and style sheet that it loads, and of nothing else', () => {
    const page = sealPage(
      '<!DOCTYPE html><html lang="en">\n<head><meta charset="utf-8"><link rel="stylesheet" href="/assets/a.css"><link rel="icon" href="/favicon.ico">' +
        '<link rel="modulepreload" href="/assets/c.js"><script>1</script><script type="module" src="/assets/b.js"></script></head><body></body></html>',
      getIntegrity,
    );
    expect([...page.matchAll(/<[^>]* integrity=[^>]*>/gu)].map(([tag]) => tag)).toEqual([
      '<link rel="stylesheet" href="/assets/a.css" integrity="sha256-of-/assets/a.css">',
      '<link rel="modulepreload" href="/assets/c.js" integrity="sha256-of-/assets/c.js">',
      '<script type="module" src="/assets/b.js" integrity="sha256-of-/assets/b.js">',
    ]);
  });

  it.each([
    '<html><head><title>A</title></head></html>',
    '<script>1</script><meta charset="utf-8">',
    '<script>1</script><!doctype html><html><head><meta charset="utf-8"></head></html>',
    '<!doctype html><html><head><title><meta charset="utf-8"></title></head></html>',
    '<!doctype html><html><head><meta name="a" content="<meta charset="utf-8">"></head></html>',
    '<!-- <head><meta charset="utf-8"> --><!doctype html><html><head><script>1</script></head></html>',
    '<!doctype html><html lang="<head>"><body><head><meta charset="utf-8"></head></body></html>',
  ])('cannot be one that runs something before its policy: %s', (html) => {
    expect(() => sealPage(html, getIntegrity)).toThrow('where the policy goes');
  });

  it.each([
    ['an attribute', `<p title='${tag}'>a</p>`],
    ['a comment', `<!-- ${tag} -->`],
    ['a text area', `<textarea>${tag}</textarea>`],
    ['data', `<script type="application/json">"<meta charset="utf-8">${tag.replace('</script>', '')}"</script>`],
    ['an element', tag],
    ['a second head', `</body></html>${frame('', tag)}`],
  ])('keeps what its body has, whatever it is: a tag in %s', (_, body) => {
    const page = frame('<title>A</title>', body);
    const sealed = sealPage(page, () => expect.unreachable());
    expect(sealed.slice(sealed.indexOf('<title>'))).toBe(page.slice(page.indexOf('<title>')));
  });

  it('keeps patterns of a replacement unchanged', () => {
    const page = frame('<title>$& $1 $` $$</title>', '$&');
    expect(sealPage(page, getIntegrity)).toContain('<title>$& $1 $` $$</title></head><body>$&</body>');
  });

  it.each([
    ['a title that ends early', `<title><b></title>`],
    ['a script that ends early', `<script>"</b>"</script>`],
    ['an attribute without quotation marks', `<meta name=a content=b>`],
    ['an attribute in others', `<meta content='a"'>`],
    ['a comment', `<!-- a -->`],
    ['an element that a head does not have', `<p>a</p>`],
    ['another base', `<base href="https://evil.example/">`],
  ])('cannot have a head that holds %s', (_, head) => {
    expect(() => sealPage(frame(head, ''), getIntegrity)).toThrow('Unexpected text in the head of a page: <');
  });

  it('cannot have a head without an end', () => {
    expect(() => sealPage('<!doctype html><html><head><meta charset="utf-8">', getIntegrity)).toThrow(
      'head of a page: ',
    );
  });
});
