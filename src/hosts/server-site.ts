import type { PublishedSite } from './published-site.ts';

/** A site on a server of one's own. */
export interface ServerSite extends PublishedSite {
  /** Absolute path of the folder that the server shows at `/`; a site with a base path lies in the folder of that name below it. */
  readonly root: string;
  /** Files of the certificate with its chain, and of its key. */
  readonly certificate: { readonly chain: string; readonly key: string };
  readonly ports: { readonly http: number; readonly https: number };
}

/** Completes what is not said of a server: where Debian and Let's Encrypt keep such files. */
export function toServerSite(site: PublishedSite, partial: Partial<ServerSite> = {}): ServerSite {
  const { hostname } = new URL(site.url);
  const folder = `/etc/letsencrypt/live/${hostname}`;
  return {
    root: `/srv/www/${hostname}`,
    certificate: { chain: `${folder}/fullchain.pem`, key: `${folder}/privkey.pem` },
    ports: { http: 80, https: 443 },
    ...partial,
    ...site,
  };
}

/** What stands above both configurations. */
export function renderIntroduction({ url, root }: ServerSite, name: string, place: string): string {
  const folder = `${root}${new URL(url).pathname}`.replace(/\/$/u, '');
  return [
    `# ${name} for ${url}, printed by \`npm run desk server ${name.toLowerCase()}\`: print it again after each update of the program`,
    `# and after new aliases. Put it into ${place}; what a build makes (dist/) belongs into`,
    `# ${folder}`,
    '# as a link to a folder of its own for each build, so that the site is swapped at once:',
    `#   rsync -a dist/ ${root}.builds/1/ && ln -sfn ${root}.builds/1 ${folder}.new && mv -T ${folder}.new ${folder}`,
  ].join('\n');
}

/** Types of the files of a site, by their ends; feeds have rules of their own. */
export const fileTypes: Readonly<Record<string, string>> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  xml: 'application/xml',
  txt: 'text/plain',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  // What newsrooms add: documents, sounds, moving pictures, data.
  pdf: 'application/pdf',
  csv: 'text/csv',
  md: 'text/markdown',
  vtt: 'text/vtt',
  geojson: 'application/geo+json',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  wav: 'audio/wav',
  mp4: 'video/mp4',
  webm: 'video/webm',
  zip: 'application/zip',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odt: 'application/vnd.oasis.opendocument.text',
  odp: 'application/vnd.oasis.opendocument.presentation',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  epub: 'application/epub+zip',
  opus: 'audio/ogg',
  tsv: 'text/tab-separated-values',
};

/** Types that are texts: sent as UTF-8, and packed. Pictures, fonts and the search index are packed already. */
export const textTypes: readonly string[] = [
  'text/css',
  'text/javascript',
  'text/plain',
  'text/csv',
  'text/tab-separated-values',
  'text/markdown',
  'text/vtt',
  'text/x-opml',
  'application/json',
  'application/geo+json',
  'application/xml',
  'application/rss+xml',
  'application/atom+xml',
  'application/feed+json',
  'application/manifest+json',
  'image/svg+xml',
];

/**
 * Returns the type of the file at a site path, with its characters where it is a text. Feeds have rules of their own.
 *
 * @example toMediaType('/maps/ro.svg') // 'image/svg+xml; charset=utf-8'
 */
export function toMediaType(sitePath: string): string {
  const end = sitePath.endsWith('/') ? 'html' : (/\.(?<end>[^./]+)$/u.exec(sitePath)?.groups?.['end'] ?? '');
  const type = fileTypes[end.toLowerCase()] ?? 'application/octet-stream';
  return type === 'text/html' || textTypes.includes(type) ? `${type}; charset=utf-8` : type;
}
