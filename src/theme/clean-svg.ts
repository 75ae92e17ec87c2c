/** Elements of a drawing. */
const elements = new Set(
  'svg g defs path rect circle ellipse line polyline polygon lineargradient radialgradient stop clippath mask use title desc'.split(
    ' ',
  ),
);

/** Attributes of a drawing; those that refer to something may only name a part of the drawing itself. */
const attribute =
  /^(?:xmlns|id|viewBox|width|height|x|y|x1|y1|x2|y2|r|rx|ry|cx|cy|d|points|transform|fill|fill-rule|fill-opacity|stroke|stroke-[a-z]+|opacity|offset|stop-color|stop-opacity|gradientUnits|gradientTransform|clip-path|clip-rule|clipPathUnits|mask|href|color|preserveAspectRatio)$/u;

/** A drawing that is safe to publish, or the reason why one is not. */
export type CleanSvg =
  | { readonly svg: string; readonly width: number; readonly height: number }
  | { readonly problem: string; readonly at: number };

/**
 * Rewrites an SVG file with nothing but shapes in it. Notes of drawing programs are dropped; what could run, load or
 * style anything is refused, since a drawing without it may look different.
 */
export function cleanSvg(source: string): CleanSvg {
  const text = source
    .replace(/<\?xml[^>]*\?>|<!--[\s\S]*?-->/gu, blank)
    .replace(/<(metadata|sodipodi:[\w-]+|inkscape:[\w-]+)\b[^>]*(?:\/>|>[\s\S]*?<\/\1>)/gu, blank);
  if (/<!/u.test(text)) return { problem: 'a document type or entity', at: text.indexOf('<!') };
  let svg = '';
  for (const { 0: whole, index, groups = {} } of text.matchAll(
    /<(?<close>\/?)(?<name>[\w:-]+)(?<rest>(?:"[^"]*"|'[^']*'|[^"'>])*?)(?<empty>\/?)>|(?<words>[^<]+)/gu,
  )) {
    const { name, words, close = '', rest = '', empty = '' } = groups;
    if (words !== undefined) svg += words.trim() === '' ? '' : words;
    else if (name === undefined || !elements.has(name.toLowerCase()))
      return { problem: `\`<${name ?? whole}>\``, at: index };
    else {
      const kept = keepAttributes(rest);
      if (typeof kept !== 'string') return { problem: kept.problem, at: index };
      svg += `<${close}${name}${kept}${empty}>`;
    }
  }
  const size = /^<svg[^>]*\sviewBox="[\d.-]+[ ,]+[\d.-]+[ ,]+(?<width>[\d.]+)[ ,]+(?<height>[\d.]+)"/u.exec(
    svg,
  )?.groups;
  if (!size) return { problem: 'no `viewBox` on its `<svg>`', at: 0 };
  const withSpace = svg.includes('xmlns=') ? svg : svg.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"');
  return { svg: withSpace, width: Number(size['width']), height: Number(size['height']) };
}

/** Keeps places in the text. */
function blank(part: string): string {
  return part.replace(/[^\n]/gu, ' ');
}

function keepAttributes(text: string): string | { readonly problem: string } {
  let kept = '';
  for (const { groups = {} } of text.matchAll(/(?<name>[\w:-]+)\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)')/gu)) {
    const { name = '', double, single = '' } = groups;
    const value = double ?? single;
    if (/^on|^style$|^class$/iu.test(name)) return { problem: `the attribute \`${name}\`` };
    const isOutside = name.endsWith('href') ? !/^#[\w-]+$/u.test(value) : /url\((?!\s*#)|javascript:|&/iu.test(value);
    if (isOutside && name !== 'xmlns' && !name.startsWith('xmlns:'))
      return { problem: `a link to something outside of the drawing (\`${name}\`)` };
    const own = name === 'xlink:href' ? 'href' : name;
    if (attribute.test(own)) kept += ` ${own}="${value.replaceAll('"', '&quot;')}"`;
  }
  return kept;
}
