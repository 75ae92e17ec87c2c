import { renderXml } from '../core/xml.ts';
import { escapeHtml } from '../core/escape.ts';
import { readXml, type XmlElement } from './read-xml.ts';

/** Elements of a drawing. */
const elements = new Set(
  'svg g defs path rect circle ellipse line polyline polygon linearGradient radialGradient stop clipPath mask use title desc'.split(
    ' ',
  ),
);

/** Attributes of a drawing that no style can set. */
const attributes = new Set(
  'id viewBox width height x y x1 y1 x2 y2 r rx ry cx cy d points offset gradientUnits clipPathUnits href preserveAspectRatio gradientTransform transform'.split(
    ' ',
  ),
);

/** Attributes that a style may set as well. */
const properties =
  /^(?:fill|fill-rule|fill-opacity|stroke|stroke-[a-z]+|opacity|stop-color|stop-opacity|clip-path|clip-rule|mask|color)$/u;

/** Notes of drawing programs, which are dropped with all that is in them. */
const notes = /^(?:metadata|(?:sodipodi|inkscape):.*)$/u;

/** A drawing that is safe to publish, or the reason why one is not. */
export type CleanSvg =
  | { readonly svg: string; readonly width: number; readonly height: number }
  | { readonly problem: string; readonly at: number };

/** The reason why a drawing is refused, and its position in the file. */
class Unsafe extends Error {
  readonly at: number;

  constructor(problem: string, at: number) {
    super(problem);
    this.at = at;
  }
}

/**
 * Writes an SVG file anew with nothing but shapes in it. Notes of drawing programs are dropped; what could run, load or
 * style anything is refused, since a drawing without it may look different.
 */
export function cleanSvg(source: string): CleanSvg {
  const root = readXml(source);
  if ('problem' in root) return root;
  try {
    if (root.name !== 'svg') throw new Unsafe(`\`<${root.name}>\``, root.at);
    const size = /^\s*[-\d.]+[\s,]+[-\d.]+[\s,]+(?<width>[\d.]+)[\s,]+(?<height>[\d.]+)\s*$/u.exec(
      root.attributes.get('viewBox') ?? '',
    )?.groups;
    const [width, height] = [Number(size?.['width']), Number(size?.['height'])];
    if (!(width > 0 && height > 0)) throw new Unsafe('no `viewBox` on its `<svg>`', root.at);
    refuseRepeatedUse(root);
    const svg = renderElement(removeSize(root), { xmlns: 'http://www.w3.org/2000/svg' });
    return { svg, width, height };
  } catch (error) {
    if (error instanceof Unsafe) return { problem: error.message, at: error.at };
    throw error;
  }
}

/** Removes place and size from a whole drawing: whoever shows it sets them. */
function removeSize(root: XmlElement): XmlElement {
  return {
    ...root,
    attributes: new Map([...root.attributes].filter(([name]) => !/^(?:x|y|width|height)$/u.test(name))),
  };
}

function renderElement(element: XmlElement, extra: Readonly<Record<string, string>> = {}): string {
  const { name, at, children } = element;
  if (notes.test(name)) return '';
  if (!elements.has(name)) throw new Unsafe(`\`<${name}>\``, at);
  const hasWords = name === 'title' || name === 'desc';
  const renderWords = (words: string) => (hasWords ? escapeHtml(words) : '');
  const inside = children.map((child) => (typeof child === 'string' ? renderWords(child) : renderElement(child)));
  return renderXml(name, { ...extra, ...Object.fromEntries(keepAttributes(element)) }, inside.join(''));
}

function keepAttributes({ attributes: given, at }: XmlElement): ReadonlyMap<string, string> {
  const kept = new Map<string, string>();
  for (const [name, value] of given) {
    if (/^on/iu.test(name)) throw new Unsafe(`the attribute \`${name}\``, at);
    const own = name === 'xlink:href' ? 'href' : name;
    if (attributes.has(own) || properties.test(own)) kept.set(own, refuseOutside(own, value, at));
  }
  for (const [name, value] of readStyle(given.get('style') ?? ''))
    if (properties.test(name)) kept.set(name, refuseOutside(name, value, at));
  return kept;
}

/** Reads the declarations of a `style` attribute, in which Inkscape writes colours. */
function readStyle(style: string): readonly (readonly [name: string, value: string])[] {
  return style.split(';').map((declaration) => {
    const [name = '', ...value] = declaration.split(':');
    return [name.trim(), value.join(':').trim()] as const;
  });
}

/** Returns the value of an attribute. It may refer to a part of the drawing itself only. */
function refuseOutside(name: string, value: string, at: number): string {
  const isInside = name === 'href' ? /^#[\w.:-]+$/u.test(value) : !/url\s*\((?!\s*['"]?#)|javascript:|\\/iu.test(value);
  if (!isInside) throw new Unsafe(`a link to something outside of the drawing (\`${name}\`)`, at);
  return value;
}

/** Refuses a `<use>` of something with a `<use>` in it: ten of ten of ten would be a thousand shapes, and so on. */
function refuseRepeatedUse(root: XmlElement): void {
  const uses: XmlElement[] = [];
  const withUse = new Set<string>();
  const visit = (element: XmlElement, ids: readonly string[]) => {
    const inside = [...ids, element.attributes.get('id') ?? ''];
    if (element.name === 'use') {
      uses.push(element);
      for (const id of inside) withUse.add(`#${id}`);
    }
    for (const child of element.children) if (typeof child !== 'string') visit(child, inside);
  };
  visit(root, []);
  const repeated = uses.find(({ attributes: given }) =>
    withUse.has(given.get('href') ?? given.get('xlink:href') ?? ''),
  );
  if (repeated) throw new Unsafe('a `<use>` of something that has a `<use>` in it', repeated.at);
}
