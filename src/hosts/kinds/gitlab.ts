import { getBase } from '../published-site.ts';
import { readTemplate } from './ci-files.ts';
import { noHeaders, type PlanHost } from './host-plan.ts';

/** The number of redirects that GitLab Pages reads. Source: https://docs.gitlab.com/user/project/pages/redirects/ */
const maxRedirects = 1000;

/** Plans a site on GitLab Pages. It reads `_redirects`, `404.html` and compressed copies from the site itself. */
export const planGitlab: PlanHost = (site) => ({
  files: [{ path: '.gitlab-ci.yml', text: readTemplate('gitlab.yml') }],
  steps: [
    'Push to the default branch.',
    'Build, Pipeline schedules: add one, such as `*/15 * * * *`, so that stories under embargo appear.',
  ],
  limits: [
    noHeaders,
    `It redirects at most ${maxRedirects} old addresses; the pages at the others redirect readers themselves.`,
    `The path of the address, \`${getBase(site)}\`, must be \`/\` for a unique domain or one of your own, otherwise \`/<project>/\`.`,
    'The report of a merge request is the log of its job `check`: a job may not comment without a token of yours.',
  ],
});
