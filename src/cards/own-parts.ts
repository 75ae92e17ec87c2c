import { readPlainFont } from '../theme/fonts/cut-font.ts';
import { readFaceFiles, type FacedSite } from '../theme/face-files.ts';

/** The parts of cards that are a newsroom's own. */
export interface OwnParts {
  /** The face of headlines, as an OpenType file. */
  readonly font?: Uint8Array;
  readonly logo?: CardLogo;
}

/** A drawing in place of the site's name. */
export interface CardLogo {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Reads what a newsroom's cards have of its own. */
export async function readOwnParts(site: FacedSite): Promise<OwnParts> {
  const { fonts, logo } = site.face;
  const svg = logo && (await readFaceFiles({ ...site, face: { ...site.face, fonts: {} } })).get(logo.path);
  return {
    ...(fonts?.display && { font: await readPlainFont(site.cacheDir, fonts.display.key) }),
    ...(logo && typeof svg === 'string' && { logo: { svg, width: logo.width, height: logo.height } }),
  };
}
