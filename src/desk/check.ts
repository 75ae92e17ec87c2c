import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { checkSite, toLoadedSite } from '../paper/check-site.ts';
import { withStore } from '../press/plan/with-store.ts';
import { readAll } from '../press/plan/prepare.ts';
import { readNowSecondMs } from '../content/clock.ts';
import { formatCounts } from '../core/issue-report.ts';
import { formatCount } from '../core/text.ts';
import { compareIssues, hasErrors, type Issue } from '../core/issue.ts';
import type { Settings } from '../core/settings.ts';
import { readSettings } from '../settings/settings.ts';
import type { Call } from './command.ts';
import { watchFolder } from './watch-folder.ts';
import { formatReport, reportFormats, type ReportFormat } from './report-formats.ts';

/** Checks the newsroom's content and prints every problem. The exit code is 1 if there is an error. */
export async function runCheck(call: Call, settings: Settings): Promise<void> {
  const { contentDir } = settings.site;
  const missing = call.args.find((given) => toContentPath(given, contentDir) === undefined);
  if (missing !== undefined) {
    process.stderr.write(`There is no \`${missing}\` in ${path.relative('', contentDir)}/.\n`);
    process.exitCode = 1;
    return;
  }
  const options = toCheckOptions(call, contentDir);
  if (options.watch && existsSync(contentDir))
    await watchFolder(contentDir, async () => check(options, await readSettings()));
  else await check(options, settings);
}

/** Checks once and prints the issues. The exit code is that of the last check. */
async function check(options: CheckOptions, settings: Settings): Promise<void> {
  const { contentDir } = settings.site;
  if (hasErrors(settings.issues)) {
    process.stdout.write(formatReport(options.format, { stories: 0, issues: settings.issues }, contentDir));
    process.exitCode = 1;
    return;
  }
  if (options.watch) process.stdout.write('Checking …\n');
  const { stories, issues } = await checkNewsroom(settings);
  const shown = issues.filter(({ file }) => isWithin(file, options.paths));
  const report = formatReport(options.format, { stories, issues: shown }, contentDir);
  process.stdout.write(report);
  // Besides the annotations, the workflow's log has room for a summary line.
  if (options.format === 'github')
    process.stderr.write(`${formatCount(stories, 'story', 'stories')} checked: ${formatCounts(shown)}.\n`);
  process.exitCode = hasErrors(shown) || (options.denyWarnings && shown.length > 0) ? 1 : 0;
}

/** The result of a check: the number of stories and every issue. */
export interface Checked {
  readonly stories: number;
  readonly issues: readonly Issue[];
}

/** Reads and checks the whole newsroom the way a build does, with the same caches. */
async function checkNewsroom(settings: Settings): Promise<Checked> {
  const nowMs = readNowSecondMs();
  const { site } = settings;
  return withStore(
    site,
    async (store) => {
      const result = await readAll(settings, store, { hasTexts: true });
      const more = result.isDataWhole ? await checkSite(site, toLoadedSite(site, result, nowMs), store) : [];
      const issues = [...settings.issues, ...result.issues, ...more].sort(compareIssues);
      return { stories: result.newsroom.articles.length + result.unreadable.articles.length, issues };
    },
    'go on',
  );
}

/** The options of a check. */
interface CheckOptions {
  /** Paths relative to the content folder. None means all. */
  readonly paths: readonly string[];
  readonly format: ReportFormat;
  readonly denyWarnings: boolean;
  readonly watch: boolean;
}

function toCheckOptions({ args, options }: Call, contentDir: string): CheckOptions {
  const wanted = options.has('json') ? 'json' : options.get('format')?.[0];
  return {
    paths: args.flatMap((given) => toContentPath(given, contentDir) ?? []),
    format: reportFormats.find((name) => name === wanted) ?? 'text',
    denyWarnings: options.has('deny-warnings'),
    watch: options.has('watch'),
  };
}

/**
 * Returns a path relative to the content folder. The given path starts from the working folder or from the content
 * folder. Undefined if nothing is there.
 */
function toContentPath(given: string, contentDir: string): string | undefined {
  const found = [path.resolve(given), path.resolve(contentDir, given)].find(
    (full) => existsSync(full) && !path.relative(contentDir, full).startsWith('..'),
  );
  return found === undefined ? undefined : path.relative(contentDir, found).split(path.sep).join('/').normalize('NFC');
}

function isWithin(file: string, paths: readonly string[]): boolean {
  return paths.length === 0 || paths.some((at) => at === '' || file === at || file.startsWith(`${at}/`));
}
