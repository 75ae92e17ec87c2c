import path from 'node:path';
import process from 'node:process';

/** The variables that commands keep: those needed to reach packages. */
const kept = /^(?:HOME|TMPDIR|https?_proxy|no_proxy|NODE_EXTRA_CA_CERTS|npm_config_(?:cache|registry))$/iu;

/** Returns the environment in which npm reaches packages, and nothing else of this process. */
export function getNpmEnvironment(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      kept.test(name) && value !== undefined ? [[name, value]] : [],
    ),
  );
}

/** Returns the search path of the machine: without the Node that runs this, beside which npm looks for its settings. */
export function getMachinePath(): string {
  const own = path.dirname(process.execPath);
  return (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .filter((folder) => folder !== own)
    .join(path.delimiter);
}
