import { fileRules, otherHeaders, secureHeaders, siteHeaders, toExpression, type Headers } from './file-rules.ts';
import { getHeaderTable, getMoveTable, type AddressTable } from './address-table.ts';
import { getBase } from './published-site.ts';
import { renderIntroduction, textTypes, type ServerSite } from './server-site.ts';

/**
 * Renders a complete configuration for Caddy (2.6 or newer): encrypted, with the headers, moves and error page of a site.
 *
 * Where a server gets its certificates by itself, as Caddy does, `tls` can go.
 */
export function renderCaddy(site: ServerSite): string {
  const { hostname } = new URL(site.url);
  const { root, certificate, ports } = site;
  const base = getBase(site);
  const address = ports.https === 443 ? hostname : `https://${hostname}:${ports.https}`;
  return `${renderIntroduction(site, 'Caddy', '/etc/caddy/Caddyfile')}

${address} {
	# Without this line Caddy gets a certificate by itself.
	tls ${quote(certificate.chain)} ${quote(certificate.key)}

	root * ${quote(root)}

	# How long files may be kept, who may show them, where old addresses lead.
${renderMap('{cache}', getHeaderTable(site, 'Cache-Control'))}
${renderMap('{resource}', getHeaderTable(site, 'Cross-Origin-Resource-Policy'))}
${renderMap('{move}', getMoveTable(site))}
	@moved expression \`{move} != ""\`
	redir @moved {move} 301
${base === '/' ? '' : `	redir / ${base} 302\n`}
	header {
${renderHeaders({ ...siteHeaders, ...secureHeaders })}		Cache-Control {cache}
		-Server
	}
	@resource expression \`{resource} != ""\`
	header @resource Cross-Origin-Resource-Policy {resource}
${renderTypes(base)}
	# Packed on the way, or taken from a file.html.gz or .br beside it. A browser that has a file asks with its ETag and hears 304.
	encode zstd gzip {
		match {
			header Content-Type text/html*
${textTypes.map((type) => `\t\t\theader Content-Type ${type}*\n`).join('')}		}
	}
	file_server {
		precompressed br gzip
	}

	handle_errors {
		@missing expression \`{err.status_code} == 404\`
		rewrite @missing ${quote(`${base}404.html`)}
		# What is said above is forgotten here.
		header {
${renderHeaders({ ...siteHeaders, ...secureHeaders, ...otherHeaders, 'Content-Type': 'text/html; charset=utf-8' })}			-Server
		}
		file_server
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

/** Writes a text as one word of Caddy's language. */
function quote(text: string): string {
  return `"${text.replaceAll('"', String.raw`\"`)}"`;
}
