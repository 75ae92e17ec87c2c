import { renderXml, renderXmlText, xmlDeclaration } from '../core/xml.ts';
import type { Context } from '../views/context.ts';

/**
 * Renders the licence of all texts for crawlers, in Really Simple Licensing 1.0. `robots.txt` names it.
 *
 * Source: https://rslstandard.org/rsl
 */
export function renderLicence({ site, addresses }: Pick<Context, 'site' | 'addresses'>): string {
  const { address = '', refuses = [] } = site.choices.licence ?? {};
  const licence = [
    ...(refuses.length > 0 ? [renderXmlText('prohibits', refuses.join(' '), { type: 'usage' })] : []),
    renderXml('payment', { type: 'attribution' }, renderXmlText('standard', address)),
  ];
  const content = renderXml('content', { url: addresses.href('/') }, renderXml('license', {}, licence.join('')));
  return `${xmlDeclaration}${renderXml('rsl', { xmlns: 'https://rslstandard.org/rsl' }, content)}\n`;
}
