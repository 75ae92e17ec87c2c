import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeIndex, searchIds } from '../../../support/make-index.ts';

/** Sentences, each of which is a story with its own number in this list as its id. */
const sentences = [
  // Letters and digits. The stories below them have their parts alone.
  'Poland sent two F-16 jets to the border.',
  'The B-52 bomber landed at night.',
  'Leaders of the G-20 met in Rio.',
  'Doctors looked at the X-ray of his chest.',
  'Patients with COVID‑19 were counted.',
  'The Su–35 was shot down.',
  'The MH17 trial ended.',
  'Sixteen: 16 November, 16 guests, 16 years. Plan F was dropped.',
  'On 52 Street and 52 Avenue, team B won.',
  'Rule 20, page 20, aged 20. Group G lost.',
  'A ray of light, a ray of hope, a manta ray.',
  'Route 19 and page 19, 19 times.',
  // Dates and numbers
  'Memorial for 9/11 in New York.',
  'On 11 November, 11 people won 11 prizes. Nine more followed.',
  'Call 911 in an emergency.',
  'Help is there 24/7 for callers.',
  'Channel 247 shows films.',
  'Growth of 1.5 percent is expected.',
  'There were 15 seats.',
  'Some 1,000 people marched.',
  'Some 7,000 people watched.',
  'Inflation fell to 12,5 % in spring.',
  'Flight 125 was late.',
  'A budget of $300bn was agreed.',
  'Exactly 300 seats were sold.',
  'They won the match 3–2 at home.',
  'Room 32 was empty.',
  'Update to ruby 1.9.3-p36 today.',
  'Version 36 is old.',
  'The season 2024–25 begins.',
  'A population of 1 234 567 was recorded.',
  'A distance of 1\u{202f}234\u{202f}567 miles.',
  'A gift of 9\u{a0}000 euros.',
  // Signs
  'AT&T raised prices.',
  'They met at noon at the station at sea.',
  'S&P 500 futures rose.',
  'She writes programs in C++ every day.',
  'He teaches C# at school.',
  'Vitamin C was scarce.',
  'They moved to .NET last year.',
  'The net was empty, a safety net, a fishing net.',
  'Money for R&D grew.',
  // Hyphen, none, and space
  'A cease-fire was signed.',
  'The ceasefire was broken.',
  'They may cease fire tomorrow.',
  'The fire did not cease: a large fire, a small fire.',
  'Costs of health-care rise.',
  'Private healthcare grows.',
  'Public health care is free.',
  'Care for the health of animals; they care about health.',
  'Send an e-mail to us.',
  'Her email was lost.',
  'A well-known singer.',
  'A wellknown dancer.',
  // Names with apostrophes
  'Mr O’Brien spoke.',
  "Ms O'Neill answered.",
  'Cocoa from Côte d’Ivoire.',
  'A market in N’Djamena.',
  'Sailors of the Val d’Isère.',
  'The composer Rimsky-Korsakov.',
  'Brien is a village.',
];

const at = (beginning: string) => {
  const number = sentences.findIndex((sentence) => sentence.includes(beginning));
  if (number < 0) throw new Error(`No sentence has “${beginning}”.`);
  return `s${number}`;
};

type Index = Awaited<ReturnType<typeof makeIndex>>;

