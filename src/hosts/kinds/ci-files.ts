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
 */
export function renderWorkflows(deploy: string) {
  const job = `${readTemplate(deploy)}${indent(readTemplate('remember-due.yml'), 4)}`;
  return [
    { path: '.github/workflows/publish.yml', text: `${readTemplate('publish.yml')}\n${indent(job, 2)}` },
    { path: '.github/workflows/pull-request.yml', text: readTemplate('pull-request.yml') },
  ];
}

/** The limit of clocks on GitHub. */
export const githubClock =
  'GitHub asks every 15 minutes whether a story is due, often some minutes late, and stops asking 60 days after the last commit to a public repository.';

function indent(text: string, spaces: number): string {
  return text.replace(/^(?=.)/gmu, ' '.repeat(spaces));
}
