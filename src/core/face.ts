import type { Colour } from './colours.ts';
import type { FontFaces } from './font-faces.ts';

/** The looks of a page. High contrast is light or dark as the device is. */
export const looks = ['light', 'dark', 'sepia', 'contrast', 'contrast-dark'] as const;

/** The name of a look. */
export type Look = (typeof looks)[number];

/** Colours by what they are for. */
export type Palette = Readonly<
  Record<
    'paper' | 'ink' | 'muted' | 'rule' | 'coast' | 'sea' | 'wash' | 'link' | 'here' | 'correction' | 'land' | 'mark',
    Colour
  >
>;

/** The purpose of a colour. */
export type ColourRole = keyof Palette;

/** A drawing of the newsroom's name. */
export interface Logo {
  /** Its file in the folder `theme/`. */
  readonly file: string;
  /** Its site path, which changes with its content. */
  readonly path: string;
  readonly width: number;
  readonly height: number;
}

/** The look of a newsroom: ours, with what its folder `theme/` replaces. */
export interface Face {
  readonly palettes: Readonly<Record<Look, Palette>>;
  readonly logo?: Logo;
  readonly logoDark?: Logo;
  readonly icon?: Logo;
  readonly fonts?: FontFaces;
  /** Files of parts and pages that replace ours, with their hashes. */
  readonly parts?: Readonly<Record<string, string>>;
}

/** The files of `theme/components/` that replace a part of pages. `components/parts.ts` says what each is handed. */
export const partFiles: readonly string[] = [
  'Masthead.astro',
  'Footer.astro',
  'ArticleHeader.astro',
  'ArticleAside.astro',
  'Teaser.ts',
  'FrontPage.astro',
  'EmptyState.astro',
  'NotFound.astro',
];

const light: Palette = {
  paper: '#fcfbf7',
  ink: '#1b1a17',
  muted: '#514d44',
  rule: '#d9d4c6',
  coast: '#8d866f',
  sea: '#bfd5de',
  wash: '#eef2f0',
  link: '#12506b',
  here: '#d8ab3f',
  correction: '#96231b',
  land: '#f6f1e3',
  mark: '#f6e3ab',
};

const dark: Palette = {
  paper: '#14181a',
  ink: '#e9e6dd',
  muted: '#b3afa3',
  rule: '#343a3c',
  coast: '#7c8582',
  sea: '#16232b',
  wash: '#1a2124',
  link: '#95cbe2',
  here: '#d0a03a',
  correction: '#f2958b',
  land: '#37424a',
  mark: '#4f3e13',
};

/** Our own look: the palettes of `styles/tokens.css`. A test keeps the two equal. */
export const ownFace: Face = {
  palettes: {
    light,
    dark,
    sepia: {
      ...light,
      paper: '#f5ead5',
      ink: '#2a2015',
      muted: '#51432f',
      rule: '#d9c8a6',
      coast: '#82734f',
      wash: '#ecdfc4',
      link: '#0f4861',
      correction: '#861a13',
      sea: '#b8c4b9',
      land: '#ecddbe',
      mark: '#f0d489',
    },
    contrast: {
      ...light,
      paper: '#ffffff',
      ink: '#000000',
      muted: '#1f1f1f',
      rule: '#767676',
      coast: '#3d3d3d',
      wash: '#f2f2f2',
      link: '#00397a',
      correction: '#8a0000',
      sea: '#b9c6cc',
      land: '#e4e4e4',
      mark: '#ffe27a',
    },
    'contrast-dark': {
      ...dark,
      paper: '#000000',
      ink: '#ffffff',
      muted: '#e6e6e6',
      rule: '#8c8c8c',
      coast: '#c4c4c4',
      wash: '#1a1a1a',
      link: '#a9defa',
      correction: '#ffb4ab',
      sea: '#0c1a22',
      land: '#3a3a3a',
      mark: '#4d3d00',
    },
  },
};

/** The names of palette colours in `styles/tokens.css`: by day, and by night where a look is dark. */
export const paletteNames: Readonly<Record<ColourRole, readonly [day: string, night: string]>> = {
  paper: ['paper', 'night'],
  ink: ['ink', 'bone'],
  muted: ['slate', 'ash'],
  rule: ['hair', 'night-hair'],
  coast: ['coast', 'night-coast'],
  sea: ['sea', 'night-sea'],
  wash: ['wash', 'night-wash'],
  link: ['deep', 'ice'],
  here: ['here', 'night-here'],
  correction: ['red', 'rose'],
  land: ['land', 'night-land'],
  mark: ['straw', 'peat'],
};
