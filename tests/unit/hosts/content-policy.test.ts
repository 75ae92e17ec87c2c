import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js';
import { CspParser } from 'csp_evaluator/dist/parser.js';
import { describe, expect, it } from 'vitest';
import { drawGlobe } from '../../../src/atlas/globe.ts';
import { renderMap } from '../../../src/atlas/svg.ts';
import { pagePolicy, renderPolicy, serverPolicy, toSource } from '../../../src/hosts/content-policy.ts';
import { prefetchRules } from '../../../src/reader/prefetch.ts';
import { settingsScript } from '../../../src/reader/storage.client.ts';

describe.each([
  ['pages', pagePolicy],
  ['servers', serverPolicy],
])('the policy of %s', (_name, policy) => {
  it('has only those findings of csp_evaluator that every site with its own scripts has', () => {
    const findings = new CspEvaluator(new CspParser(renderPolicy(policy)).csp).evaluate();
    // We host no JSONP and no library; files that come with stories are pictures by their first bytes, served as such
    // with `nosniff`.
    expect(findings.map(({ directive, value, description }) => `${directive} ${value}: ${description}`)).toEqual([
      "script-src 'self': 'self' can be problematic if you host JSONP, AngularJS or user uploaded files.",
    ]);
  });

  it('allows nothing by default, nothing inline but what it has the hash of, and nothing of other sites', () => {
    const { 'default-src': others, 'script-src': scripts, ...rest } = policy;
    expect(others).toEqual(["'none'"]);
    expect(scripts).toEqual(["'self'", toSource(settingsScript), toSource(prefetchRules)]);
    const sources = Object.values(rest).flat();
    expect(
      sources.filter((source) => !/^'(?:self|none|script|sha256-[\w+/=]{44})'$|^gazetteer$/u.test(source)),
    ).toEqual([]);
    expect(rest).toMatchObject({
      'base-uri': ["'none'"],
      'form-action': ["'self'"],
      'require-trusted-types-for': ["'script'"],
      'trusted-types': ['gazetteer'],
    });
  });
});

describe('the policy of servers', () => {
  it('forbids frames, which pages cannot', () => {
    expect(serverPolicy['frame-ancestors']).toEqual(["'none'"]);
    expect(pagePolicy).not.toHaveProperty('frame-ancestors');
  });

  it('allows the style sheet of every map and globe', () => {
    const size = { width: 10, height: 10 };
    const drawings = [
      renderMap(size, {}, 'lowest'),
      renderMap(size, { land: 'M0 0', here: 'M1 1' }, 'above'),
      drawGlobe(['FR']),
    ];
    for (const drawing of drawings) {
      const [, style = ''] = /<style>(.*)<\/style>/u.exec(drawing) ?? [];
      expect(serverPolicy['style-src']).toContain(toSource(style));
    }
  });

  it('is short enough for a line of Cloudflare', () => {
    expect(renderPolicy(serverPolicy).length).toBeLessThan(2000 - 100);
  });
});

it('a source is the hash of a text as browsers compute it', () => {
  // The example of the standard: https://www.w3.org/TR/CSP3/#external-hash
  expect(toSource("alert('Hello, world.');")).toBe("'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
});
