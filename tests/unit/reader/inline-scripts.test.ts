import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { prefetchRules } from '../../../src/reader/prefetch.ts';
import { settingsName, settingsScript } from '../../../src/reader/storage.client.ts';

/** Runs the script of the head in a page with a storage. */
function runSettingsScript(getItem: (name: string) => string | null): unknown {
  const dataset = {};
  runInNewContext(settingsScript, { localStorage: { getItem }, document: { documentElement: { dataset } } });
  return dataset;
}

function forbid(): never {
  throw new Error('forbidden');
}

describe('the script of the head', () => {
  it('applies the stored settings to the page', () => {
    const kept = new Map([[`gazetteer:${settingsName}`, 'theme-dark size-large']]);
    expect(runSettingsScript((name) => kept.get(name) ?? null)).toEqual({ reader: 'theme-dark size-large' });
  });

  it('says that scripts run if nothing is stored, and if storage is forbidden', () => {
    expect(runSettingsScript(() => null)).toEqual({ reader: '' });
    expect(runSettingsScript(forbid)).toEqual({ reader: '' });
  });

  it('is so short that it costs less than a request, and cannot end its element', () => {
    expect(settingsScript.length).toBeLessThan(160);
    expect(settingsScript + prefetchRules).not.toMatch(/[<>]/u);
  });
});
