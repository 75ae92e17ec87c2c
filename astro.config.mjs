import path from 'node:path';
import { ownFace } from './src/core/face.ts';
import { getCacheDir } from './src/disk/cache-dir.ts';
import { followContent } from './src/astro/follow-content.ts';
import { serveBuiltIndex } from './src/astro/dev-index.ts';
import { serveOwnFiles } from './src/astro/dev-own-files.ts';
import { replaceParts } from './src/astro/replace-parts.ts';
import { refuseOwnBuild } from './src/astro/refuse-own-build.ts';
import { showFace } from './src/astro/show-face.ts';
import { listSettingFiles } from './src/news/urls.ts';
import { isOwnFile } from './src/paper/own-files.ts';
import { assertSettings } from './src/press/settings.ts';
import { getSettings } from './src/settings/shared-settings.ts';

// Nothing is sent anywhere, Astro's own statistics included. The launcher sets it too, before Astro prints a notice.
process.env.ASTRO_TELEMETRY_DISABLED ??= '1';

const settings = await getSettings();
assertSettings(settings);

/** The first versions with `light-dark()`, as Lightning CSS writes them: a byte each for major, minor and patch. */
const browsers = {
  chrome: 123 << 16,
  firefox: 120 << 16,
  safari: (17 << 16) | (5 << 8),
  ios_saf: (17 << 16) | (5 << 8),
};

const { site } = settings;
const { origin, pathname } = new URL(site.url);

/**
 * Without `defineConfig`, because `astro/config` loads four hundred modules that optimise pictures.
 *
 * @type {import('astro').AstroUserConfig}
 */
export default {
  site: origin,
  base: pathname,
  outDir: site.outDir,
  // Newsrooms built side by side must not share a content store.
  cacheDir: getCacheDir(site),
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never', assets: 'assets' },
  integrations: [refuseOwnBuild()],
  // White space as in JSX, which is also how Prettier breaks lines: a space at a line break is written {' '}.
  compressHTML: 'jsx',
  devToolbar: { enabled: false },
  vite: {
    plugins: [
      followContent(site),
      replaceParts(site.contentDir, site.face),
      ...(site.face === ownFace ? [] : [showFace(site, pathname)]),
      serveBuiltIndex(site.outDir, pathname),
      serveOwnFiles({ dir: path.join(site.contentDir, 'public'), base: pathname }, (file) =>
        isOwnFile(site.contentDir, file, listSettingFiles(site)),
      ),
    ],
    // Loaded only when somebody searches: found so late, they would make the authoring server load the page anew.
    optimizeDeps: { include: ['wink-porter2-stemmer'], exclude: ['@orama/stemmers', 'stopword'] },
    // A text that the program parses: as code, the outlines of countries would be sixty thousand lines to compile.
    json: { namedExports: false, stringify: true },
    build: { assetsInlineLimit: 0 },
    css: {
      transformer: 'lightningcss',
      // Named breakpoints are written out. Nothing is rewritten for browsers older than `light-dark()`.
      lightningcss: { drafts: { customMedia: true }, targets: browsers },
    },
    // Pages load the program's own files; texts and pictures have routes. The cache holds drafts.
    server: {
      fs: {
        strict: true,
        allow: ['src', 'node_modules'],
        deny: ['.env', '.env.*', '*.{crt,pem,key}', '**/.git/**', '**/node_modules/.cache/**'],
      },
    },
  },
};
