import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { readNowSecondMs } from '../content/clock.ts';
import { hasErrors } from '../core/issue.ts';
import type { Settings } from '../core/settings.ts';
import { writeWithFolders } from '../disk/write-with-folders.ts';
import type { HostFile, HostPlan } from '../hosts/kinds/host-plan.ts';
import { isHostName, renderHostFiles } from '../hosts/newsroom-host.ts';
import type { PublishedSite } from '../hosts/published-site.ts';
import { toLoadedSite } from '../paper/check-site.ts';
import { toPublishedSite } from '../paper/kinds/host-texts.ts';
import { readAll } from '../press/plan/prepare.ts';
import { withStore } from '../press/plan/with-store.ts';
import type { Call } from './command.ts';
import { formatReport } from './report-formats.ts';

/**
 * Writes the files that a host needs into the newsroom's folder, or prints one of them. Never overwrites a file. The
 * exit code is 1 if the content has errors, because its old addresses may be wrong.
 */
export async function runHost({ args: [host = ''], options }: Call, settings: Settings): Promise<void> {
  if (!isHostName(host)) throw new Error('The command line names no host.');
  const site = await readSite(settings);
  if (!site) return;
  const [root] = options.get('root') ?? [];
  const [shards] = options.get('shards') ?? [];
  const plan = renderHostFiles(host, site, {
    ...(root !== undefined && { root: root.replace(/\/+$/u, '') }),
    isProxied: options.has('proxied'),
    ...(shards !== undefined && { shards: Number(shards) }),
  });
  const [shown] = options.get('print') ?? [];
  if (shown === undefined) writeFiles(host, plan);
  else printFile(plan.files, shown);
}

/** Reads what a host must know about the newsroom. Reports errors of the content. */
async function readSite(settings: Settings): Promise<PublishedSite | undefined> {
  const { site } = settings;
  return withStore(
    site,
    async (store) => {
      const read = await readAll(settings, store, { hasTexts: false });
      if (!hasErrors(read.issues)) return toPublishedSite(toLoadedSite(site, read, readNowSecondMs()).context);
      const stories = read.newsroom.articles.length + read.unreadable.articles.length;
      fail(formatReport('text', { stories, issues: read.issues }, site.contentDir));
      return undefined;
    },
    'go on',
  );
}

function printFile(files: readonly HostFile[], name: string): void {
  const found = files.find((file) => file.path === name);
  if (found) process.stdout.write(found.text);
  else fail(`\`--print\` is \`${name}\`, which is not one of ${files.map((file) => file.path).join(', ')}.\n`);
}

function writeFiles(host: string, { files, steps, limits }: HostPlan): void {
  const added = files.filter(({ path: file }) => !existsSync(file));
  const clashes = files.filter((file) => !added.includes(file) && readFileSync(file.path, 'utf8') !== file.text);
  if (clashes.length > 0) return fail(explainClashes(host, clashes));
  for (const { path: file, text } of added) writeWithFolders(path.resolve(file), text);
  const kept = files.length - added.length;
  const created = added.map((file) => `Created ${file.path}\n`).join('');
  process.stdout.write(
    `${created}${kept > 0 ? `Unchanged: ${kept} of ${files.length} files.\n` : ''}${toList('Next:', steps)}${toList('What this host cannot do:', limits)}`,
  );
}

function explainClashes(host: string, clashes: readonly HostFile[]): string {
  const lines = clashes.map(({ path: file }) => `There is already another file ${file}.\n`);
  const [first] = clashes;
  return `${lines.join('')}Nothing was written. Compare each with ours, or delete it and run this command again:
  npx gazetteer host ${host} --print ${first?.path} | diff ${first?.path} -\n`;
}

function toList(title: string, sentences: readonly string[]): string {
  return sentences.length === 0 ? '' : `\n${title}\n${sentences.map((sentence) => `  - ${sentence}\n`).join('')}`;
}

function fail(message: string): void {
  process.stderr.write(message);
  process.exitCode = 1;
}
