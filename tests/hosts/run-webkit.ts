import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { globSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { findFreePort, findProgram, stop, waitUntilReady } from './run-server.ts';
import { startSession, type Session } from './webdriver.ts';

/** WebKit, in the small browser that Debian packages for testing it. */
export interface WebKit {
  readonly session: Session;
  /** Opens a page in another window and returns the console's lines until it has loaded. */
  readConsole(url: string): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Starts WebKit with its own display and home folder. */
export async function runWebKit(): Promise<WebKit> {
  await using started = new AsyncDisposableStack();
  const home = await mkdtemp(path.join(tmpdir(), 'webkit-'));
  // Programs that are ending may still write.
  started.defer(() => rm(home, { recursive: true, force: true, maxRetries: 5 }));
  await writeTheme(home);

  // With its display the browser ends too, even one that its driver has lost.
  const screen = spawn(findProgram('Xvfb', 'xvfb'), ['-displayfd', '3', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  started.defer(() => stop(screen));
  const env = { ...process.env, HOME: home, XDG_CONFIG_HOME: home, DISPLAY: await readDisplay(screen) };

  const port = await findFreePort();
  const driver = spawn(findProgram('WebKitWebDriver', 'webkit2gtk-driver'), [`--port=${port}`], {
    env,
    stdio: 'ignore',
  });
  started.defer(() => stop(driver));
  const driverUrl = `http://127.0.0.1:${port}`;
  await waitUntilReady(driver, () => fetch(`${driverUrl}/status`));
  // The certificate of the test signs itself.
  const session = await startSession(driverUrl, { acceptInsecureCerts: true });
  started.defer(() => session.close());

  const kept = started.move();
  return { session, readConsole: (url) => readConsole(url, env), close: () => kept.disposeAsync() };
}

/** The buttons above the page would keep the window wider than a phone. */
async function writeTheme(home: string): Promise<void> {
  await mkdir(path.join(home, 'gtk-3.0'));
  await writeFile(path.join(home, 'gtk-3.0/gtk.css'), '* { min-width: 0; padding: 0; margin: 0; font-size: 6px }');
}

async function readDisplay({ stdio }: ChildProcess): Promise<string> {
  for await (const number of stdio[3] as Readable) return `:${String(number).trim()}`;
  throw new Error('Xvfb has no display to give.');
}

/** A browser under a driver hides its console, as private windows do, so this one is not driven. */
async function readConsole(url: string, env: NodeJS.ProcessEnv): Promise<readonly string[]> {
  const [program] = globSync('/usr/lib/*/webkit2gtk-4.1/MiniBrowser');
  if (program === undefined) throw new Error('webkit2gtk-driver has no MiniBrowser.');
  const options = ['--ignore-tls-errors', '--exit-after-load', '--enable-write-console-messages-to-stdout=true'];
  // Whatever the option's name says, WebKit writes them to stderr, among other things.
  const { stderr } = await promisify(execFile)(program, [...options, url], { env, timeout: 60_000 });
  return stderr.split('\n').filter((line) => line.includes('CONSOLE '));
}
