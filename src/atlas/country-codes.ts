import codeMappings from 'cldr-core/supplemental/codeMappings.json' with { type: 'json' };
import { getAngle, toVector, type LonLat, type Vector } from './sphere.ts';

/** The table also has currencies, some with the three letters of a country. */
const alpha2ByAlpha3: ReadonlyMap<string, string> = new Map(
  Object.entries(codeMappings.supplemental.codeMappings as Readonly<Record<string, { _alpha3?: string }>>)
    .filter(([code]) => code.length === 2)
    .map(([code, { _alpha3 = code }]) => [_alpha3, code]),
);

/** Places that the data draws separately and the United Nations do not, or that it names differently from the CLDR. */
const codesByName: Readonly<Record<string, string>> = {
  ATC: 'AU',
  CYN: 'CY',
  SOL: 'SO',
  XKX: 'XK',
};

/** Territories with their own code that the data draws as parts of another country, with their position in degrees. */
const detached: readonly {
  readonly from: string;
  readonly to: string;
  readonly at: LonLat;
  readonly within: number;
}[] = [
  { from: 'FR', to: 'GF', at: [-53, 4], within: 5 },
  { from: 'FR', to: 'GP', at: [-61.55, 16.2], within: 0.55 },
  { from: 'FR', to: 'MQ', at: [-61, 14.65], within: 0.5 },
  { from: 'FR', to: 'RE', at: [55.5, -21.1], within: 1 },
  { from: 'FR', to: 'YT', at: [45.15, -12.8], within: 1 },
  { from: 'NO', to: 'SJ', at: [18, 78.8], within: 8 },
  { from: 'NO', to: 'SJ', at: [-8.4, 71], within: 2 },
  { from: 'NL', to: 'BQ', at: [-68.3, 12.2], within: 1 },
  { from: 'NL', to: 'BQ', at: [-63.1, 17.55], within: 1 },
  { from: 'NZ', to: 'TK', at: [-171.8, -9.1], within: 2 },
  { from: 'IOA', to: 'CX', at: [105.6, -10.5], within: 2 },
  { from: 'IOA', to: 'CC', at: [96.8, -12.2], within: 2 },
];

/** Returns the code of a polygon, by the data's name of its country and by its middle. */
export function toCode(a3: string, centre: Vector): string {
  const country = alpha2ByAlpha3.get(a3) ?? codesByName[a3] ?? a3;
  const piece = detached.find(
    ({ from, at, within }) => from === country && getAngle(toVector(at), centre) < (within * Math.PI) / 180,
  );
  return piece?.to ?? country;
}
