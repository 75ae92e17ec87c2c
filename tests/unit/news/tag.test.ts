import { describe, expect, it } from 'vitest';
import { toTagId, toTagKeys } from '../../../src/news/tag.ts';

describe('toTagId', () => {
  it.each([
    ['arms-control', ['arms control', 'Arms Control', ' ARMS  CONTROL ', 'arms-control', 'arms_control']],
    ['cote-divoire', ['Côte d’Ivoire', "cote d'ivoire", 'Co\u0302te d’Ivoire']],
    ['هدنة', ['هدنة', ' هدنة ']],
    ['', ['', '?!', ' ']],
  ])('gives every spelling the one address part %j', (id, spellings) => {
    for (const spelling of spellings) expect(toTagId(spelling)).toBe(id);
  });
});

describe('toTagKeys', () => {
  it.each([
    ['nuclear-weapons', 'nuclear-weapon'],
    ['control-arms', 'arms-control'],
    ['russia-china-talks', 'china-russia-talk'],
    ['e-mail', 'email'],
    ['peace-keeping', 'peacekeeping'],
    ['wild-fire', 'wildfires'],
  ])('takes %s and %s for nearly the same', (a, b) => {
    expect(toTagKeys(a).some((key) => toTagKeys(b).includes(key))).toBe(true);
  });

  it.each([
    ['arms-control', 'arms-race'],
    ['us', 'u'],
    ['gas', 'ga'],
    ['boss', 'bos'],
    ['iran', 'iraq'],
  ])('keeps %s and %s apart', (a, b) => {
    expect(toTagKeys(a).some((key) => toTagKeys(b).includes(key))).toBe(false);
  });
});
