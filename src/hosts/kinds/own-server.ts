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
  readonly file: string;
  render(site: ServerSite): string;
  /** The commands that put the file in its place and have the server read it. */
  toInstall(hostname: string): string;
}

const nginx: Server = {
  file: 'nginx.conf',
  render: renderNginx,
  toInstall: (hostname) => `cp nginx.conf /etc/nginx/sites-enabled/${hostname}.conf && nginx -t && nginx -s reload`,
};

const caddy: Server = {
  file: 'Caddyfile',
  render: renderCaddy,
  toInstall: () => 'cp Caddyfile /etc/caddy/Caddyfile && systemctl reload caddy',
};

function toSite(site: PublishedSite, { isProxied, ...options }: HostOptions): ServerSite {
  return toServerSite(site, isProxied ? { ...options, ports: { http: 80 } } : options);
}

function planServer(site: ServerSite, { file, render, toInstall }: Server): HostPlan {
  const { hostname } = new URL(site.url);
  return {
    files: [
      { path: file, text: render(site) },
      { path: 'publish.sh', text: renderPublish(site) },
    ],
    steps: [
      `As root: \`${toInstall(hostname)}\`. Do it again, with a new \`${file}\`, after each update of the program and after new aliases.`,
      'Publish: `sh publish.sh`.',
      'For stories under embargo, in crontab: `* * * * * sh /path/to/the/newsroom/publish.sh due`.',
    ],
    limits: [],
  };
}

/** Renders a script that builds the edition and replaces the published one at once, by swapping a link. */
function renderPublish(site: ServerSite): string {
  const folder = `${site.root}${getBase(site)}`.replace(/\/$/u, '').replaceAll("'", String.raw`'\''`);
  return `#!/bin/sh
# Builds the edition and publishes it. The published folder is a link, so readers see the old edition or the new one,
# never half of each. \`sh publish.sh due\` does so only if a story is due.
set -eu
cd "$(dirname "$0")"
if [ "\${1:-}" = due ]; then
  [ -s due ] && [ ! "$(cat due)" \\> "$(date -u +%FT%TZ)" ] || exit 0
fi
folder='${folder}'
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
