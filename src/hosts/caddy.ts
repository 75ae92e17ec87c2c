import {
  fileRules,
  getRulesFor,
  otherHeaders,
  secureHeaders,
  siteHeaders,
  toExpression,
  type Headers,
} from './file-rules.ts';
import { getBase, getMovedPaths } from './published-site.ts';
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
${renderRules(site, 'Cache-Control', '{cache}')}
${renderRules(site, 'Cross-Origin-Resource-Policy', '{resource}')}
${renderMap('{move}', '', toQuotedPairs(getMovedPaths(site)))}
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

function renderRules(site: ServerSite, header: string, variable: string): string {
  const base = getBase(site);
  const pairs = getRulesFor(header).flatMap(({ rule, value }) =>
    rule.patterns.map((pattern) => [quote(`~${toExpression(pattern, base)}`), quote(value)] as const),
  );
  return renderMap(variable, otherHeaders[header] ?? '', pairs);
}

function renderMap(variable: string, other: string, pairs: readonly (readonly [string, string])[]): string {
  const lines = pairs.map(([from, to]) => `\t\t${from} ${to}\n`);
  return `\tmap {path} ${variable} {\n${lines.join('')}\t\tdefault ${quote(other)}\n\t}`;
}

/** Caddy compares addresses with their characters and sends them as they must be sent. */
function toQuotedPairs(moves: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] {
  return moves.map(([from, to]) => [quote(decodeURI(from)), quote(to)] as const);
}

/** Writes a text as one word of Caddy's language. */
function quote(text: string): string {
  return `"${text.replaceAll('"', String.raw`\"`)}"`;
}
