import path from 'node:path';
import { renderCaddy } from '../caddy.ts';
import { renderNginx } from '../nginx.ts';
import { getBase, type PublishedSite } from '../published-site.ts';
import { toServerSite, type ServerSite } from '../server-site.ts';
import type { HostOptions, HostPlan, PlanHost } from './host-plan.ts';

/** Plans a site behind nginx. */
export const planNginx: PlanHost = (site, options) => planServer(toSite(site, options), nginx);

/** Plans a site behind Caddy. */
export const planCaddy: PlanHost = (site, options) => planServer(toSite(site, options), caddy);

interface Server {
  readonly name: string;
  readonly file: string;
  render(site: ServerSite): string;
  /** The commands that put the file in its place and have the server read it. */
  toInstall(hostname: string): string;
  /** The command that gets a certificate, without which the server refuses the file. */
  toCertificate?(hostname: string): string;
}

const nginx: Server = {
  name: 'nginx',
  file: 'nginx.conf',
  render: renderNginx,
  toInstall: (hostname) =>
    `sudo cp nginx.conf /etc/nginx/conf.d/${hostname}.conf && sudo nginx -t && sudo systemctl reload-or-restart nginx`,
  toCertificate: (hostname) => `sudo certbot certonly --nginx --deploy-hook 'nginx -s reload' -d ${hostname}`,
};

const caddy: Server = {
  name: 'caddy',
  file: 'Caddyfile',
  render: renderCaddy,
  toInstall: () => 'sudo cp Caddyfile /etc/caddy/Caddyfile && sudo systemctl reload caddy',
};

function toSite(site: PublishedSite, { isProxied, ...options }: HostOptions): ServerSite {
  return toServerSite(site, isProxied ? { ...options, ports: { http: 80 } } : options);
}

function planServer(site: ServerSite, { name, file, render, toInstall, toCertificate }: Server): HostPlan {
  const { hostname } = new URL(site.url);
  const isEncrypted = site.ports.https !== undefined;
  return {
    files: [
      { path: file, text: render(site) },
      { path: 'publish.sh', text: renderPublish(site) },
    ],
    steps: [
      `Install ${name}, on Debian the package \`${name}\`.`,
      `Make the folder of editions, as the user who publishes: \`sudo install -d -o "$USER" ${quoteShell(path.posix.dirname(site.root))}\`.`,
      'Publish: `sh publish.sh`.',
      ...(isEncrypted && toCertificate
        ? [
            `Get a certificate, or write yours into \`${file}\`: \`${toCertificate(hostname)}\` (Debian: packages certbot and python3-certbot-nginx).`,
          ]
        : []),
      `Have ${name} read \`${file}\`: \`${toInstall(hostname)}\`. Do it again, with a new one, after each update of the program and after new aliases.`,
      'For stories under embargo, in crontab: `* * * * * sh /path/to/the/newsroom/publish.sh due`.',
    ],
    limits: [],
  };
}

/** Renders a script that builds the edition and replaces the published one at once, by swapping a link. */
function renderPublish(site: ServerSite): string {
  const folder = `${site.root}${getBase(site)}`.replace(/\/$/u, '');
  return `#!/bin/sh
# Builds the edition and publishes it. The published folder is a link, so readers see the old edition or the new one,
# never half of each. \`sh publish.sh due\` does so only if a story is due.
set -eu
cd "$(dirname "$0")"
if [ "\${1:-}" = due ]; then
  [ -s due ] && [ ! "$(cat due)" \\> "$(date -u +%FT%TZ)" ] || exit 0
fi
folder=${quoteShell(folder)}
# \`due\` changes only at the end: after a failure the clock tries again.
npx gazetteer build --due due.next
edition="$folder.editions/$(date -u +%Y%m%dT%H%M%S.%NZ)"
mkdir -p "$folder.editions"
cp -a dist "$edition"
ln -sfn "$edition" "$folder.new"
mv -T "$folder.new" "$folder"
mv due.next due
# Three editions are kept, to go back to.
ls -d "$folder.editions"/* | head -n -3 | while IFS= read -r old; do rm -rf -- "$old"; done
`;
}

/** Quotes a text as one word of the shell. */
function quoteShell(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
