/** The faces of a page: for text, for headlines and bold words, and for emphasis in text. */
export const fontRoles = ['text', 'display', 'italic'] as const;

/** The use of a face. */
export type FontRole = (typeof fontRoles)[number];

/** A face of a newsroom, cut to the letters that pages need. Measures are in ems. */
export interface FontFace {
  /** Its site path, which changes with its bytes. */
  readonly path: string;
  /** The name of the cut face in the cache. */
  readonly key: string;
  readonly sizeBytes: number;
  readonly ascent: number;
  /** Below the base line: positive. */
  readonly descent: number;
  readonly lineGap: number;
  /** The mean width of a letter, space included, in running text. */
  readonly width: number;
}

/** Faces of a newsroom that replace ours. A newsroom with a text face and no italic has slanted text. */
export type FontFaces = Readonly<Partial<Record<FontRole, FontFace>>>;

/** The most bytes of all faces of a page. */
export const mostFontBytes = 60_000;

/** The bytes of our own faces in `styles/fonts/`. A test keeps the two equal. */
export const ownFontBytes: Readonly<Record<FontRole, number>> = { text: 19_716, display: 22_052, italic: 16_624 };
