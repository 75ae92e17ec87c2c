import { describe, expect, it } from 'vitest';
import {
  findNames,
  findNumbers,
  findSharedRuns,
  toIsoDays,
  toRuns,
  toStem,
  toWords,
} from '../../tools/check-sheets.ts';

describe('toIsoDays', () => {
  it.each([
    ['on Wednesday 13 November 2024.', 'on Wednesday 2024-11-13.'],
    ['from 7 September to 3 October', 'from --09-07 to --10-03'],
    ['11–22 November 2024', '2024-11-11 2024-11-22'],
    ['from Saturday 23 to Sunday 24 November', 'from Saturday --11-23 Sunday --11-24'],
    ['1,500 March', '1,500 March'],
    ['in October 2024', 'in October 2024'],
  ])('writes the days of %j', (text, dated) => {
    expect(toIsoDays(text)).toBe(dated);
  });

  it('takes the year given for days that have none', () => {
    expect(toIsoDays('On 8 December, and on 17 April 2019', '2024')).toBe('On 2024-12-08, and on 2019-04-17');
  });
});

describe('findNumbers', () => {
  it.each([
    ['about 340,000 donors gave 5.6 per cent', ['340000', '5.6']],
    ['Fifty-one patients, twenty-first day, eleven times', ['51', '21', '11']],
    ['the seventh, the 11th and the fortieth', ['7', '11', '40']],
    ['twice, fourfold, tripled or halved', ['2', '4', '3', '0.5']],
    ['1.3 trillion, 300 million, half a million, two thousand', ['1300000000000', '300000000', '500000', '2000']],
    ['Wednesday --11-13 and 2024-11-14', ['Wednesday --11-13', '2024-11-14']],
    ['12:06 at Complex 39A on a Falcon 9', ['12', '6', '39', '9']],
  ])('finds in %j', (text, values) => {
    expect([...findNumbers(text).keys()]).toEqual(values);
  });

  it('passes over digits in names, small words that count nothing, and counts of sources', () => {
    expect([...findNumbers('one of the two sides at COP29, according to three reports').keys()]).toEqual([]);
    expect([...findNumbers('one million, and two sides').keys()]).toEqual(['1000000', '2']);
  });

  it('tells how a number is written', () => {
    expect(findNumbers('Some 2.9 billion dollars').get('2900000000')).toBe('2.9 billion');
  });
});

describe('findNames', () => {
  it.each([
    ['The president met Bonnie Jenkins of the State Department.', ['Bonnie Jenkins', 'State Department']],
    ['Peru gained. Kenya-led talks went on: Chile’s Gabriel Boric came', ['Gabriel Boric']],
    ['a Kenya-led force and President Abdel Fattah El-Sisi', ['Kenya', 'President Abdel Fattah El-Sisi']],
    ['for Johann P. Klages, by Phys.org', ['Johann P', 'Klages', 'Phys.org']],
    ['said Raúl Pérez of “Our own” Ängelholm', ['Raúl Pérez', 'Ängelholm']],
    ['Álvaro Delgado', ['Delgado']],
    ['nobody here', []],
  ])('finds in %j', (text, names) => {
    expect(findNames(text)).toEqual(names);
  });
});

describe('toWords', () => {
  it('takes off accents, possessives and punctuation', () => {
    expect(toWords('Côte d’Ivoire’s 1,200 “co-operators”, U.S. dollars')).toEqual([
      'Cote',
      'dIvoire',
      '1200',
      'co',
      'operators',
      'US',
      'dollars',
    ]);
  });
});

describe('toStem', () => {
  it.each([
    ['kazakhstan', 'kazakh'],
    ['ukraine', 'ukrainians'],
    ['japan', 'japanese'],
    ['peru', 'peruvian'],
    ['thailand', 'thai'],
    ['russia', 'russian'],
    ['britain', 'british'],
    ['europe', 'european'],
  ])('gives %s and %s the same stem', (country, form) => {
    expect(toStem(form)).toBe(toStem(country));
  });

  it.each([
    ['austria', 'australia'],
    ['slovenia', 'slovakia'],
    ['mali', 'malawi'],
    ['commonwealth', 'commission'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(toStem(one)).not.toBe(toStem(other));
  });
});

describe('findSharedRuns', () => {
  const fact = 'Two days after the fire, Macron had set a target of five years for the restoration.';
  const runs = new Set(toRuns(fact));

  it('finds the whole of a shared run, whatever its case and punctuation', () => {
    expect(findSharedRuns('Then, two days after the fire Macron had “set” a target for it.', runs)).toEqual([
      'two days after the fire Macron had set a target',
    ]);
  });

  it('finds every run', () => {
    const text = `${fact} It was said that ${fact}`;
    expect(findSharedRuns(text, runs)).toHaveLength(2);
  });

  it('lets eight words pass', () => {
    expect(findSharedRuns('Two days after the fire, Macron had set no target.', runs)).toEqual([]);
  });

  it('lets a name pass', () => {
    const name = 'the Japan Confederation of A- and H-Bomb Sufferers Organisations';
    expect(findSharedRuns(`Its name is ${name}`, new Set(toRuns(name)))).toEqual([]);
  });
});
