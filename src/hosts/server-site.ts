import { getSiteHeaders, secureHeaders, type Headers } from './file-rules.ts';
import type { PublishedSite } from './published-site.ts';

/** A site on its operator's own server. */
export interface ServerSite extends PublishedSite {
  /**
   * Absolute path of the folder that the server publishes at `/`. A site with a base path is in the folder of that name
   * below it.
   */
  readonly root: string;
  /** Files of the certificate with its chain, and of its key. By default those of Let's Encrypt; Caddy gets its own. */
  readonly certificate?: { readonly chain: string; readonly key: string } | undefined;
  /** `https` is absent if this server does not encrypt: the site is published without, or a proxy does it. */
  readonly ports: { readonly http: number; readonly https?: number | undefined };
}

/** Fills in the defaults of a server: its folder, and the port of the site's address. */
export function toServerSite(site: PublishedSite, partial: Partial<ServerSite> = {}): ServerSite {
  const { protocol, hostname, port } = new URL(site.url);
  return {
    root: `/srv/www/${toFolderName(hostname)}`,
    ports: protocol === 'https:' ? { http: 80, https: Number(port || 443) } : { http: Number(port || 80) },
    ...partial,
    ...site,
  };
}

/** Returns the name of a host's folder. URLs write an IPv6 address in brackets. */
export function toFolderName(hostname: string): string {
  return hostname.replace(/^\[|\]$/gu, '');
}

/** Returns the origin of the site, with the port if it is not the default. */
export function toOrigin({ url, ports: { http, https } }: ServerSite): string {
  const { hostname } = new URL(url);
  return new URL(https === undefined ? `http://${hostname}:${http}` : `https://${hostname}:${https}`).origin;
}

/** Returns the headers of every file. A proxy in front may do the encryption. */
export function getServerHeaders({ url, face }: ServerSite): Headers {
  return url.startsWith('https:') ? { ...getSiteHeaders(face), ...secureHeaders } : getSiteHeaders(face);
}

/** A note about the header of encrypted connections, for those who read a configuration. */
export const secureNote =
  'Strict-Transport-Security without includeSubDomains: subdomains of this host may not use HTTPS. If all of them do, add `; includeSubDomains`.';

/** The setting that creates compressed copies. */
export const packedNote = '`packed: true` under `features` in site.yaml';

/** The comment at the top of both configurations. */
export function renderIntroduction({ url, root }: ServerSite, name: string): string {
  const folder = `${root}${new URL(url).pathname}`.replace(/\/$/u, '');
  return `# ${name} for ${url}, written by \`npx gazetteer host ${name.toLowerCase()}\`. Write it again after each update of the
# program and after new aliases. The built site (dist/) goes in
# ${folder}`;
}

/** Media types of the files of a site, by extension. Feeds have their own rules. */
export const fileTypes: Readonly<Record<string, string>> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  xml: 'application/xml',
  opml: 'text/x-opml',
  webmanifest: 'application/manifest+json',
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
  // Files that newsrooms add: documents, audio, video, data.
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

/**
 * Media types that are text: sent as UTF-8 and compressed. Pictures, fonts and the search index are already compressed.
 */
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
 * Returns the media type of the file at a site path, with its character set if it is text. Feeds have their own rules.
 *
 * @example toMediaType('/maps/ro.svg') // 'image/svg+xml; charset=utf-8'
 */
export function toMediaType(sitePath: string): string {
  const type = toPlainType(sitePath.endsWith('/') ? 'index.html' : sitePath);
  return isTextType(type) ? `${type}; charset=utf-8` : type;
}

/** Returns whether a file of a site is text, by its extension. */
export function isText(file: string): boolean {
  return isTextType(toPlainType(file));
}

function toPlainType(file: string): string {
  const end = /\.(?<end>[^./]+)$/u.exec(file)?.groups?.['end'] ?? '';
  return fileTypes[end.toLowerCase()] ?? 'application/octet-stream';
}

function isTextType(type: string): boolean {
  return type === 'text/html' || textTypes.includes(type);
}
