/** A host's answer for the file at an address: headers by name, and the target of a redirect. */
export interface Answer {
  readonly headers: Readonly<Record<string, string>>;
  readonly location: string | undefined;
}

type Answers = (path: string) => Answer;

/**
 * Reads `_headers` and `_redirects` as Cloudflare Pages does: all matching rules apply, and a header set twice has both
 * values.
 */
export function readHostFiles(headersFile: string, redirectsFile: string): Answers {
  const blocks: { readonly expression: RegExp; readonly headers: (readonly [string, string])[] }[] = [];
  for (const line of headersFile.split('\n').filter((text) => text.trim() !== '' && !text.startsWith('#'))) {
    const [, name = '', value = ''] = /^ {2}([\w-]+): (.*)$/u.exec(line) ?? [];
    if (name === '') blocks.push({ expression: toHostExpression(line), headers: [] });
    else blocks.at(-1)?.headers.push([name, value]);
  }
  const moves = new Map(
    redirectsFile.split('\n').flatMap((line) => {
      const [from = '', to = '', status] = line.split(' ');
      return from.startsWith('/') && status === '301' ? [[from, to] as const] : [];
    }),
  );
  return (path) => {
    const headers: Record<string, string> = {};
    for (const [name, value] of blocks
      .filter(({ expression }) => expression.test(path))
      .flatMap((one) => one.headers)) {
      headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`;
    }
    return { headers, location: moves.get(path) };
  };
}

function toHostExpression(pattern: string): RegExp {
  if ((pattern.match(/\*/gu) ?? []).length > 1) throw new Error(`Cloudflare takes one * in ${pattern}.`);
  const escaped = pattern.replace(/[.+?^$()[\]{}|\\]/gu, String.raw`\$&`);
  return new RegExp(`^${escaped.replace('*', '.*').replace(/:\w+/gu, '[^/]+')}$`, 'u');
}

/** Reads the parts of an nginx configuration that determine an answer. */
export function readNginx(configuration: string): Answers {
  const map = (variable: string) => readMap(configuration, new RegExp(`map \\$uri \\$${variable} \\{([^}]*)\\}`, 'u'));
  const [cache, resource, move] = [map('gazetteer_cache'), map('gazetteer_resource'), map('gazetteer_move')];
  const fixed = [...configuration.matchAll(/^ {2}add_header ([\w-]+) "([^"]*)" always;$/gmu)];
  const types = [...configuration.matchAll(/location ~ "([^"]*)" \{ types \{\} default_type ([^;]*); \}/gu)];
  return (path) =>
    toAnswer(
      path,
      { cache, resource, move },
      fixed,
      types.map(([, expression = '', type = '']) => [expression.replaceAll('\\\\', '\\'), `${type}; charset=utf-8`]),
    );
}

/** Reads the parts of a Caddyfile that determine an answer. */
export function readCaddy(configuration: string): Answers {
  const map = (name: string) => readMap(configuration, new RegExp(`map \\{path\\} \\{${name}\\} \\{([^}]*)\\}`, 'u'));
  const [cache, resource, move] = [map('cache'), map('resource'), map('move')];
  const [own = ''] = configuration.split('handle_errors');
  const fixed = [...own.matchAll(/^\t\t([A-Z][\w-]+) "([^"]*)"$/gmu)];
  const types = [
    ...configuration.matchAll(/@(type\d+) path_regexp "([^"]*)"\n\theader @\1 Content-Type "([^"]*)"/gu),
  ].map(([, , expression = '', type = '']) => [expression, type] as const);
  return (path) => toAnswer(path, { cache, resource, move }, fixed, types);
}

type Lookup = (path: string) => string;

function readMap(configuration: string, block: RegExp): Lookup {
  const [, body = ''] = block.exec(configuration) ?? [];
  const entries = [...body.matchAll(/^\s+(?:"([^"]*)"|(default)) "([^"]*)";?$/gmu)].map(
    ([, key, other, value = '']) => [key ?? other ?? '', value] as const,
  );
  if (entries.length === 0) throw new Error(`There is no map ${String(block)}.`);
  return (path) => {
    const found = entries.find(([key]) =>
      key.startsWith('~') ? new RegExp(key.slice(1).replaceAll('\\\\', '\\'), 'u').test(path) : key === path,
    );
    return (found ?? entries.find(([key]) => key === 'default'))?.[1] ?? '';
  };
}

function toAnswer(
  path: string,
  { cache, resource, move }: Readonly<Record<'cache' | 'resource' | 'move', Lookup>>,
  fixed: readonly RegExpExecArray[],
  types: readonly (readonly [expression: string, type: string])[],
): Answer {
  // Servers compare addresses with their characters.
  const decoded = decodeURIComponent(path);
  const type = types.find(([expression]) => new RegExp(expression, 'u').test(decoded))?.[1];
  const found = {
    ...Object.fromEntries(fixed.map(([, name = '', value = '']) => [name, value])),
    'Cache-Control': cache(decoded),
    'Cross-Origin-Resource-Policy': resource(decoded),
    ...(type === undefined ? {} : { 'Content-Type': type }),
  };
  const headers = Object.fromEntries(Object.entries(found).filter(([, value]) => value !== ''));
  return { headers, location: move(decoded) || undefined };
}
