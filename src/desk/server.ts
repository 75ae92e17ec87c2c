import process from 'node:process';
import { parseArgs } from 'node:util';
import { toPublishedSite } from '../paper/host-texts.ts';
import { toGround } from '../paper/check-site.ts';
import { withStore } from '../press/plan/memory.ts';
import { readAll } from '../press/plan/prepare.ts';
import { readNowMs } from '../content/clock.ts';
import { formatReport } from './report-formats.ts';
import { hasErrors } from '../core/issue.ts';
import { renderCaddy } from '../hosts/caddy.ts';
import { renderNginx } from '../hosts/nginx.ts';
import { toServerSite, type ServerSite } from '../hosts/server-site.ts';
import { site } from '../site.config.ts';

/** How `desk server` is called. */
export const serverUsage = `npm run --silent desk server -- nginx|caddy [options]

  Prints a complete configuration of a server for this site (SITE_URL) and its old addresses.

  --root FOLDER   what the server shows at /; default /srv/www/<host>
`;

const renderers: Readonly<Record<string, (site: ServerSite) => string>> = { nginx: renderNginx, caddy: renderCaddy };

/** Prints the configuration of a server. Exit code 1 when the content has errors: its old addresses may be wrong. */
export async function runServer(args: readonly string[]): Promise<void> {
  const options = parseServerArgs(args);
  if (typeof options === 'string') {
    process.stderr.write(`${options}\n\n${serverUsage}`);
    process.exitCode = 1;
    return;
  }
  await withStore(async (store) => {
    const read = await readAll(store, false);
    if (hasErrors(read.issues)) {
      const stories = read.newsroom.articles.length + read.unread.articles.length;
      process.stderr.write(formatReport('text', { stories, issues: read.issues }, site.contentDir));
      process.exitCode = 1;
      return;
    }
    const { context } = toGround(read, Math.floor(readNowMs() / 1000) * 1000);
    process.stdout.write(options.render(toServerSite(toPublishedSite(context), options.settings)));
  }, 'go on');
}

/** Reads the arguments; a text says what is wrong with them. */
function parseServerArgs(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { root: { type: 'string' } },
    });
    const [name = '', ...others] = positionals;
    const render = Object.hasOwn(renderers, name) ? renderers[name] : undefined;
    if (!render || others.length > 0) return `Name one of the servers: ${Object.keys(renderers).join(', ')}.`;
    const { root } = values;
    if (root === undefined) return { render, settings: {} };
    if (!root.startsWith('/')) return `The root \`${root}\` is no absolute path: write \`--root /srv/www/site\`.`;
    return { render, settings: { root: root.replace(/\/+$/u, '') } };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
