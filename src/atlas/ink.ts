/** The colours of maps that are separate files and cannot read `styles/tokens.css`. A test keeps the two equal. */
export const ink = {
  land: ['#f6f1e3', '#37424a'],
  sea: ['#bfd5de', '#16232b'],
  coast: ['#8d866f', '#7c8582'],
  border: ['#938a6c', '#6d797f'],
  graticule: ['#aec8d3', '#1f303a'],
  here: ['#d8ab3f', '#d0a03a'],
  text: ['#1b1a17', '#e9e6dd'],
} as const satisfies Record<string, readonly [light: string, dark: string]>;

/** The strength of the tint of places that are in a story but are not its main place. */
export const tintStrength = 0.4;

/** One rule of a style sheet: its selector, and the colours of its properties. */
export type InkRule = readonly [
  selector: string,
  colours: Readonly<Partial<Record<'fill' | 'stroke', keyof typeof ink>>>,
];

/** Writes rules for light and dark pages. */
export function renderInk(rules: readonly InkRule[]): string {
  const toRules = (theme: 0 | 1) =>
    rules
      .map(([selector, colours]) => {
        const declarations = Object.entries(colours).map(([property, name]) => `${property}:${ink[name][theme]}`);
        return `${selector}{${declarations.join(';')}}`;
      })
      .join('');
  return `${toRules(0)}@media(prefers-color-scheme:dark){${toRules(1)}}`;
}
