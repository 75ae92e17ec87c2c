import { fileRules, otherHeaders, toExpression, type Headers } from './file-rules.ts';
import { getHeaderTable, getMoveTable, type AddressTable } from './address-table.ts';
import { getBase, webFingerPath } from './published-site.ts';
import {
  getServerHeaders,
  packedNote,
  renderIntroduction,
  secureNote,
  textTypes,
  toOrigin,
  type ServerSite,
} from './server-site.ts';

/**
 * Renders a complete configuration for Caddy (2.6 or newer): encryption, headers, redirects and the error page of a
 * site.
 *
 * Caddy gets a certificate by itself if none is given.
 */
export function renderCaddy(site: ServerSite): string {
  const { root, certificate, ports } = site;
  const base = getBase(site);
  const headers = getServerHeaders(site);
  const tls = certificate && `\ttls ${quote(certificate.chain)} ${quote(certificate.key)}\n\n`;
  return `${renderIntroduction(site, 'Caddy')}

${toOrigin(site)} {
${(ports.https !== undefined && tls) || ''}	root * ${quote(root)}

	# How long files may be cached, which sites may show them, and where old addresses redirect.
${renderMap('{cache}', getHeaderTable(site, 'Cache-Control'))}
${renderMap('{resource}', getHeaderTable(site, 'Cross-Origin-Resource-Policy'))}
${renderMap('{move}', getMoveTable(site))}
	# A query string is kept.
	map {query} {asked} {
		"" ""
		default "?{query}"
	}
	map {uri} {slashed} {
		"~^([^?]*[^/?])(\\?.*)?$" "$\{1}/$\{2}"
		default ""
	}
	@moved expression \`{move} != ""\`
	redir @moved {move}{asked} 301
	# The address of a folder ends with a slash.
	@folder {
		file {path}/index.html
		not path */
	}
	redir @folder {slashed} 301
${site.webFinger === undefined ? '' : `\tredir ${webFingerPath} ${quote(site.webFinger)} 302\n`}${base === '/' ? '' : `	redir / ${base}{asked} 302\n`}
${ports.https === undefined ? '' : `	# ${secureNote}\n`}	header {
${renderHeaders(headers)}		-Server
	}
	# A range that cannot be served is an error, which is not cached.
	@whole not header Range *
	header @whole Cache-Control {cache}
	@range header Range *
	header @range Cache-Control ${quote(otherHeaders['Cache-Control'] ?? '')}
	@resource expression \`{resource} != ""\`
	header @resource Cross-Origin-Resource-Policy {resource}
${renderTypes(base)}
	# Compressed on the fly, or taken from file.html.gz or .br next to the file (${packedNote}).
	# A browser that has the file sends its ETag and gets 304.
	encode zstd gzip {
		match {
			header Content-Type text/html*
${textTypes.map((type) => `\t\t\theader Content-Type ${type}*\n`).join('')}		}
	}
	@changing not method GET HEAD
	error @changing 405
	file_server {
		precompressed br gzip
	}

	# An error drops the headers above, so they are set again.
	handle_errors {
		header {
${renderHeaders({ ...headers, ...otherHeaders })}			-Server
		}
		@missing expression \`{err.status_code} == 404\`
		handle @missing {
			rewrite * ${quote(`${base}404.html`)}
			header Content-Type "text/html; charset=utf-8"
			file_server {
				precompressed br gzip
			}
		}
		handle {
			respond "{err.status_code} {err.status_text}"
		}
	}
}
`;
}

function renderHeaders(headers: Headers): string {
  return Object.entries(headers)
    .map(([name, value]) => `\t\t${name} ${quote(value)}\n`)
    .join('');
}

function renderTypes(base: string): string {
  return fileRules
    .flatMap(({ patterns, headers }, index) => {
      const type = headers['Content-Type'];
      if (type === undefined) return [];
      const expressions = patterns.map((pattern) => toExpression(pattern, base));
      return [
        `\t@type${index} path_regexp ${quote(expressions.join('|'))}\n\theader @type${index} Content-Type ${quote(type)}\n`,
      ];
    })
    .join('');
}

function renderMap(variable: string, { pairs, other }: AddressTable): string {
  const lines = pairs.map(([address, value]) => `\t\t${quote(address)} ${quote(value)}\n`);
  return `\tmap {path} ${variable} {\n${lines.join('')}\t\tdefault ${quote(other)}\n\t}`;
}

/** Quotes a text as one word of Caddy's language. */
function quote(text: string): string {
  return `"${text.replaceAll('"', String.raw`\"`)}"`;
}
