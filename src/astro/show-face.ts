import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import type { FontRole } from '../core/font-faces.ts';
import { programDir } from '../disk/program-dir.ts';
import { addFace, getFont, readFaceFiles, type FacedSite } from '../theme/face-files.ts';

const styles = path.join(programDir, 'src/styles');
const mainSheet = path.join(styles, 'main.css');

/** The line of the main style sheet that loads our fonts. */
const ourFonts = "@import './fonts.css';";

/** A Vite plug-in that gives the authoring server a newsroom's face, as `press/program/place-face.ts` gives it to builds. */
export function showFace(site: FacedSite, base: string) {
  const { face } = site;
  return {
    name: 'gazetteer-face',
    apply: 'serve' as const,
    enforce: 'pre' as const,
    /** Adds the face to the style sheet of every page. */
    transform(css: string, id: string) {
      if (toFile(id) !== mainSheet) return undefined;
      const fonts = readFileSync(path.join(styles, 'fonts.css'), 'utf8');
      return css.replace(ourFonts, '') + addFace(fonts, face, base);
    },
    /** Names the newsroom's fonts where pages name ours. */
    load(id: string) {
      const role = /\/newsreader-(?<role>text|display|italic)\.woff2\?url$/u.exec(id)?.groups?.['role'];
      const font = role === undefined ? undefined : getFont(face.fonts ?? {}, role as FontRole);
      return font && `export default ${JSON.stringify(base + font.path.slice(1))};`;
    },
    async configureServer(server: DevServer) {
      const files = await readFaceFiles(site);
      server.middlewares.use((request, response, next) => {
        const pathname = toFile(request.url ?? '');
        const sitePath = pathname.startsWith(base) ? pathname.slice(base.length - 1) : '';
        const bytes = files.get(sitePath);
        if (bytes === undefined) next();
        else
          response
            .writeHead(200, { 'Content-Type': sitePath.endsWith('.svg') ? 'image/svg+xml' : 'font/woff2' })
            .end(bytes);
      });
    },
  };
}

/** Takes the query off an address or the name of a module. */
function toFile(id: string): string {
  return id.replace(/\?.*$/su, '');
}

/** The part of Vite's server that is used here. */
interface DevServer {
  readonly middlewares: {
    use(handle: (request: IncomingMessage, response: ServerResponse, next: () => void) => void): void;
  };
}
