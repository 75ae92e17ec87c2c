import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { choicesShape } from '../content/schema/site-choices.ts';
import { siteDefaults, siteSchema, type SiteFile } from '../content/schema/site-schema.ts';
import { toContentIssues } from '../content/schema/zod-issue.ts';
import { limits } from '../content/text/limits.ts';
import { isIssue, readTextFile } from '../content/text/text-file.ts';
import { locateIssues } from '../content/yaml/locate.ts';
import { parseWith } from '../content/yaml/parse-with.ts';
import { toIssue, type Issue } from '../core/issue.ts';
import type { LocalSite, Settings } from '../core/settings.ts';
import type { SiteChoices } from '../core/site-choices.ts';
import { checkLanguage } from '../i18n/dictionary.ts';
import { checkOwnWords } from '../i18n/own-words.ts';
import { readTheme } from '../theme/read-theme.ts';
import { checkNames } from './misspelt.ts';
import { renameKeys } from './renamed-keys.ts';
import { variableNotes, variables, type Environment, type Variables } from './variables.ts';

/** The file of a newsroom's settings, in its content folder. */
export const siteFile = 'site.yaml';

/** The folder of a newsroom's face, in its content folder. */
export const themeFolder = 'theme';

/** The address of a site with no configured address. Nobody owns it. */
export const unknownUrl = 'https://gazetteer.example/';

/**
 * Reads the settings: `site.yaml`, and what the environment overrides. This is the only place where the program reads
 * variables.
 *
 * @param isPreview whether unpublished stories are shown, on a site that is never published
 */
export async function readSettings(env: Environment = process.env, isPreview = false): Promise<Settings> {
  const set = parseVariables(env);
  const contentDir = path.resolve(set.values.CONTENT_DIR ?? 'content');
  const file = await readSiteFile(contentDir);
  const cacheDir = path.resolve(set.values.CACHE_DIR ?? 'node_modules/.cache/gazetteer');
  const theme = await readTheme(contentDir, { fonts: file.values.fonts, cacheDir });
  const site = toSite(file.values, set.values, { contentDir, cacheDir, isPreview, face: theme.face });
  const machine = {
    threads: set.values.BUILD_THREADS ?? availableParallelism(),
    port: set.values.PORT ?? (isPreview ? 4322 : 4321),
  };
  const own = [...set.issues, ...file.issues, ...theme.issues];
  const issues = [
    ...own,
    ...checkContentDir(set.values.CONTENT_DIR ?? 'content', contentDir),
    ...(file.isRead && !own.some(isOfLanguage) ? checkLanguage(site).map((issue) => toOrigin(issue, set.values)) : []),
    ...checkOwnWords(site),
    ...checkNames(env),
  ];
  return { site, machine, issues: await locateIssues(contentDir, issues) };
}

/** Reads the variables that are set. An empty one counts as not set. */
function parseVariables(env: Environment): { readonly values: Variables; readonly issues: readonly Issue[] } {
  const named = [...variableNotes.keys()].map((name) => [name, env[name]] as const);
  const set = Object.fromEntries(named.filter(([name, text]) => text?.trim() && !isNetlifys(name, env)));
  const checked = variables.safeParse(set);
  if (checked.success) return { values: checked.data, issues: [] };
  const issues = checked.error.issues.flatMap((issue) =>
    toContentIssues(issue, { file: '', value: set, schema: variables }),
  );
  const wrong = new Set(issues.map(({ field }) => field?.[0]));
  return {
    values: variables.parse(Object.fromEntries(Object.entries(set).filter(([name]) => !wrong.has(name)))),
    issues,
  };
}

/**
 * Tells a variable of Netlify's from ours: there `SITE_NAME` is Netlify's own name for the site, and cannot be changed.
 *
 * Source: https://docs.netlify.com/configure-builds/environment-variables/
 */
function isNetlifys(name: string, env: Environment): boolean {
  return name === 'SITE_NAME' && env['NETLIFY'] === 'true';
}

/** The settings that a newsroom has written, as far as they are valid. */
interface WrittenSettings {
  readonly values: SiteFile;
  /** False if the file cannot be understood at all. */
  readonly isRead: boolean;
  readonly issues: readonly Issue[];
}

