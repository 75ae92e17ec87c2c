import { ownFace, paletteNames, type ColourRole, type Face, type Look } from '../core/face.ts';

/** The rules of a look, by the selectors of `styles/tokens.css`. By night, a colour has another name. */
const rules: readonly (readonly [selector: string, looks: readonly Look[]])[] = [
  [':root', ['light', 'dark']],
  [":root[data-reader~='theme-sepia']", ['sepia']],
  [":root[data-reader~='theme-contrast']", ['contrast', 'contrast-dark']],
];

/** Logos by day and by night, as the page is. */
const logoRules = `.masthead-name img{height:1em;width:auto;max-width:100%}.masthead-name img.is-dark{display:none}`;
const darkLogoRules = `@media (prefers-color-scheme:dark){:root:not([data-reader~='theme-light'],[data-reader~='theme-sepia']) .masthead-name img{display:none}:root:not([data-reader~='theme-light'],[data-reader~='theme-sepia']) .masthead-name img.is-dark{display:block}}:root[data-reader~='theme-dark'] .masthead-name img{display:none}:root[data-reader~='theme-dark'] .masthead-name img.is-dark{display:block}`;

/** Renders the style sheet of a newsroom's face, which comes after ours. Empty for our own face. */
export function renderThemeCss(face: Face): string {
  const colours = rules.flatMap(([selector, looks]) => {
    const declarations = looks.flatMap((look) => listChanged(face, look));
    return declarations.length > 0 ? [`${selector}{${declarations.join(';')}}`] : [];
  });
  const logos = face.logo ? `@layer components{${logoRules}${face.logoDark ? darkLogoRules : ''}}` : '';
  // On paper there is one palette only, which is ours.
  return `${colours.length > 0 ? `@layer tokens{@media screen{${colours.join('')}}}` : ''}${logos}`;
}

/** Lists the colours that a look needs: those that are not ours, and those of ours that another of the newsroom's would take the place of. */
function listChanged({ palettes }: Face, look: Look): readonly string[] {
  const night = look.endsWith('dark') ? 1 : 0;
  const roles = Object.keys(paletteNames) as ColourRole[];
  const isBase = look === 'light' || look === 'dark';
  const base = night === 1 ? 'dark' : 'light';
  const isOurs = (of: Look, role: ColourRole) => palettes[of][role] === ownFace.palettes[of][role];
  return roles
    .filter((role) => !isOurs(look, role) || (!isBase && !isOurs(base, role)))
    .map((role) => `--palette-${paletteNames[role][night]}:${palettes[look][role]}`);
}
