import { describe, expect, it } from 'vitest';
import { toSlug } from '../../../src/core/text.ts';
import { isReservedId } from '../../../src/news/names.ts';
import { toTagId, toTagKeys } from '../../../src/news/tag.ts';
import { createRandom } from '../../support/random.ts';

/** Returns what the spellings of a tag have in common, without dots, commas, quotation marks and brackets. */
function toSpelling(tag: string): string {
  const words = tag
    .toLowerCase()
    .replaceAll('é', 'e')
    .split(/[\s_-]+/u);
  return words.filter(Boolean).join(' ');
}

describe('toTagId', () => {
  it.each([
    ['arms-control', ['arms control', 'Arms Control', ' ARMS  CONTROL ', 'arms-control', 'arms_control']],
    ['cote-divoire', ['Côte d’Ivoire', "cote d'ivoire", 'Co\u0302te d’Ivoire']],
    ['هدنة', ['هدنة', ' هدنة ']],
    ['us-troops', ['U.S. troops', 'US troops', 'u.s.  Troops']],
    ['washington-dc', ['Washington, D.C.', 'Washington DC']],
    ['st-louis', ['St. Louis', 'St Louis']],
    ['fake-news', ['“fake news”', '"Fake News"', '«fake news»', "'fake' news"]],
    ['elections-2024', ['elections (2024)', 'Elections 2024', 'elections – 2024']],
    ['turkiye', ['Türkiye', 'Tu\u0308rkiye']],
    ['co₂', ['CO₂', 'co₂']],
    ['no5', ['№5', 'No5']],
    ['~23metoo', ['#MeToo', '＃metoo']],
    ['❤', ['❤', '❤\ufe0f']],
    ['日本-ニュース', ['日本 ニュース', '日本\u3000ニュース']],
    ['', ['', ' ', '—', '()', '“”']],
  ])('gives every spelling the one address part %j', (id, spellings) => {
    for (const spelling of spellings) expect(toTagId(spelling)).toBe(id);
  });

  it.each([
    [['C', 'C++', 'C#', 'C/C++', 'C*', 'C-C++']],
    [['NET', '.NET', 'ASP.NET', 'ASP NET']],
    [['R&D', 'RD', 'R D', 'R+D', 'R/D', 'R@D']],
    [['F', 'F#', 'F*', 'F+', 'F!', 'F?']],
    [['home', '@home', '#home', '~home', 'home!']],
    [['5', '$5', '5%', '+5', '#5', '№5', '<5', '>5', '=5', '±5', '5°', '5€', '£5', '5‰']],
    [['100', '100%', '1.00', '10.0', '1:00', '1/00', '1,00']],
    [['#', '+1', '-1', '!', '?', '...', '~', '%', '&', '|', '^', '`', '\\', '*', '@', '$', '=', '<', '/']],
    [['🙂', '🙃', '👍', '👍🏽', '👨‍👩‍👧', '👨👩👧', '🇫🇷', '🇩🇪', '❤', '→', '☢']],
    [['c~2b', 'C+', 'c 2b', 'c~', 'c~2b2b', 'C+2b']],
    [['日本・東京', '日本東京', '日本 東京', '日本。東京']],
    [['Node.js', 'NodeJS', 'Node js']],
    [['con', 'con-air', 'con!', '42', '42%', '4.2']],
  ])('keeps %j apart', (tags) => {
    const ids = tags.map(toTagId);
    expect(new Set(ids).size).toBe(tags.length);
    for (const id of ids) expect(id).toMatch(/^(?:[a-z\d~-]|[^ -~\s])+$/u);
  });

  it.each([
    ['42', '42-'],
    ['1', '1-'],
    ['CON', 'con-'],
    ['nul', 'nul-'],
    ['COM1', 'com1-'],
    ['lpt¹', 'lpt¹-'],
    ['feed.xml', 'feed~2exml'],
    ['2024', '2024'],
    ['convoy', 'convoy'],
  ])('puts the tag %s, where it is reserved, beside what reserves it: %s', (tag, id) => {
    expect(toTagId(tag)).toBe(id);
    expect(isReservedId(id)).toBe(false);
  });

  it('returns the same address part for two tags only if they are spellings of one', () => {
    const random = createRandom(15);
    const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? '';
    const letters = [...'aAbBcC12éжあ٣', ' ', '-', '_', ...'+#&@/%$*!?=<>^|~`\\€🙂°'];
    const tags = Array.from({ length: 20_000 }, () => {
      const length = 1 + Math.floor(random() * 4);
      return Array.from({ length }, () => pick(letters)).join('');
    });
    const spellings = new Map<string, Set<string>>();
    for (const tag of tags) {
      const id = toTagId(tag);
      spellings.set(id, (spellings.get(id) ?? new Set()).add(toSpelling(tag)));
    }
    expect(spellings.size).toBeGreaterThan(5_000);
    expect([...spellings].filter(([, own]) => own.size > 1)).toEqual([]);
    expect(spellings.size).toBe(new Set(tags.map(toSpelling)).size);
  });

  it('keeps the address part that every tag of letters and digits had', () => {
    for (const tag of [
      'arms control',
      'Côte d’Ivoire',
      'COP29',
      'Łódź',
      'Ελλάδα',
      'हिन्दी समाचार',
      '한국',
      'covid-19',
    ]) {
      expect(toTagId(tag)).toBe(toSlug(tag));
    }
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
    ['Node.js', 'NodeJS'],
    ['#MeToo', 'MeToo'],
    ['Yahoo!', 'Yahoo'],
    ['C ++', 'C++'],
    ['Trade & industry', 'trade industry'],
    ['St.Petersburg', 'St. Petersburg'],
    ['Ｇ７', 'G7'],
    ['CO₂', 'CO2'],
  ])('takes the tags %s and %s, which have two addresses, for nearly the same', (a, b) => {
    expect(toTagId(a)).not.toBe(toTagId(b));
    expect(toTagKeys(toTagId(a)).some((key) => toTagKeys(toTagId(b)).includes(key))).toBe(true);
  });

  it.each([
    ['arms-control', 'arms-race'],
    ['us', 'u'],
    ['gas', 'ga'],
    ['boss', 'bos'],
    ['iran', 'iraq'],
    ['c~2b~2b', 'c'],
    ['c~2b~2b', 'c~23'],
    ['~2enet', 'net'],
    ['r~26d', 'rd'],
    ['5000~25', '5000'],
    ['🙂', '🙃'],
  ])('keeps %s and %s apart', (a, b) => {
    expect(toTagKeys(a).some((key) => toTagKeys(b).includes(key))).toBe(false);
  });
});
