import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { renderXml, renderXmlText, xmlDeclaration } from '../../../src/core/xml.ts';

const hostile = `</a><b x="1">&amp; ]]> <![CDATA[ <!-- '`;

describe('an element of XML', () => {
  it('says what it was given, whatever that looks like', () => {
    const xml = renderXmlText('a', hostile, { b: hostile });
    const parser = new XMLParser({ ignoreAttributes: false, trimValues: false, attributeNamePrefix: '' });
    expect(parser.parse(xmlDeclaration + xml).a).toEqual({ '#text': hostile, b: hostile });
  });

  it('leaves out attributes without a value, and has no end tag without content', () => {
    expect(renderXml('a', { b: undefined, c: 0 }, '')).toBe('<a c="0"/>');
    expect(renderXml('a', {}, renderXmlText('b', ''))).toBe('<a><b></b></a>');
  });
});
