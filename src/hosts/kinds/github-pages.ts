import { getBase, isUnknown } from '../published-site.ts';
import { githubClock, renderWorkflows } from './ci-files.ts';
import { noHeaders, pagesRedirect, type PlanHost } from './host-plan.ts';

/** Plans a site on GitHub Pages, published by a workflow. */
export const planGithubPages: PlanHost = (site, { shards }) => {
  const { hostname } = new URL(site.url);
  const isOwn = !hostname.endsWith('.github.io') && !isUnknown(site);
  return {
    files: [
      ...renderWorkflows('deploy-pages.yml', shards),
      ...(isOwn ? [{ path: 'content/public/CNAME', text: `${hostname}\n` }] : []),
    ],
    steps: [
      'Settings, Pages, Source: choose “GitHub Actions”.',
      ...(isOwn
        ? [
            `Settings, Pages, Custom domain: write \`${hostname}\`. GitHub reads \`CNAME\` only where a branch is published.`,
          ]
        : []),
      'Push to `main`.',
    ],
    limits: [
      noHeaders,
      pagesRedirect,
      `The path of the address, \`${getBase(site)}\`, must be that of the repository: \`/\` for a domain of its own or \`<owner>.github.io\`, otherwise \`/<repository>/\`.`,
      githubClock,
    ],
  };
};
