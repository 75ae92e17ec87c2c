import type { PublishedSite } from '../published-site.ts';
import type { PlanHost } from './host-plan.ts';
import { planBuild } from './placed-build.ts';

/**
 * Plans a site on Cloudflare Workers, which read `_headers` and `_redirects` of the site.
 *
 * Source: https://developers.cloudflare.com/workers/static-assets/
 */
export const planCloudflare: PlanHost = (site) => {
  const { command, publish, outDir } = planBuild(site);
  const variables = ['SKIP_DEPENDENCY_INSTALL=true', 'CACHE_DIR=node_modules/.astro/gazetteer', `OUT_DIR=${outDir}`];
  return {
    files: [
      {
        path: 'wrangler.toml',
        text: `# Serves the edition from Cloudflare Workers.
name = "${toWorkerName(site)}"
compatibility_date = "2026-11-01"

[assets]
directory = "./${publish}"
not_found_handling = "404-page"
`,
      },
    ],
    steps: [
      'Workers & Pages, Create, Import a repository: choose the repository.',
      // `npm ci` would empty the one folder that is kept between builds.
      `Build command: \`npm install && ${command}\`. Deploy command: \`npx wrangler deploy\`.`,
      `Settings, Build, Variables: ${variables.map((variable) => `\`${variable}\``).join(', ')}.`,
      'Settings, Build, Build cache: Enable.',
      `Settings, Domains & Routes: add \`${new URL(site.url).hostname}\`.`,
    ],
    limits: [
      'It redirects at most 2,000 old addresses; the pages at the others redirect readers themselves.',
      'It takes 20,000 files on the free plan, 100,000 on others, of at most 25 MiB each.',
      'It has no clock for stories under embargo: add a deploy hook (Settings, Build) and have a clock of yours call it.',
    ],
  };
};

/**
 * Returns a name that Cloudflare accepts: lower-case letters, digits and hyphens.
 *
 * @example toWorkerName({ url: 'https://news.example.org/' }) // 'news-example-org'
 */
function toWorkerName({ url }: Pick<PublishedSite, 'url'>): string {
  return new URL(url).hostname
    .replace(/[^a-z\d]+/gu, '-')
    .replace(/^-|-$/gu, '')
    .slice(0, 54);
}
