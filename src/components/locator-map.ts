import { joinMarkup, markup, toAttributes, type Markup } from '../core/markup.ts';
import type { Dictionary } from '../i18n/dictionary.ts';
import type { MapView } from '../views/map.ts';

/** The look of a locator map on its page. */
interface MapOptions {
  /** Whether it is visible without scrolling. */
  readonly isFirst?: boolean;
  readonly hasCaption?: boolean;
}

/** Renders a locator map: its images, the marks and words over them, and its caption. */
export function renderLocatorMap(view: MapView, words: Dictionary, options: MapOptions = {}): Markup {
  const { isFirst = false, hasCaption = true } = options;
  const className = ['map', view.isWorld ? 'is-world' : '', view.rings.length > 6 ? 'has-many-rings' : ''];
  const loading = toAttributes({ loading: isFirst ? undefined : 'lazy' });
  const images = view.layers.map((src, index) => {
    const alt = index === 0 ? markup` alt="${view.alt}"` : markup` alt`;
    return markup`<img src="${src}"${alt} width="${view.width}" height="${view.height}"${loading}>`;
  });
  return markup`<figure class="${className.filter(Boolean).join(' ')}"><div class="map-window"><div class="map-sheet">${images}${renderParts(view, words)}${renderWords(view)}</div>${renderGlobe(view)}</div>${hasCaption && renderCaption(view, words)}</figure>`;
}

/** Renders the countries of a region as links. */
function renderParts({ parts, width, height }: MapView, words: Dictionary): Markup | undefined {
  if (!parts) return undefined;
  const links = parts.map(({ href, text, count, shade, outline, mark }) => {
    const name = `${text}${words.comma}${count}`;
    const circle =
      mark && markup`<circle class="world-mark" cx="${Math.round(mark[0])}" cy="${Math.round(mark[1])}" r="9"/>`;
    return markup`<g role="listitem"><a href="${href}" aria-label="${name}" class="is-shade-${shade}"><title>${name}</title><use href="${outline}"/>${circle}</a></g>`;
  });
  return markup`<svg class="map-parts" viewBox="0 0 ${width} ${height}" role="list">${links}</svg>`;
}

function renderGlobe({ globe, corner }: MapView): Markup | undefined {
  if (globe === undefined || !corner) return undefined;
  const className = ['map-globe', corner.isRight ? 'is-right' : '', corner.isBottom ? 'is-bottom' : ''];
  return markup`<img class="${className.filter(Boolean).join(' ')}" src="${globe}" alt width="88" height="88" loading="lazy">`;
}

function renderWords({ rings, pins, dot, labels }: MapView): Markup {
  return markup`<svg class="map-words" aria-hidden="true">${[
    ...rings.map(([x, y]) => markup`<circle class="map-ring" cx="${toPercent(x)}" cy="${toPercent(y)}" r="8"/>`),
    ...pins.map(([x, y]) => markup`<circle class="map-pin" cx="${toPercent(x)}" cy="${toPercent(y)}" r="5"/>`),
    ...(dot ? [markup`<circle class="map-dot" cx="${toPercent(dot[0])}" cy="${toPercent(dot[1])}" r="3.5"/>`] : []),
    ...labels.map(renderLabel),
  ]}</svg>`;
}

/** Pixels between a mark and the name beside it, by which the style sheet tells which end of the name is anchored. */
const gapPx = { start: '9', middle: undefined, end: '-9' };

function renderLabel({ text, kind, x, y, anchor, isWide }: MapView['labels'][number]): Markup {
  const classes = [
    kind === 'other' ? '' : `is-${kind}`,
    kind === 'main' && anchor === 'middle' ? 'is-inside' : '',
    isWide ? 'is-wide' : '',
  ];
  const place = toAttributes({
    class: classes.filter(Boolean).join(' ') || undefined,
    x: toPercent(x),
    y: toPercent(y),
    dx: gapPx[anchor],
  });
  return markup`<text${place}>${text} </text>`;
}

function renderCaption({ dateline, places }: MapView, words: Dictionary): Markup | undefined {
  if (!dateline && places.length === 0) return undefined;
  const links = places.map(({ href, text }, index) => markup`${index > 0 && words.comma}<a href="${href}">${text}</a>`);
  const parts = [
    dateline !== undefined && markup`<span>${dateline}</span>`,
    places.length > 0 && markup`<span>${words.shaded} ${links}</span>`,
  ];
  return markup`<figcaption class="label">${joinMarkup(parts)}</figcaption>`;
}

function toPercent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`;
}
