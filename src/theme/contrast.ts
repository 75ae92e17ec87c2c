import { getContrast } from '../core/colours.ts';
import type { ColourRole, Look, Palette } from '../core/face.ts';

/** Two colours that must differ, by their names in `theme/tokens.css`. */
export interface ContrastRule {
  readonly of: ColourRole;
  readonly on: ColourRole;
  /** The contrast that they need at least. */
  readonly needed: number;
}

const toRules = (needed: number, pairs: readonly (readonly [ColourRole, ColourRole])[]): readonly ContrastRule[] =>
  pairs.map(([of, on]) => ({ of, on, needed }));

/**
 * The contrasts of every look: AAA for text, AA for the smallest labels, and for edges of controls what they need to be
 * seen.
 *
 * Source: https://www.w3.org/TR/WCAG22/#contrast-enhanced
 */
const always: readonly ContrastRule[] = [
  ...toRules(7, [
    ['ink', 'paper'],
    ['ink', 'wash'],
    ['ink', 'mark'],
    ['muted', 'paper'],
    ['link', 'paper'],
  ]),
  ...toRules(4.5, [
    ['muted', 'wash'],
    ['link', 'wash'],
    ['correction', 'paper'],
    ['muted', 'mark'],
    ['link', 'mark'],
  ]),
  ...toRules(3, [['coast', 'paper']]),
  ...toRules(1.3, [['land', 'sea']]),
];

const withHighContrast: readonly ContrastRule[] = [
  ...toRules(10, [
    ['ink', 'paper'],
    ['muted', 'paper'],
    ['link', 'paper'],
  ]),
  ...toRules(4.5, [['rule', 'paper']]),
];

/** Lists the contrasts that a look needs. The word on the highlight for “here” is dark in all of them. */
export function listContrastRules(look: Look): readonly ContrastRule[] {
  return look.startsWith('contrast') ? [...always, ...withHighContrast] : always;
}

/** The colour of words on the highlight, by day and by night. */
export function getWordsOnHere(look: Look, { ink }: Palette): string {
  return look.endsWith('dark') ? '#100e0a' : ink;
}

/** A pair of colours that does not differ enough. */
export interface ContrastFailure extends ContrastRule {
  readonly contrast: number;
}

/** Finds the pairs of a look's colours that differ too little. */
export function findContrastFailures(look: Look, palette: Palette): readonly ContrastFailure[] {
  const failures = listContrastRules(look).flatMap((rule) => {
    const contrast = getContrast(palette[rule.of], palette[rule.on]);
    return contrast < rule.needed ? [{ ...rule, contrast }] : [];
  });
  const onHere = getContrast(getWordsOnHere(look, palette), palette.here);
  return onHere < 7 ? [...failures, { of: 'ink', on: 'here', needed: 7, contrast: onHere }] : failures;
}
