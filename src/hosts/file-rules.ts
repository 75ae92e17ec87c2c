import { ownFace, type Face } from '../core/face.ts';
import { getServerPolicy, renderPolicy, serverPolicy } from './content-policy.ts';

/** Headers by name. */
export type Headers = Readonly<Record<string, string>>;

/** The headers of the files at some addresses. */
export interface FileRule {
  /** The reason, for those who read a server's configuration. */
  readonly about: string;
  /**
   * Site paths: `:name` is one part, `*` everything that follows, as in the files of Netlify and Cloudflare. No file
   * matches two patterns with the same header, because hosts would send both values.
   */
  readonly patterns: readonly string[];
  readonly headers: Headers;
}

/** Returns the headers of every file of a site. */
export function getSiteHeaders(face: Face = ownFace): Headers {
  return { ...siteHeaders, 'Content-Security-Policy': renderPolicy(getServerPolicy(face)) };
}

/** How long caches may keep a file. */
const caches = {
  /** The name changes with the content. */
  forever: 'public, max-age=31536000, immutable',
  /** May be replaced under its name, but a day-old copy does no harm. */
  day: 'public, max-age=86400',
  /**
   * Must be revalidated every time. The answer is `304` while nothing has changed. Netlify and Cloudflare do this by
   * default.
   */
  ask: 'public, max-age=0, must-revalidate',
} as const;

/** Headers of every file. Browser features that no page uses are disabled. */
const siteHeaders: Headers = {
  'Content-Security-Policy': renderPolicy(serverPolicy),
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': [
    'accelerometer',
    'autoplay',
    'camera',
    'display-capture',
    'encrypted-media',
    'fullscreen',
    'geolocation',
    'gyroscope',
    'magnetometer',
    'microphone',
    'midi',
    'payment',
    'picture-in-picture',
    'publickey-credentials-get',
    'screen-wake-lock',
    'usb',
    'xr-spatial-tracking',
  ]
    .map((feature) => `${feature}=()`)
    .join(', '),
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/**
 * Also sent with every file, for two years, but only where the site is encrypted. It leaves out subdomains, which are
 * not ours to decide on.
 */
export const secureHeaders: Headers = { 'Strict-Transport-Security': 'max-age=63072000' };

/** The headers of a file that no rule matches. */
export const otherHeaders: Headers = { 'Cache-Control': caches.ask };

/**
 * The addresses of a file that listings have: the front page's, that of the corrections log, a listing's, and that of one page of a month in the
 * archive.
 */
const atListings = (file: string) => [
  `/${file}`,
  `/corrections/${file}`,
  `/:kind/:id/${file}`,
  `/:year/:month/:page/${file}`,
];

/** Additional headers of files, by address. */
export const fileRules: readonly FileRule[] = [
  {
    about: 'Style sheets, scripts and fonts: their names change with their content.',
    patterns: ['/assets/*'],
    headers: { 'Cache-Control': caches.forever, 'Cross-Origin-Resource-Policy': 'same-origin' },
  },
  {
    about: 'Parts of the search index: likewise. The entry file that names them is checked each time.',
    patterns: [
      ...['filter', 'fragment', 'index', 'words'].map((folder) => `/pagefind/:part/${folder}/*`),
      '/pagefind/:part/*.pf_manifest',
    ],
    headers: { 'Cache-Control': caches.forever, 'Cross-Origin-Resource-Policy': 'same-origin' },
  },
  {
    about: 'Pictures: they may be replaced under the same name, and feed readers on other sites show them.',
    patterns: [
      ...['globes', 'icons', 'maps', 'media', 'pictures'].map((folder) => `/${folder}/*`),
      '/card.png',
      '/:year/:month/:story/card.png',
    ],
    headers: { 'Cache-Control': caches.day, 'Cross-Origin-Resource-Policy': 'cross-origin' },
  },
  {
    about: 'Feeds: each has the media type of its format.',
    patterns: atListings('feed.xml'),
    headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' },
  },
  {
    about: 'Atom.',
    patterns: atListings('atom.xml'),
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  },
  {
    about: 'JSON Feed.',
    patterns: atListings('feed.json'),
    headers: { 'Content-Type': 'application/feed+json; charset=utf-8' },
  },
  {
    about: 'The list of feeds for feed readers.',
    patterns: ['/feeds/feeds.opml'],
    headers: { 'Content-Type': 'text/x-opml; charset=utf-8' },
  },
  {
    about: 'The site as an app.',
    patterns: ['/manifest.webmanifest'],
    headers: { 'Content-Type': 'application/manifest+json; charset=utf-8' },
  },
];

/**
 * Returns the regular expression of a pattern, for servers that know no other form. Without delimiters, anchored at
 * both ends.
 *
 * @param base the site's base path, with slashes at both ends
 * @example toExpression('/:year/card.png', '/news/') // '^/news/[^/]+/card\\.png$'
 */
export function toExpression(pattern: string, base = '/'): string {
  const path = `${base}${pattern.slice(1)}`;
  const parts = path.split(/(:[a-z]+|\*)/u).map((part) => {
    if (part === '*') return '.*';
    return part.startsWith(':') ? '[^/]+' : part.replaceAll('.', String.raw`\.`);
  });
  return `^${parts.join('')}$`;
}

/** Returns all headers of the file at a site path, except those of an encrypted connection. */
export function getFileHeaders(sitePath: string, face?: Face): Headers {
  const rules = fileRules.filter(({ patterns }) =>
    patterns.some((pattern) => new RegExp(toExpression(pattern), 'u').test(sitePath)),
  );
  return Object.assign({}, getSiteHeaders(face), otherHeaders, ...rules.map(({ headers }) => headers)) as Headers;
}

/** Returns the rules with a header, each with its value. */
export function getRulesFor(name: string): readonly { readonly rule: FileRule; readonly value: string }[] {
  return fileRules.flatMap((rule) => {
    const value = rule.headers[name];
    return value === undefined ? [] : [{ rule, value }];
  });
}
