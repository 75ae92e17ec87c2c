import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as netlifyCache from '../../../src/hosts/ci/netlify-cache/index.js';
import { parseRequest } from '../../../src/desk/parse-call.ts';
import { hostNames, type HostName } from '../../../src/hosts/host-names.ts';
import { renderHostFiles } from '../../../src/hosts/newsroom-host.ts';

const moves = new Map([['/old/flood/', '/2024/11/flood/']]);
const plan = (host: HostName, url = 'https://news.example.org/') => renderHostFiles(host, { url, moves });

const listToDo = (host: HostName, url?: string) => plan(host, url).steps.join('\n');

/** Returns the text of a file that a host gets. */
function getText(host: HostName, file: string, url?: string): string {
  const found = plan(host, url).files.find(({ path: name }) => name === file);
  if (!found) throw new Error(`${host} has no ${file}.`);
  return found.text;
}

const folder = mkdtempSync(path.join(tmpdir(), 'host-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string>>;
}

interface Workflow {
  readonly on: { readonly schedule?: readonly { readonly cron: string }[] };
  readonly concurrency?: unknown;
  readonly permissions: object;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly needs?: string;
  readonly if?: string;
  readonly concurrency?: string;
  readonly strategy?: { readonly matrix: object };
  readonly env?: object;
  readonly permissions?: object;
  readonly steps: readonly Step[];
}

const publishFile = '.github/workflows/publish.yml';
const requestFile = '.github/workflows/pull-request.yml';
const readWorkflow = (host: HostName, file: string): Workflow => parse(getText(host, file));
const getSteps = (workflow: Workflow, job: string) => workflow.jobs[job]?.steps ?? [];

const listRuns = (job?: Job) => job?.steps.flatMap(({ run = [] }) => run) ?? [];

describe.each(hostNames)('the files of %s', (host) => {
  it('lie in the newsroom’s folder, each once, and end with a line break', () => {
    const paths = plan(host).files.map((file) => file.path);
    expect(new Set(paths).size).toBe(paths.length);
    for (const { path: file, text } of plan(host).files) {
      expect(file).toMatch(/^(?!\/)(?!.*\.\.)/u);
      expect(text, file).toMatch(/[^\n]\n$/u);
    }
  });

  it('call our commands as they are', () => {
    const texts = [...plan(host).files.map(({ text }) => text), ...plan(host).steps];
    const calls = texts.flatMap((text) => [...text.matchAll(/npx gazetteer ([^`\n>&|"';]+)/gu)]);
    for (const [call, args = ''] of calls)
      expect(parseRequest(args.trim().split(/\s+/u)), call).toMatchObject({ kind: 'run' });
  });

  it('come with sentences', () => {
    for (const sentence of [...plan(host).steps, ...plan(host).limits]) expect(sentence).toMatch(/^[A-Z`].*[.`]$/su);
    expect(plan(host).steps).not.toEqual([]);
  });

  it('say first that the address is missing where it is', () => {
    expect(plan(host, 'https://gazetteer.example/').steps[0]).toContain('write `address` into content/site.yaml');
    expect(plan(host).steps.join()).not.toContain('write `address`');
  });
});

describe.each(['github-pages', 's3'] as const)('the workflow that publishes on %s from shards', (host) => {
  const { files } = renderHostFiles(host, { url: 'https://news.example.org/', moves }, { shards: 3 });
  const workflow: Workflow = parse(files.find((file) => file.path === publishFile)?.text ?? '');
  const { due, instant, shard, build, deploy } = workflow.jobs;

  it('builds each part at the same instant, and publishes once all are merged', () => {
    expect([due?.needs, instant?.needs, shard?.needs, build?.needs, deploy?.needs]).toEqual([
      undefined,
      'due',
      'instant',
      'shard',
      'build',
    ]);
    expect(instant?.if).toBe("needs.due.outputs.build == 'true'");
    expect(shard?.env).toEqual({ SOURCE_DATE_EPOCH: '${{ needs.instant.outputs.epoch }}' });
    expect(deploy).toEqual(readWorkflow(host, publishFile).jobs['deploy']);
  });

  it('calls the commands for as many parts as there are, one of each part at a time', () => {
    expect(shard?.strategy?.matrix).toEqual({ shard: [1, 2, 3] });
    expect(shard?.concurrency).toBe('shard-${{ matrix.shard }}');
    const command = 'npx gazetteer build --shard ${{ matrix.shard }}/${{ strategy.job-total }} --due due';
    expect(listRuns(shard)).toEqual(['npm ci', command, 'tar -cf shard.tar dist.shards due']);
    expect(listRuns(build).slice(1, 3)).toEqual([
      'for part in parts/*/shard.tar; do tar -xf "$part"; done',
      'npx gazetteer merge\necho "due=$(cat due)" >> "$GITHUB_OUTPUT"\n',
    ]);
  });
});

describe.each(['github-pages', 's3'] as const)('the workflow that publishes on %s', (host) => {
  const workflow = readWorkflow(host, publishFile);

  it('restores the cache after `npm ci`, which would remove it, and before the build', () => {
    const steps = getSteps(workflow, 'build');
    const order = [
      steps.findIndex(({ run }) => run === 'npm ci'),
      steps.findIndex(({ uses }) => uses?.startsWith('actions/cache@')),
      steps.findIndex(({ run }) => run?.startsWith('npx gazetteer build --due due\n')),
    ];
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(steps[order[1] ?? 0]?.with?.['path']?.trim().split('\n')).toEqual(['node_modules/.cache/gazetteer', 'dist']);
  });

  it('saves each run under a key of its own, and restores the newest of the branch, at best of the same program', () => {
    const { key = '', 'restore-keys': keys = '' } =
      getSteps(workflow, 'build').find(({ uses }) => uses?.startsWith('actions/cache@'))?.with ?? {};
    expect(key).toMatch(/-\$\{\{ github\.sha \}\}-\$\{\{ github\.run_id \}\}$/u);
    const prefixes = keys.trim().split('\n');
    expect(prefixes).toHaveLength(3);
    for (const prefix of prefixes) expect(key.startsWith(prefix)).toBe(true);
    expect(prefixes).toEqual(prefixes.toSorted((a, b) => b.length - a.length));
    expect(prefixes[0]).toContain("hashFiles('package-lock.json', 'content/theme/**')");
  });

  it('queues builds, but not the questions of its clock, which would push waiting builds out of the queue', () => {
    const { due, build, deploy } = workflow.jobs;
    expect([workflow.concurrency, due?.concurrency]).toEqual([undefined, undefined]);
    expect([build?.concurrency, deploy?.concurrency]).toEqual(['build', 'deploy']);
    expect([build?.needs, build?.if, deploy?.needs]).toEqual(['due', "needs.due.outputs.build == 'true'", 'build']);
    expect(workflow.on.schedule).toHaveLength(1);
  });

  it('remembers when the next story is due after it has published, where its clock looks for it', () => {
    const steps = getSteps(workflow, 'deploy');
    const save = steps.findIndex(({ uses }) => uses?.startsWith('actions/cache/save@'));
    const deployed = steps.findIndex(
      ({ uses, run }) => uses?.startsWith('actions/deploy-pages@') || run?.includes('sh publish-s3.sh'),
    );
    expect(deployed).toBeGreaterThanOrEqual(0);
    expect(save).toBeGreaterThan(deployed);
    const restore = getSteps(workflow, 'due')[0]?.with;
    expect(steps[save]?.with?.['path']).toBe(restore?.['path']);
    expect(steps[save]?.with?.['key']?.startsWith(restore?.['restore-keys'] ?? 'none')).toBe(true);
  });

  it('names every action by its commit', () => {
    for (const file of [publishFile, requestFile]) {
      const used = [...getText(host, file).matchAll(/uses: (\S+)/gu)].map(([, name = '']) => name);
      expect(used.length).toBeGreaterThan(3);
      for (const name of used) expect(name).toMatch(/^[\w/-]+@[\da-f]{40}$/u);
    }
  });
});

describe('the clock of the workflow', () => {
  const script = getSteps(readWorkflow('github-pages', publishFile), 'due').find(({ id }) => id === 'due')?.run ?? '';
  const dueFile = path.join(folder, 'due');
  const output = path.join(folder, 'output');

  /** Runs the question as GitHub does, after the last build has said when the next is due. */
  function ask(event: string, due?: string, ageDays = 0): string {
    rmSync(dueFile, { force: true });
    rmSync(output, { force: true });
    if (due !== undefined) writeFileSync(dueFile, due);
    const then = Date.now() / 1000 - ageDays * 86_400;
    if (due !== undefined) utimesSync(dueFile, then, then);
    const env = { ...process.env, GITHUB_EVENT_NAME: event, GITHUB_OUTPUT: output };
    execFileSync('bash', ['-e', '-c', script], { cwd: folder, env });
    return readFileSync(output, 'utf8');
  }

  it.each([
    ['schedule', '2001-01-01T00:00:00Z', 0, true],
    ['schedule', '2999-01-01T00:00:00Z', 0, false],
    ['schedule', '', 0, false],
    ['schedule', '', 20, true],
    ['schedule', undefined, 0, true],
    ['push', undefined, 0, true],
    ['push', '2999-01-01T00:00:00Z', 0, true],
    ['workflow_dispatch', '', 0, true],
  ])('on %s with `%s`, %i days old: %s', (event, due, ageDays, isBuilt) => {
    expect(ask(event, due, ageDays)).toBe(`build=${isBuilt}\n`);
  });
});

describe('the artifact of the workflow', () => {
  it('has hidden files, which browsers and certificates ask for, but not those of the build', () => {
    const home = mkdtempSync(path.join(folder, 'artifact-'));
    execFileSync(
      'sh',
      ['-c', 'mkdir -p dist/.well-known && touch dist/index.html dist/.well-known/security.txt dist/.gazetteer-site'],
      { cwd: home },
    );
    const pack = getSteps(readWorkflow('github-pages', publishFile), 'build').find(({ run }) => run?.startsWith('tar'));
    execFileSync('sh', ['-c', pack?.run ?? ''], { cwd: home });
    const listed = execFileSync('tar', ['-tf', 'artifact.tar'], { cwd: home }).toString().trim().split('\n');
    expect(listed.toSorted()).toEqual(['./', './.well-known/', './.well-known/security.txt', './index.html']);
  });
});

describe('the workflow of pull requests', () => {
  const workflow = readWorkflow('github-pages', requestFile);
  const steps = getSteps(workflow, 'check');
  const comment = steps.find(({ run }) => run?.includes('gh pr comment'));

  it('may comment and nothing else', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(workflow.jobs['check']?.permissions).toEqual({ contents: 'read', 'pull-requests': 'write' });
    expect(comment?.if).toBe('github.event.pull_request.head.repo.full_name == github.repository');
  });

  it('puts nothing that an author writes into a script', () => {
    for (const { run = '' } of steps) expect(run).not.toContain('${{');
  });

  it('comments the report as plain text, with the preview if there is one', () => {
    const home = mkdtempSync(path.join(folder, 'comment-'));
    writeFileSync(path.join(home, 'report.txt'), 'flood.md:7:11  error\n```\n@everyone\n');
    writeFileSync(path.join(home, 'gh'), '#!/bin/sh\necho "$@" > arguments\n', { mode: 0o755 });
    const write = (preview: string) => {
      const env = {
        ...process.env,
        PATH: `${home}:${process.env['PATH']}`,
        NUMBER: '7',
        GITHUB_REPOSITORY: 'a/b',
        PREVIEW: preview,
      };
      execFileSync('bash', ['-e', '-c', comment?.run ?? ''], { cwd: home, env });
      return readFileSync(path.join(home, 'comment.md'), 'utf8');
    };
    expect(write('')).toBe('Report of `npx gazetteer check`:\n\n    flood.md:7:11  error\n    ```\n    @everyone\n');
    expect(write('https://github.com/a/b/1')).toContain('\n\n[Preview](https://github.com/a/b/1), with drafts.');
    expect(readFileSync(path.join(home, 'arguments'), 'utf8')).toBe(
      'pr comment 7 --repo a/b --edit-last --create-if-none --body-file comment.md\n',
    );
  });

  it('fails after the comment if the check has', () => {
    expect(steps.find(({ id }) => id === 'check')).toMatchObject({ 'continue-on-error': true });
    expect(steps.at(-1)).toEqual({ if: "steps.check.outcome == 'failure'", run: 'exit 1' });
  });
});

describe('GitHub Pages', () => {
  it.each([
    ['https://news.example.org/', 'news.example.org\n'],
    ['https://paper.github.io/news/', undefined],
    ['https://gazetteer.example/', undefined],
  ])('at %s has the CNAME %j', (url, name) => {
    expect(plan('github-pages', url).files.find((file) => file.path === 'content/public/CNAME')?.text).toBe(name);
  });
});

describe('GitLab Pages', () => {
  const { '.newsroom': shared, pages, check } = parse(getText('gitlab', '.gitlab-ci.yml'));

  it('keeps the cache outside of node_modules, which `npm ci` empties after it was restored', () => {
    expect(shared.variables.CACHE_DIR).toBe('$CI_PROJECT_DIR/.cache/gazetteer');
    expect(shared.cache.at(-1).paths).toEqual(['.cache/gazetteer', 'dist']);
    expect(shared.variables.SITE_PACKED).toBe('on');
  });

  it('publishes the main branch, and checks merge requests', () => {
    expect(pages).toMatchObject({ extends: '.newsroom', pages: { publish: 'dist' }, artifacts: { paths: ['dist'] } });
    expect(pages.rules).toEqual([{ if: '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH' }]);
    expect(check.rules).toEqual([{ if: '$CI_PIPELINE_SOURCE == "merge_request_event"' }]);
    expect(check.script).toContain('npx gazetteer check');
  });
});

describe('Netlify and Cloudflare', () => {
  it('publish `dist` at the top of a domain', () => {
    const text = getText('netlify', 'netlify.toml');
    expect(text).toContain('\n  command = "npx gazetteer build"\n  publish = "dist"\n');
    expect(text).toContain('\n  OUT_DIR = "dist"\n');
    expect(getText('cloudflare', 'wrangler.toml')).toContain(
      '\ndirectory = "./dist"\nnot_found_handling = "404-page"\n',
    );
  });

  it('build below a base path into a folder of that name, with what the host reads above it', () => {
    const url = 'https://example.org/a/news/';
    const text = getText('netlify', 'netlify.toml', url);
    const files = ['404.html', '_headers', '_redirects'];
    const command = `npx gazetteer build && cp ${files.map((file) => `site/a/news/${file}`).join(' ')} site/`;
    expect(text).toContain(`\n  command = "${command}"\n  publish = "site"\n`);
    expect(text).toContain('\n  OUT_DIR = "site/a/news"\n');
    expect(getText('cloudflare', 'wrangler.toml', url)).toContain('\ndirectory = "./site"\n');
    expect(plan('cloudflare', url).steps.join('\n')).toContain(`Build command: \`npm install && ${command}\``);
    expect(plan('cloudflare', url).steps.join('\n')).toContain('`OUT_DIR=site/a/news`');
  });

  it('give a Worker a name that Cloudflare accepts', () => {
    expect(getText('cloudflare', 'wrangler.toml')).toContain('\nname = "news-example-org"\n');
    const long = getText('cloudflare', 'wrangler.toml', `https://${'a'.repeat(60)}.example.org/`);
    expect(/^name = "([a-z\d-]{1,54})"$/mu.test(long)).toBe(true);
  });

  it('Netlify has the cache restored before a build and saved after it, by a plug-in of the package', () => {
    const text = getText('netlify', 'netlify.toml');
    const plugin = /^ {2}package = "\/node_modules\/gazetteer\/src\/(?<folder>[^"]+)"$/mu.exec(text)?.groups?.[
      'folder'
    ];
    for (const file of ['index.js', 'manifest.yml'])
      expect(existsSync(path.join('src', plugin ?? '', file))).toBe(true);
    const calls: string[] = [];
    const cache = {
      restore: (folders: readonly string[]) => calls.push(`restore ${folders.join()}`),
      save: (folders: readonly string[]) => calls.push(`save ${folders.join()}`),
    };
    const build = { utils: { cache }, netlifyConfig: { build: { publish: '/dist', environment: { CACHE_DIR: 'x' } } } };
    netlifyCache.onPreBuild(build);
    netlifyCache.onPostBuild(build);
    expect(calls).toEqual(['restore x,/dist', 'save x,/dist']);
  });
});

describe('the steps for a server of one’s own', () => {
  it('make the folder, publish, and get a certificate before nginx asks for it', () => {
    const steps = listToDo('nginx', 'https://news.example.org/news/');
    const order = [
      `sudo install -d -o "$USER" '/srv/www'`,
      'sh publish.sh',
      'sudo certbot certonly --nginx',
      'sudo cp nginx.conf /etc/nginx/conf.d/news.example.org.conf',
      'publish.sh due',
    ].map((part) => steps.indexOf(part));
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it('have no certificate where the site is not encrypted, or Caddy gets one', () => {
    expect(listToDo('nginx', 'http://intranet:8080/')).not.toContain('certificate');
    expect(listToDo('caddy')).not.toContain('certificate');
  });
});
