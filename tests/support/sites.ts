import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { getProgramDir } from '../../src/disk/cache-dir.ts';
import { ownFace } from '../../src/core/face.ts';
import { sealEnd } from '../../src/disk/sealed-folder.ts';
import { readPlacedFingerprint } from '../../src/press/plan/fingerprint.ts';
import { hostileSettings } from './write-hostile.ts';
import { longWordSettings } from './write-long-words.ts';

const run = promisify(execFile);

/** The instant of every test build: 1 January 2026, 00:00 UTC. */
export const testEpochSeconds = 1_767_225_600;

/** The input of a test build. */
export interface SiteInput {
  readonly contentDir: string;
  readonly outDir: string;
  readonly siteUrl?: string;
  /** The folder of the program, if it is not this one. */
  readonly programDir?: string;
  /** The newsroom's settings as environment variables: `SITE_LANGUAGE` and the like. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** The output and exit code of a build. */
export interface BuildResult {
  readonly exitCode: number;
  readonly output: string;
}

/**
 * Makes a cache that holds nothing but the program, as the set-up has compiled it: compiling takes longer than a small
 * build. Without a set-up, the first build compiles it.
 */
export async function makeCache(cacheDir: string): Promise<string> {
  const name = await readPlacedFingerprint({ url: 'https://gazetteer.example/', hasOffline: true, face: ownFace });
  for (const part of [name, `${name}${sealEnd}`]) {
    const compiled = path.join(getProgramDir({}), part);
    if (existsSync(compiled)) await cp(compiled, path.join(getProgramDir({ cacheDir }), part), { recursive: true });
  }
  return cacheDir;
}

/** Builds a newsroom with the command that newsrooms use. */
export function buildSite(input: SiteInput, args: readonly string[] = []): Promise<BuildResult> {
  return runGazetteer(['build', ...args], input);
}

/** Starts a build that a test will stop. */
export function startBuild(input: SiteInput): { kill(signal: NodeJS.Signals): void; readonly ended: Promise<void> } {
  const child = spawn(process.execPath, ['src/desk/main.ts', 'build'], { env: toEnvironment(input), stdio: 'ignore' });
  return {
    kill: (signal) => void child.kill(signal),
    ended: new Promise((resolve) => child.once('close', () => resolve())),
  };
}

function toEnvironment({ contentDir, outDir, siteUrl, settings }: SiteInput): NodeJS.ProcessEnv {
  return {
    ...process.env,
    CONTENT_DIR: contentDir,
    OUT_DIR: outDir,
    SITE_URL: siteUrl ?? 'https://gazetteer.example/',
    // Small parts, so that a few hundred stories make several.
    INDEX_PART_SIZE: '150',
    // Cards take half of the time of a small build, so only sites tested for them have them.
    SOCIAL_CARDS: 'off',
    SOURCE_DATE_EPOCH: String(testEpochSeconds),
    NODE_ENV: 'production',
    NO_COLOR: '1',
    ...settings,
  };
}

/**
 * Runs a command of the program.
 *
 * @param within a command that runs it, such as a shell with limits
 */
export async function runGazetteer(
  args: readonly string[],
  input: SiteInput,
  within: readonly string[] = [],
): Promise<BuildResult> {
  const [command = '', ...rest] = [...within, process.execPath, 'src/desk/main.ts', ...args];
  try {
    const { stdout, stderr } = await run(command, rest, {
      cwd: input.programDir,
      env: toEnvironment(input),
      maxBuffer: 2 ** 26,
    });
    return { exitCode: 0, output: stdout + stderr };
  } catch (error) {
    // execFile rejects with the output and the exit code of the command.
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { exitCode: code, output: stdout + stderr };
  }
}

/** A site that the tests read. */
interface TestSite {
  readonly contentDir: string;
  readonly base: string;
  readonly settings?: Readonly<Record<string, string>>;
}

const withCards = { SOCIAL_CARDS: 'on' };

/** The sites that the tests read, built once for all of them. `hostile` and `long` are for `tests/hostile` alone. */
export const sites = {
  /** The demo edition. */
  demo: { contentDir: 'content', base: '/', settings: withCards },
  /** The demo edition below a base path. */
  based: { contentDir: 'content', base: '/news/' },
  /** Cases that fail silently elsewhere. */
  hard: { contentDir: 'tests/fixtures/hard-cases', base: '/', settings: withCards },
  /** A newsroom that has not published anything, and that disables the service worker. */
  empty: { contentDir: 'tests/fixtures/empty', base: '/', settings: { ...withCards, SITE_OFFLINE: 'off' } },
  /** Stories with maps that are hard to draw. */
  places: { contentDir: 'tests/fixtures/places', base: '/', settings: withCards },
  /** A newsroom in Spanish with a face, menu, parts and page of its own. */
  themed: { contentDir: 'tests/fixtures/themed', base: '/', settings: withCards },
  /** Hundreds of stories, so that listings have several pages. */
  archive: { contentDir: 'node_modules/.cache/tests/archive-content', base: '/' },
  /** Attackers' texts and naughty strings in every field. */
  hostile: { contentDir: 'node_modules/.cache/tests/hostile-content', base: '/', settings: hostileSettings },
  /** A word of the maximum length in every field. */
  long: { contentDir: 'node_modules/.cache/tests/long-content', base: '/', settings: longWordSettings },
  /** A whole edition in Arabic, with Egyptian digits and one story in English. */
  arabic: {
    contentDir: 'tests/fixtures/arabic',
    base: '/',
    settings: {
      ...withCards,
      SITE_NAME: 'المعجم الجغرافي',
      SITE_MOTTO: 'أخبار تعرف مكانها',
      SITE_DESCRIPTION: 'طبعة تجريبية بالعربية تُختبر بها الصفحات من اليمين إلى اليسار.',
      SITE_LANGUAGE: 'ar',
      SITE_LOCALE: 'ar-EG',
      SITE_TIME_ZONE: 'Africa/Cairo',
      SITE_SECURITY_CONTACT: 'mailto:security@gazetteer.example',
    },
  },
  /** Stories in Japanese, and one in English. The interface is in English: it has no words in Japanese. */
  japanese: {
    contentDir: 'tests/fixtures/japanese',
    base: '/',
    settings: { SITE_NAME: 'Gazetteer 試験版', SITE_TIME_ZONE: 'Asia/Tokyo' },
  },
} as const satisfies Record<string, TestSite>;

/** The name of a built site. */
export type SiteName = keyof typeof sites;

/** Returns the folder of a built site. */
export function getSiteDir(name: SiteName): string {
  return path.resolve('node_modules/.cache/tests', name);
}

/** Brings some sites up to date, one after another. Anything an earlier run has built is not built again. */
export async function updateSites(names: readonly SiteName[]): Promise<void> {
  await mkdir(path.resolve('node_modules/.cache/tests'), { recursive: true });
  for (const name of names) await buildTestSite(name);
}

/** Rebuilds some sites, two at a time. Throws with the output of a build that fails. */
export async function buildSites(names: readonly SiteName[]): Promise<void> {
  await mkdir(path.resolve('node_modules/.cache/tests'), { recursive: true });
  const waiting = [...names];
  const work = async () => {
    for (let name = waiting.shift(); name; name = waiting.shift()) {
      await rm(getSiteDir(name), { recursive: true, force: true });
      await buildTestSite(name);
    }
  };
  await Promise.all([work(), work()]);
}

async function buildTestSite(name: SiteName): Promise<void> {
  const { contentDir, base, settings = {} }: TestSite = sites[name];
  const outDir = getSiteDir(name);
  const siteUrl = `https://gazetteer.example${base}`;
  const { exitCode, output } = await buildSite({ contentDir: path.resolve(contentDir), outDir, siteUrl, settings });
  if (exitCode !== 0) throw new Error(`The site ${name} could not be built:\n${output}`);
}
