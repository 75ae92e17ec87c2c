import { fontRoles, type FontFace, type FontFaces, type FontRole } from '../../core/font-faces.ts';

/** A font of most machines, with the mean width of its letters in ems, as `@capsizecss/metrics` measures it. */
interface Fallback {
  readonly family: string;
  readonly sources: readonly string[];
  readonly width: number;
}

const [georgia, times] = ['Newsreader Fallback', 'Newsreader Fallback Times'];
const [regularTimes, boldTimes] = [832 / 2048, 886 / 2048];

const fallbacks: Readonly<Record<FontRole, readonly Fallback[]>> = {
  text: [
    { family: georgia, sources: ['Georgia'], width: 913 / 2048 },
    { family: times, sources: ['Times New Roman', 'TimesNewRomanPSMT', 'Liberation Serif'], width: regularTimes },
  ],
  display: [
    { family: georgia, sources: ['Georgia Bold', 'Georgia-Bold'], width: 1062 / 2048 },
    {
      family: times,
      sources: ['Times New Roman Bold', 'TimesNewRomanPS-BoldMT', 'Liberation Serif Bold'],
      width: boldTimes,
    },
  ],
  italic: [],
};

const weights: Readonly<Record<FontRole, number>> = { text: 400, display: 600, italic: 400 };

/**
 * Replaces the rules of our faces in a compiled style sheet by those of a newsroom's. The family keeps its name, which
 * every other rule refers to.
 *
 * @param base path of the site, with a final slash
 */
export function replaceFontRules(css: string, fonts: FontFaces, base: string): string {
  const isReplaced = (rule: string) => {
    const role = toRole(rule);
    return role !== undefined && (fonts[role] !== undefined || (role === 'italic' && fonts.text !== undefined));
  };
  const kept = css.replaceAll(/@font-face\s*\{[^}]*\}/gu, (rule) => (isReplaced(rule) ? '' : rule));
  return kept + fontRoles.flatMap((role) => renderRules(role, fonts[role], base)).join('');
}

/** Returns which face a rule of ours declares. Undefined for a rule of another family. */
function toRole(rule: string): FontRole | undefined {
  if (!/font-family:\s*['"]?Newsreader/u.test(rule)) return undefined;
  if (/font-style:\s*italic/u.test(rule)) return 'italic';
  return /font-weight:\s*600/u.test(rule) ? 'display' : 'text';
}

function renderRules(role: FontRole, face: FontFace | undefined, base: string): readonly string[] {
  if (!face) return [];
  const style = `${role === 'italic' ? 'font-style:italic;' : ''}font-weight:${weights[role]}`;
  const source = `url(${base}${face.path.slice(1)})format("woff2")`;
  return [
    `@font-face{font-family:Newsreader;src:${source};${style};font-display:optional}`,
    ...fallbacks[role].map((fallback) => renderFallback(fallback, face, style)),
  ];
}

/** Renders a face of the system with the measures of another, so that no line moves when that arrives. */
function renderFallback({ family, sources, width }: Fallback, face: FontFace, style: string): string {
  const size = face.width / width;
  const [ascent, descent, gap] = [face.ascent, face.descent, face.lineGap].map((ems) => toPercent(ems / size));
  const places = sources.map((source) => `local(${source})`).join();
  return `@font-face{font-family:${family};src:${places};${style};ascent-override:${ascent};descent-override:${descent};line-gap-override:${gap};size-adjust:${toPercent(size)}}`;
}

function toPercent(share: number): string {
  return `${Number((100 * share).toFixed(2))}%`;
}
