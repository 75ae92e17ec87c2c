import { getContrast, getLuminance, mixColours, type Colour } from '../core/colours.ts';
import { looks, ownFace, type ColourRole, type Face, type Look, type Palette } from '../core/face.ts';
import { getWordsOnHere, listContrastRules } from './contrast.ts';
import { toKey, type SetColours } from './parse-tokens.ts';

/** Colours that carry a newsroom's own hue from light pages to the other looks. */
const carried: ReadonlySet<ColourRole> = new Set<ColourRole>(['link', 'here', 'correction']);

/** Colours that lie between paper and ink, with the share of ink. */
const between: Readonly<Partial<Record<ColourRole, number>>> = { muted: 0.75, rule: 0.16, coast: 0.5, wash: 0.05 };

/**
 * Builds all looks from the colours that a newsroom sets. What it does not set is ours, or is made from what it does
 * set, and then changed until it differs enough from what it stands on.
 */
export function derivePalettes(set: SetColours): Face['palettes'] {
  const light = derive('light', set);
  const others = looks.filter((look) => look !== 'light').map((look) => [look, derive(look, set, light)] as const);
  return { ...ownFace.palettes, light, ...Object.fromEntries(others) };
}

function derive(look: Look, set: SetColours, light?: Palette): Palette {
  const own = ownFace.palettes[look];
  const get = (role: ColourRole): Colour | undefined => set.get(toKey(look, role))?.colour;
  const hasOwnPage = get('paper') !== undefined || get('ink') !== undefined;
  const page = { paper: get('paper') ?? own.paper, ink: get('ink') ?? own.ink };
  const first = (role: ColourRole): Colour => {
    const given = get(role) ?? page[role as keyof typeof page];
    const share = between[role];
    if (given !== undefined) return given;
    if (hasOwnPage && share !== undefined) return mixColours(page.paper, page.ink, share);
    return light && carried.has(role) && light[role] !== ownFace.palettes.light[role] ? light[role] : own[role];
  };
  const roles = Object.keys(own) as ColourRole[];
  const palette: Record<ColourRole, Colour> = {
    ...own,
    ...Object.fromEntries(roles.map((role) => [role, first(role)])),
  };
  for (const role of roles) if (get(role) === undefined) palette[role] = settle(look, role, palette);
  return palette;
}

/** Changes a colour, towards the ink of the page or away from it, until it differs enough from all that it stands on. */
function settle(look: Look, role: ColourRole, palette: Palette): Colour {
  const rules = listContrastRules(look).filter(({ of, on }) => of === role || (on === role && of === 'ink'));
  const isEnough = (colour: Colour) =>
    rules.every(({ of, on, needed }) => getContrast(colour, palette[of === role ? on : of]) >= needed) &&
    (role !== 'here' || getContrast(colour, getWordsOnHere(look, palette)) >= 7);
  const end = getEnd(role, getLuminance(palette.paper) < getLuminance(palette.ink));
  for (let step = 0; step < 20; step += 1) {
    const colour = mixColours(palette[role], end, step / 20);
    if (isEnough(colour)) return colour;
  }
  return palette[role];
}

/** Returns the end towards which a colour is changed: grounds away from the words on them, everything else from the paper. */
function getEnd(role: ColourRole, isDark: boolean): Colour {
  if (role === 'here' || role === 'land') return '#ffffff';
  const isGround = role === 'wash' || role === 'mark';
  return isDark === isGround ? '#000000' : '#ffffff';
}
