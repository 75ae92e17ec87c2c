import { accessSync, constants, existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { chromium, type Browser } from 'playwright-core';

/** Chromium without a sandbox (CI runs as root) and without its own network traffic. */
const launchArguments = [
  '--no-sandbox',
  '--disable-gpu',
  // A process takes a third of a second to start, and would be started twice for every page.
  '--renderer-process-limit=1',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const installedBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The browser's file and the environment that its libraries need. */
export interface BrowserLaunch {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Starts the browser that `findBrowser` found, with additional command line arguments if needed. */
export async function launchBrowser(
  { executablePath, env }: BrowserLaunch,
  further: readonly string[] = [],
): Promise<Browser> {
  const args = [...launchArguments, ...further];
  return chromium.launch({ executablePath, args, env: { ...toStrings(process.env), ...env } });
}

function toStrings(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/**
 * Finds a Chromium: `CHROME_PATH`, an installed one, Playwright's own, else (Linux x64) the one that comes with the npm
 * package @sparticuz/chromium, unpacked once into `node_modules/.cache`.
 *
 * @throws with what to install, when there is none
 */
export async function findBrowser(): Promise<BrowserLaunch> {
  const wanted = process.env['CHROME_PATH'];
  if (wanted !== undefined && wanted !== '') {
    if (isExecutable(wanted)) return { executablePath: wanted, env: {} };
    throw new Error(`CHROME_PATH is ${wanted}, where there is no program. Correct or unset it.`);
  }
  const installed = [...installedBrowsers, chromium.executablePath()].find(isExecutable);
  if (installed !== undefined) return { executablePath: installed, env: {} };
  if (process.platform === 'linux' && process.arch === 'x64') return unpackBrowser();
  throw new Error(
    `The browser tests need Chromium, and there is none for ${process.platform}-${process.arch} inside npm. ` +
      'Install Google Chrome, or run `npx playwright-core install chromium`, or set CHROME_PATH to a Chromium.',
  );
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Unpacks the browser of the npm package into our own folder, completely or not at all: a folder that a killed run left
 * half full would look complete to the package, and parallel runs must not collide in it.
 */
async function unpackBrowser(): Promise<BrowserLaunch> {
  const folder = path.resolve('node_modules/.cache/chromium');
  if (!existsSync(folder)) {
    await mkdir(path.dirname(folder), { recursive: true });
    const staging = await mkdtemp(`${folder}-`);
    await unpackInto(staging);
    await rename(staging, folder).catch(() => rm(staging, { recursive: true }));
  }
  return {
    executablePath: path.join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: await writeFontConfig(folder),
    },
  };
}

/**
 * The package's own configuration names folders of another machine. Ours names its Open Sans and the system's fonts.
 */
async function writeFontConfig(folder: string): Promise<string> {
  const file = path.join(folder, 'fonts.conf');
  const aliases = ['sans-serif', 'system-ui', 'Arial'].map(
    (family) => `<alias binding="same"><family>${family}</family><prefer><family>Open Sans</family></prefer></alias>`,
  );
  await writeFile(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${path.join(folder, 'fonts')}</dir>` +
      `<dir>/usr/share/fonts</dir><cachedir>${path.join(folder, 'font-cache')}</cachedir>${aliases.join('')}</fontconfig>`,
  );
  return file;
}

/** The package unpacks into the system's temporary folder, so it is given another one. */
async function unpackInto(folder: string): Promise<void> {
  const systemFolder = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    const { default: sparticuz, inflate } = await import('@sparticuz/chromium');
    await sparticuz.executablePath();
    await inflate(path.resolve('node_modules/@sparticuz/chromium/bin/al2023.tar.br'));
  } finally {
    if (systemFolder === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = systemFolder;
  }
}
