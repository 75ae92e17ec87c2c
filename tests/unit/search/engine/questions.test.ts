import { describe, expect, it } from 'vitest';
import { hasBindingQuotes, parseQuery } from '../../../../src/search/engine/query.ts';

describe('a question', () => {
  it('has no acronyms when it is all in capitals', () => {
    expect([...parseQuery('what did the WHO say').capitals]).toEqual(['who']);
    expect([...parseQuery('WHO').capitals]).toEqual(['who']);
    expect([...parseQuery('WHAT DID THE WHO SAY').capitals]).toEqual([]);
  });

  it('counts how often each word was typed', () => {
    const { words, times } = parseQuery('users of libraries, and why they are users');
    expect(words.filter((word) => word === 'users')).toHaveLength(1);
    expect([times.get('users'), times.get('libraries')]).toEqual([2, 1]);
  });

  it('uses quotes to emphasise, and a short query to require', () => {
    const long =
      'what has been written about the "electronic filing machine" in offices of the near future by librarians';
    expect(hasBindingQuotes(parseQuery(long))).toBe(false);
    expect(hasBindingQuotes(parseQuery('"climate finance deal" cop29'))).toBe(true);
    expect(hasBindingQuotes(parseQuery('climate finance deal'))).toBe(false);
  });
});
