import { fileRules, otherHeaders, toExpression } from './file-rules.ts';
import { getHeaderTable, getMoveTable, type AddressTable } from './address-table.ts';
import { getBase, getMovedPaths, webFingerPath } from './published-site.ts';
import {
  fileTypes,
  getServerHeaders,
  packedNote,
  renderIntroduction,
  secureNote,
  textTypes,
  toFolderName,
  toOrigin,
  type ServerSite,
} from './server-site.ts';

/** The space for an entry of a map besides its text, in bytes. */
const entryBytes = 32;

/**
 * Renders a complete configuration for nginx (1.18 or newer): encryption, headers, redirects and the error page of a
 * site.
 *
 * Headers are looked up in maps, because a `location` with its own header would lose all others.
 */
export function renderNginx(site: ServerSite): string {
  const moves = getMovedPaths(site);
  return `${renderIntroduction(site, 'nginx')}

# Each address in a map must fit into one hash bucket.
map_hash_bucket_size ${toBucketBytes(moves.map(([from]) => from))};
map_hash_max_size ${Math.max(2048, 2 ** Math.ceil(Math.log2(moves.length + 1) + 1))};

# How long files may be cached, which sites may show them, and where old addresses redirect.
${renderMap('$gazetteer_cache', getHeaderTable(site, 'Cache-Control'))}
${renderMap('$gazetteer_resource', getHeaderTable(site, 'Cross-Origin-Resource-Policy'))}
${renderMap('$gazetteer_move', getMoveTable(site))}
# Errors are not cached: a file that is missing or forbidden now may be there in a minute. nginx learns only later whether
# it can serve a range.
map "$status $http_range" $gazetteer_kept {
  default ${quote(otherHeaders['Cache-Control'] ?? '')};
  "~^(200|304) $" $gazetteer_cache;
}

${renderServers(site)}`;
}

function renderServers(site: ServerSite): string {
  const { root, ports } = site;
  const { hostname } = new URL(site.url);
  if (ports.https === undefined) {
    return `server {
  listen ${ports.http};
  listen [::]:${ports.http};
  server_name ${hostname};

${renderFiles(site)}}
`;
  }
  const { chain, key } = site.certificate ?? getLetsEncrypt(hostname);
  return `server {
  listen ${ports.http};
  listen [::]:${ports.http};
  server_name ${hostname};
  # Certificate renewal uses this path; everything else is redirected to HTTPS.
  location /.well-known/acme-challenge/ { root ${quote(root)}; }
  location / { return 301 ${toOrigin(site)}$request_uri; }
}

server {
  listen ${ports.https} ssl http2;
  listen [::]:${ports.https} ssl http2;
  server_name ${hostname};
  ssl_certificate ${quote(chain)};
  ssl_certificate_key ${quote(key)};
  ssl_protocols TLSv1.2 TLSv1.3;
  ssl_session_cache shared:gazetteer:10m;
  # ${secureNote}

${renderFiles(site)}}
`;
}

/** Returns the files in which certbot keeps a certificate. */
function getLetsEncrypt(hostname: string) {
  const folder = `/etc/letsencrypt/live/${toFolderName(hostname)}`;
  return { chain: `${folder}/fullchain.pem`, key: `${folder}/privkey.pem` };
}

function renderFiles(site: ServerSite): string {
  const base = getBase(site);
  return `  server_tokens off;

  root ${quote(site.root)};
  index index.html;
  # Redirects are relative.
  absolute_redirect off;
  error_page 404 ${quote(`${base}404.html`)};

  charset utf-8;
  charset_types ${textTypes.join(' ')};
  default_type application/octet-stream;
  types {
${Object.entries(fileTypes)
  .map(([end, type]) => `    ${type} ${end};\n`)
  .join('')}  }

  # Compressed on the fly, or taken from file.html.gz next to the file (${packedNote}).
  # For Brotli: libnginx-mod-http-brotli-filter, \`brotli on;\` and the same types; libnginx-mod-http-brotli-static and
  # \`brotli_static on;\` for file.html.br next to the file.
  gzip on;
  gzip_static on;
  gzip_vary on;
  gzip_proxied any;
  gzip_comp_level 6;
  gzip_min_length 512;
  gzip_types ${textTypes.join(' ')};
  # A browser that has the file sends its ETag and gets 304.
  etag on;

${Object.entries(getServerHeaders(site))
  .map(([name, value]) => `  add_header ${name} ${quote(value)} always;\n`)
  .join('')}  add_header Cache-Control $gazetteer_kept always;
  add_header Cross-Origin-Resource-Policy $gazetteer_resource always;

  # A query string is kept.
  if ($gazetteer_move) { return 301 $gazetteer_move$is_args$args; }

${renderWebFinger(site)}${renderTypes(base)}${base === '/' ? '' : `  location = / { return 302 ${base}$is_args$args; }\n`}  location / { try_files $uri $uri/ =404; }
`;
}

function renderWebFinger({ webFinger }: ServerSite): string {
  return webFinger === undefined ? '' : `  location = ${webFingerPath} { return 302 ${quote(webFinger)}; }\n`;
}

function renderTypes(base: string): string {
  return fileRules
    .flatMap(({ patterns, headers }) => {
      const type = headers['Content-Type']?.split(';')[0];
      if (type === undefined) return [];
      return patterns.map(
        (pattern) => `  location ~ ${quote(toExpression(pattern, base))} { types {} default_type ${type}; }\n`,
      );
    })
    .join('');
}

function renderMap(variable: string, { pairs, other }: AddressTable): string {
  const lines = pairs.map(([address, value]) => `  ${quote(address)} ${quote(value)};\n`);
  return `map $uri ${variable} {\n  default ${quote(other)};\n${lines.join('')}}`;
}

function toBucketBytes(texts: readonly string[]): number {
  const longest = Math.max(0, ...texts.map((text) => new TextEncoder().encode(text).length));
  return Math.max(64, 2 ** Math.ceil(Math.log2(longest + entryBytes)));
}

/** Quotes a text as one word of nginx's language. */
function quote(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', String.raw`\"`)}"`;
}
