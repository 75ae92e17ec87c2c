import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Reads a template of the folder `ci/`. */
export function readTemplate(name: string): string {
  return readFileSync(path.join(import.meta.dirname, '../ci', name), 'utf8');
}

/**
 * Renders the workflows of a newsroom on GitHub: one builds and publishes, one checks pull requests.
 *
 * @param deploy the template of the job that publishes
 * @param shards how many machines build a part of the site each
 */
export function renderWorkflows(deploy: string, shards = 1) {
  const build = shards === 1 ? readTemplate('build-whole.yml') : renderShards(shards);
  const publish = `${readTemplate(deploy)}${indent(readTemplate('remember-due.yml'), 4)}`;
  return [
    {
      path: '.github/workflows/publish.yml',
      text: [readTemplate('publish.yml'), indent(build, 2), indent(publish, 2)].join('\n'),
    },
    { path: '.github/workflows/pull-request.yml', text: readTemplate('pull-request.yml') },
  ];
}

function renderShards(shards: number): string {
  const numbers = Array.from({ length: shards }, (_, index) => index + 1);
  return readTemplate('build-shards.yml').replace('[1, 2, 3, 4]', `[${numbers.join(', ')}]`);
}

/** The limit of clocks on GitHub. */
export const githubClock =
  'GitHub asks every 15 minutes whether a story is due, often some minutes late, and stops asking 60 days after the last commit to a public repository.';

function indent(text: string, spaces: number): string {
  return text.replace(/^(?=.)/gmu, ' '.repeat(spaces));
}
