import { escapeHtml } from './escape.ts';

/** Attributes of an XML element. Those that are undefined are left out. */
type XmlAttributes = Readonly<Record<string, string | number | undefined>>;

/** The first line of an XML document. */
export const xmlDeclaration = '<?xml version="1.0" encoding="utf-8"?>\n';

/**
 * Renders an element of XML that holds a text.
 *
 * @example renderXmlText('name', 'Rain & snow', { id: 1 }) // '<name id="1">Rain &amp; snow</name>'
 */
export function renderXmlText(name: string, text: string, attributes?: XmlAttributes): string {
  return `<${name}${attributes ? renderAttributes(attributes) : ''}>${escapeXml(text)}</${name}>`;
}

/** Renders an element of XML around other elements, which are XML already. */
export function renderXml(name: string, attributes: XmlAttributes, content: string): string {
  const start = `<${name}${renderAttributes(attributes)}`;
  return content === '' ? `${start}/>` : `${start}>${content}</${name}>`;
}

function renderAttributes(attributes: XmlAttributes): string {
  let text = '';
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) text += ` ${name}="${escapeXml(String(value))}"`;
  }
  return text;
}

/** HTML has the same four characters to escape, in texts and in attributes. */
const escapeXml = escapeHtml;
