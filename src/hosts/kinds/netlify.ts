import type { PlanHost } from './host-plan.ts';
import { planBuild } from './placed-build.ts';

/** Plans a site on Netlify, which reads `_headers` and `_redirects` of the site. */
export const planNetlify: PlanHost = (site) => {
  const { command, publish, outDir } = planBuild(site);
  return {
    files: [
      {
        path: 'netlify.toml',
        text: `# Builds the edition on each push.
[build]
  command = "${command}"
  publish = "${publish}"

[build.environment]
  NODE_VERSION = "24"
  OUT_DIR = "${outDir}"
  CACHE_DIR = ".cache/gazetteer"

# Keeps the cache and the site from one build to the next.
[[plugins]]
  package = "/node_modules/gazetteer/src/hosts/ci/netlify-cache"
`,
      },
    ],
    steps: ['Add new project, Import an existing project: choose the repository.'],
    limits: [
      'It has no clock for stories under embargo: add a build hook (Project configuration, Build & deploy) and have a clock of yours call it.',
      'It sets `SITE_NAME` itself, so the name of the paper is always that of `site.yaml`.',
    ],
  };
};
