import process from 'node:process';
import { toPublishedSite } from '../paper/kinds/host-texts.ts';
import { toLoadedSite } from '../paper/check-site.ts';
import { withStore } from '../press/plan/with-store.ts';
import { readAll } from '../press/plan/prepare.ts';
import { readNowSecondMs } from '../content/clock.ts';
import { formatReport } from './report-formats.ts';
import { hasErrors } from '../core/issue.ts';
import { renderCaddy } from '../hosts/caddy.ts';
import { renderNginx } from '../hosts/nginx.ts';
import { toServerSite, type ServerSite } from '../hosts/server-site.ts';
import type { Settings } from '../core/settings.ts';
import type { Call } from './command.ts';

/** The servers for which a configuration can be printed. */
export const renderers: Readonly<Record<string, (site: ServerSite) => string>> = {
  nginx: renderNginx,
  caddy: renderCaddy,
};

/**
 * Prints the configuration of a server. The exit code is 1 if the content has errors, because its old addresses may be
 * wrong.
 */
export async function runServer({ args, options }: Call, settings: Settings): Promise<void> {
  const render = renderers[args[0] ?? ''];
  if (!render) throw new Error('The command line names no server.');
  const [root] = options.get('root') ?? [];
  const { site } = settings;
  await withStore(
    site,
    async (store) => {
      const read = await readAll(settings, store, false);
      if (hasErrors(read.issues)) {
        const stories = read.newsroom.articles.length + read.unreadable.articles.length;
        process.stderr.write(formatReport('text', { stories, issues: read.issues }, site.contentDir));
        process.exitCode = 1;
        return;
      }
      const { context } = toLoadedSite(site, read, readNowSecondMs());
      process.stdout.write(
        render(toServerSite(toPublishedSite(context), root === undefined ? {} : { root: root.replace(/\/+$/u, '') })),
      );
    },
    'go on',
  );
}