async function readSiteFile(contentDir: string): Promise<WrittenSettings> {
  if (!existsSync(path.join(contentDir, siteFile))) return { values: {}, isRead: true, issues: [] };
  const source = await readTextFile(contentDir, siteFile, limits.dataFileBytes);
  if (isIssue(source)) return { values: {}, isRead: false, issues: [source] };
  const { text, issues: renamed } = renameKeys(source.text, siteFile);
  const { value, known, issues } = parseWith(siteSchema, { file: siteFile, yaml: text, yamlLine: 1 });
  const values = value ?? known;
  return { values: values ?? {}, isRead: values !== undefined, issues: [...renamed, ...issues] };
}

function toSite(
  file: SiteFile,
  env: Variables,
  { contentDir, cacheDir, isPreview, face }: Pick<LocalSite, 'contentDir' | 'cacheDir' | 'isPreview' | 'face'>,
): LocalSite {
  const features = { ...siteDefaults.features, ...file.features };
  const language = env.SITE_LANGUAGE ?? file.language;
  return {
    name: env.SITE_NAME ?? file.name ?? siteDefaults.name,
    motto: env.SITE_MOTTO ?? file.motto ?? siteDefaults.motto,
    description: env.SITE_DESCRIPTION ?? file.description ?? siteDefaults.description,
    url: env.SITE_URL ?? file.address ?? unknownUrl,
    language: language ?? siteDefaults.language,
    locale: env.SITE_LOCALE ?? file.locale ?? language ?? siteDefaults.locale,
    timeZone: env.SITE_TIME_ZONE ?? file.timeZone ?? siteDefaults.timeZone,
    securityContact: env.SITE_SECURITY_CONTACT ?? file.securityContact ?? '',
    pageSize: file.pageSize ?? siteDefaults.pageSize,
    feedSize: file.feedSize ?? siteDefaults.feedSize,
    datelines: file.datelines ?? siteDefaults.datelines,
    partSize: env.INDEX_PART_SIZE ?? file.indexPartSize ?? siteDefaults.indexPartSize,
    hasCards: env.SOCIAL_CARDS ?? features.cards,
    // Pages of a preview must not be stored offline, and no server compresses them.
    hasOffline: (env.SITE_OFFLINE ?? features.offline) && !isPreview,
    hasPackedFiles: (env.SITE_PACKED ?? features.packed) && !isPreview,
    choices: toChoices(file),
    face,
    contentDir,
    cacheDir,
    outDir: isPreview ? toPreviewDir(contentDir, cacheDir) : path.resolve(env.OUT_DIR ?? 'dist'),
    isPreview,
  };
}

/** Selects what a newsroom has chosen, so that a file without these keys is as one that is not there. */
function toChoices(file: SiteFile): SiteChoices {
  return Object.fromEntries(Object.entries(file).filter(([key]) => key in choicesShape));
}

/** Returns the folder of a newsroom's preview, which is in the cache, away from what is published. */
function toPreviewDir(contentDir: string, cacheDir: string): string {
  const key = createHash('sha256').update(contentDir).digest('hex').slice(0, 12);
  return path.join(cacheDir, 'preview', key);
}

function checkContentDir(given: string, contentDir: string): readonly Issue[] {
  if (statSync(contentDir, { throwIfNoEntry: false })?.isDirectory()) return [];
  const message = `\`CONTENT_DIR\`: \`${given}\` is not a folder.`;
  const hint = 'Write the relative or absolute path of the folder that contains `articles/`.';
  return [toIssue({ code: 'invalid-value', message, hint, file: '', field: ['CONTENT_DIR'] })];
}

function isOfLanguage({ field }: Issue): boolean {
  return ['language', 'locale', 'SITE_LANGUAGE', 'SITE_LOCALE'].includes(String(field?.[0]));
}

/** Moves an issue about a key of `site.yaml` to the variable that overrides it, if that is set. */
function toOrigin(issue: Issue, env: Variables): Issue {
  const name = issue.field?.[0] === 'locale' ? 'SITE_LOCALE' : 'SITE_LANGUAGE';
  return env[name] === undefined ? issue : { ...issue, file: '', field: [name] };
}
