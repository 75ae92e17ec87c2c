import { describe, expect, it } from 'vitest';
import { createSettings, type Settings } from '../../../src/core/settings.ts';

/** Reads one setting of an environment that has only this one. */
function read<Value>(text: string | undefined, get: (settings: Settings) => Value) {
  const settings = createSettings({ X: text });
  const value = get(settings);
  return { value, said: settings.issues.map(({ message, hint }) => `${message} ${hint}`) };
}

const readUrl = (text?: string) => read(text, ({ siteUrl }) => siteUrl('X', 'https://paper.example/'));
const readZone = (text?: string) => read(text, ({ timeZone }) => timeZone('X', 'Africa/Cairo'));
const readCount = (text?: string) => read(text, ({ count }) => count('X', 7, 1, 99));

describe('the address of a site', () => {
  it.each([
    ['https://example.org/', 'https://example.org/'],
    ['https://example.org', 'https://example.org/'],
    ['https://example.org/news', 'https://example.org/news/'],
    ['https://example.org/news/', 'https://example.org/news/'],
    ['https://example.org/a/b.c', 'https://example.org/a/b.c/'],
    ['http://localhost:4321/news', 'http://localhost:4321/news/'],
    [' HTTPS://Example.ORG/News ', 'https://example.org/News/'],
    ['https://münchen.example/nachrichten', 'https://xn--mnchen-3ya.example/nachrichten/'],
    ['', 'https://paper.example/'],
    [undefined, 'https://paper.example/'],
  ])('%s is %s', (text, value) => {
    expect(readUrl(text)).toEqual({ value, said: [] });
  });

  it.each([
    ['foo', 'https://example.org/news/'],
    ['example.org', 'https://example.org/'],
    ['example.org/news', 'https://example.org/news/'],
    ['//example.org/news', 'https://example.org/news/'],
    ['/news/', 'https://example.org/news/'],
    ['https:/example.org', 'https://example.org/'],
    ['https//example.org', 'https://example.org/news/'],
    ['ftp://example.org/news', 'https://example.org/news/'],
    ['localhost:4321', 'https://localhost:4321/'],
    ['https://example.org/?page=1', 'https://example.org/'],
    ['http://example.org/news#top', 'http://example.org/news/'],
    ['https://example.org/news?', 'https://example.org/news/'],
    ['https://me:secret@example.org/', 'https://example.org/'],
    ['https://example.org//news', 'https://example.org/news/'],
    ['https://example.org/my news', 'https://example.org/mynews/'],
    ['https:\\\\example.org\\news', 'https://example.org/news/'],
    ['https://', 'https://example.org/news/'],
    ['https://example.org:99999/', 'https://example.org/news/'],
    ['javascript:alert(1)', 'https://example.org/news/'],
  ])('%s is refused', (text, cure) => {
    expect(readUrl(text)).toEqual({
      value: 'https://gazetteer.example/',
      said: [
        `The setting X is \`${text}\`, which is not the address of a site. Write the whole address of its front page: \`${cure}\`.`,
      ],
    });
  });
});

describe('a time zone', () => {
  it.each([
    ['Europe/Bucharest', 'Europe/Bucharest'],
    ['UTC', 'UTC'],
    ['', 'Africa/Cairo'],
    [undefined, 'Africa/Cairo'],
  ])('%s is %s', (text, value) => {
    expect(readZone(text)).toEqual({ value, said: [] });
  });

  it.each([
    ['Europe/Bukarest', 'Did you mean `Europe/Bucharest`?'],
    ['Eastern Standard Time of America', 'Write one such as `Europe/Bucharest` or `UTC`.'],
    ['America/NewYork', 'Did you mean `America/New_York`?'],
    ['12', 'Write one such as `Europe/Bucharest` or `UTC`.'],
  ])('%s is refused', (text, cure) => {
    const said = [`The setting X is \`${text}\`, which is not the name of a time zone. ${cure}`];
    expect(readZone(text)).toEqual({ value: 'UTC', said });
  });
});

describe('a number', () => {
  it.each([
    ['1', 1],
    ['99', 99],
    ['', 7],
    [undefined, 7],
  ])('%s is %s', (text, value) => {
    expect(readCount(text)).toEqual({ value, said: [] });
  });

  it.each(['abc', '0', '100', '-5', '2.5', '1e1', '0x10', '1 000', 'Infinity', 'NaN'])('%s is refused', (text) => {
    const said = [`The setting X is \`${text}\`, which is not a whole number from 1 to 99. Write it in digits alone.`];
    expect(readCount(text)).toEqual({ value: 1, said });
  });
});

describe('a switch', () => {
  it.each([
    ['on', true],
    ['off', false],
    ['', true],
    [undefined, true],
  ])('%s is %s', (text, value) => {
    expect(read(text, ({ isOn }) => isOn('X'))).toEqual({ value, said: [] });
  });

  it('may be off where nothing is said', () => {
    expect(read(undefined, ({ isOn }) => isOn('X', 'off')).value).toBe(false);
    expect(read('on', ({ isOn }) => isOn('X', 'off')).value).toBe(true);
  });

  it.each(['no', 'false', '0', 'Off', 'constructor'])('%s is refused', (text) => {
    expect(read(text, ({ isOn }) => isOn('X')).said).toEqual([
      `The setting X is \`${text}\`, which is not \`on\` or \`off\`. Write one of the two, in small letters.`,
    ]);
  });
});

describe('all settings', () => {
  it('take a text as it is, an empty one too', () => {
    expect(read(' a ', ({ text }) => text('X', 'b')).value).toBe(' a ');
    expect(read('', ({ text }) => text('X', 'b')).value).toBe('');
    expect(read(undefined, ({ text }) => text('X', 'b')).value).toBe('b');
  });

  it('are reported together, the values of the program’s own table too', () => {
    const settings = createSettings({ A: 'a', B: 'b' });
    settings.count('A', 1);
    settings.isOn('B');
    settings.timeZone('C', 'Mars/Olympus');
    expect(settings.issues.map(({ code, file, message }) => [code, file, message.split(' ')[2]])).toEqual([
      ['invalid-value', 'site.config.ts', 'A'],
      ['invalid-value', 'site.config.ts', 'B'],
      ['invalid-value', 'site.config.ts', 'C'],
    ]);
  });
});