describe('a compound, a number or a word with signs', () => {
  let index: Index;
  beforeAll(async () => {
    index = await makeIndex([
      sentences.map((text, number) => ({ id: `s${number}`, title: 'News', html: `<p>${text}</p>` })),
    ]);
  });
  afterAll(() => rm(index.folder, { recursive: true }));

  it.each([
    ['F-16', 'F-16 jets'],
    ['f16', 'F-16 jets'],
    ['F 16', 'F-16 jets'],
    ['F–16', 'F-16 jets'],
    ['F‑16', 'F-16 jets'],
    ['F-16s', 'F-16 jets'],
    ['jets F-16 Poland', 'F-16 jets'],
    ['B-52', 'B-52 bomber'],
    ['B52', 'B-52 bomber'],
    ['b 52', 'B-52 bomber'],
    ['G-20', 'G-20 met'],
    ['G20', 'G-20 met'],
    ['X-ray', 'X-ray of'],
    ['xray', 'X-ray of'],
    ['x rays', 'X-ray of'],
    ['COVID-19', 'COVID‑19'],
    ['covid19', 'COVID‑19'],
    ['Su-35', 'Su–35'],
    ['MH-17', 'MH17'],
    ['MH 17', 'MH17'],
    ['9/11', 'Memorial'],
    ['911', 'Call 911'],
    ['24/7', '24/7'],
    ['247', 'Channel 247'],
    ['1.5', '1.5 percent'],
    ['1,5', '1.5 percent'],
    ['15', '15 seats'],
    ['1,000', 'Some 1,000'],
    ['1000', 'Some 1,000'],
    ['1.000', 'Some 1,000'],
    ['1 000', 'Some 1,000'],
    ['7,000', 'Some 7,000'],
    ['12,5 %', '12,5 %'],
    ['12.5%', '12,5 %'],
    ['125', 'Flight 125'],
    ['300bn', '$300bn'],
    ['$300bn', '$300bn'],
    ['$300 bn', '$300bn'],
    ['3-2', '3–2'],
    ['32', 'Room 32'],
    ['1.9.3-p36', '1.9.3-p36'],
    ['1.9.3', '1.9.3-p36'],
    ['ruby p36', '1.9.3-p36'],
    ['2024-25', '2024–25'],
    ['2024/25', '2024–25'],
    ['1,234,567 population', '1 234 567'],
    ['1234567', 'A distance of'],
    ['9000', '9\u{a0}000'],
    ['9,000', '9\u{a0}000'],
    ['AT&T', 'AT&T'],
    ['S&P', 'S&P 500'],
    ['S&P 500', 'S&P 500'],
    ['C++', 'C++'],
    ['c++ programs', 'C++'],
    ['C#', 'C#'],
    ['c', 'Vitamin C'],
    ['.NET', '.NET'],
    ['net', 'safety net'],
    ['R&D', 'R&D'],
    ['e-mail us', 'e-mail'],
    ['O’Brien', 'O’Brien'],
    ["o'brien", 'O’Brien'],
    ['OBrien', 'O’Brien'],
    ['O’Neill', "O'Neill"],
    ["Cote d'Ivoire", 'd’Ivoire'],
    ['Ivoire', 'd’Ivoire'],
    ["N'Djamena", 'N’Djamena'],
    ['NDjamena', 'N’Djamena'],
    ['Djamena', 'N’Djamena'],
    ["Val d'Isere", 'd’Isère'],
    ['Rimski-Korsakov', 'Rimsky-Korsakov'],
  ])('%s finds “… %s …” first', async (q, text) => {
    expect((await searchIds(index.engine, { q }))[0]).toBe(at(text));
  });

  it.each([
    ['"F-16"', ['F-16 jets']],
    ['"F-16 jets"', ['F-16 jets']],
    ['"two F 16 jets"', ['F-16 jets']],
    ['"B-52 bomber"', ['B-52 bomber']],
    ['"9/11"', ['Memorial']],
    ['"for 9/11 in"', ['Memorial']],
    ['"1.5 percent"', ['1.5 percent']],
    ['"C++"', ['C++']],
    ['"C#"', ['C#']],
    ['"X-ray"', ['X-ray of']],
    ['"AT&T"', ['AT&T']],
    ['"12,5 %"', ['12,5 %']],
    ['"cease fire"', ['cease-fire', 'ceasefire was', 'may cease']],
    ['"cease-fire"', ['cease-fire', 'ceasefire was', 'may cease']],
    ['"ceasefire"', ['cease-fire', 'ceasefire was', 'may cease']],
    ['"1,000 people"', ['Some 1,000']],
    ['"O\'Brien"', ['O’Brien']],
  ])('%s finds only that', async (q, texts) => {
    expect([...(await searchIds(index.engine, { q }))].sort()).toEqual(texts.map(at).sort());
  });

  it.each([
    ['cease-fire', ['cease-fire', 'ceasefire was', 'may cease']],
    ['ceasefire', ['cease-fire', 'ceasefire was', 'may cease']],
    ['cease fire', ['cease-fire', 'ceasefire was', 'may cease']],
    ['ceasefires', ['cease-fire', 'ceasefire was', 'may cease']],
    ['health-care', ['health-care', 'healthcare', 'Public health care']],
    ['healthcare', ['health-care', 'healthcare', 'Public health care']],
    ['health care', ['health-care', 'healthcare', 'Public health care']],
    ['e-mail', ['e-mail', 'email']],
    ['email', ['e-mail', 'email']],
    ['e mail', ['e-mail', 'email']],
    ['well-known', ['well-known', 'wellknown']],
    ['well known', ['well-known', 'wellknown']],
    ['wellknown', ['well-known', 'wellknown']],
  ])('%s finds every spelling first', async (q, texts) => {
    const found = await searchIds(index.engine, { q });
    expect(found.slice(0, texts.length).toSorted()).toEqual(texts.map(at).sort());
  });

  it.each([
    ['F-16', ['F-16 jets', 'Sixteen']],
    ['health-care', ['health-care', 'Care for the health']],
    ['X-ray', ['X-ray of', 'A ray of light']],
    ['C++', ['C++', 'Vitamin C']],
    ['.NET', ['.NET', 'The net was']],
    ['9/11', ['Memorial', 'On 11 November']],
    ['C++', ['C++', 'C# at']],
    ['C#', ['C# at', 'C++']],
  ])('%s finds its parts after it', async (q, [whole = '', part = '']) => {
    const found = await searchIds(index.engine, { q });
    expect(found).toContain(at(part));
    expect(found.indexOf(at(whole))).toBeLessThan(found.indexOf(at(part)));
    expect(found).toContain(at(whole));
  });

  it.each([
    ['1,000', 'Some 7,000'],
    ['7,000', 'Some 1,000'],
    ['1.5', '15 seats'],
    ['15', '1.5 percent'],
    ['12,5 %', 'Flight 125'],
    ['9/11', 'Call 911'],
    ['911', 'Memorial'],
    ['3-2', 'Room 32'],
    ['cease-fire -ceasefire', 'ceasefire was'],
    ['news -F-16', 'F-16 jets'],
    ['news -"F-16"', 'F-16 jets'],
  ])('%s does not find “… %s …”', async (q, text) => {
    expect(await searchIds(index.engine, { q })).not.toContain(at(text));
  });

  it('leaves what only has a part when a compound is excluded', async () => {
    expect(await searchIds(index.engine, { q: 'plan -F-16' })).toEqual([at('Sixteen')]);
  });
});
