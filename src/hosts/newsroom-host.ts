import type { HostName } from './host-names.ts';
import { planCloudflare } from './kinds/cloudflare.ts';
import { planDocker } from './kinds/docker.ts';
import { planGithubPages } from './kinds/github-pages.ts';
import { planGitlab } from './kinds/gitlab.ts';
import type { HostOptions, HostPlan, PlanHost } from './kinds/host-plan.ts';
import { planNetlify } from './kinds/netlify.ts';
import { planCaddy, planNginx } from './kinds/own-server.ts';
import { planS3 } from './kinds/s3.ts';
import { isUnknown, type PublishedSite } from './published-site.ts';

const planners: Readonly<Record<HostName, PlanHost>> = {
  'github-pages': planGithubPages,
  netlify: planNetlify,
  cloudflare: planCloudflare,
  gitlab: planGitlab,
  s3: planS3,
  nginx: planNginx,
  caddy: planCaddy,
  docker: planDocker,
};

/** Returns whether a text is the name of a host. */
export function isHostName(text: string): text is HostName {
  return Object.hasOwn(planners, text);
}

/**
 * Renders the files that a host needs in the newsroom's folder, with what is left to do and what the host cannot do.
 *
 * @example renderHostFiles('netlify', { url: 'https://news.example.org/', moves: new Map() }).files[0]?.path // 'netlify.toml'
 */
export function renderHostFiles(host: HostName, site: PublishedSite, options: HostOptions = {}): HostPlan {
  const plan = planners[host](site, options);
  return isUnknown(site) ? { ...plan, steps: [addressStep, ...plan.steps] } : plan;
}

const addressStep =
  'The address of the site is not known: write `address` into content/site.yaml, delete these files and write them again.';
