import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { waitForLock } from '../../src/press/output/lock.ts';

/** Vitest's own variables, which would make Astro believe that it runs in a test. */
const ofVitest = /^(?:VITEST|TEST|NODE_ENV|DEV|PROD|MODE|SSR|BASE_URL)/u;

/** A running authoring server. */
export interface Authoring {
  readonly url: string;
  stop(): void;
}

/**
 * Starts the authoring server as `npm run dev` does, and waits until it prints its address. One at a time: the
 * development servers of one project share Vite's cache of packages.
 */
export async function startAuthoring(settings: Readonly<Record<string, string>>): Promise<Authoring> {
  const lock = await waitForLock(path.resolve('node_modules/.cache/authoring-tests.lock'));
  const surroundings = Object.entries(process.env).filter(([name]) => !ofVitest.test(name));
  const server = spawn(process.execPath, ['src/desk/main.ts', 'dev', '--port', '0'], {
    env: { ...Object.fromEntries(surroundings), ...settings, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (data: Buffer) => {
      output += data.toString();
      const found = /http:\/\/localhost:\d+\//u.exec(output)?.[0];
      if (found) resolve(found);
    };
    server.stdout.on('data', listen);
    server.stderr.on('data', listen);
    server.once('exit', (code) => {
      lock.release();
      reject(new Error(`The authoring server ended with ${code}:\n${output}`));
    });
  });
  return { url, stop: () => void server.kill() };
}
