import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { listFiles } from '../../src/disk/list-files.ts';
import { runDesk } from '../support/run-desk.ts';
import { toStory, storyFile, writeNewsroom } from '../support/write-newsroom.ts';

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'host-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

/** Lists the files of a newsroom without its cache. */
const listOwnFiles = (folder: string) =>
  listFiles(folder)
    .filter((file) => !file.startsWith('node_modules/'))
    .toSorted();

it('`host` prints a configuration with the old addresses of the newsroom', async () => {
  const contentDir = await writeNewsroom({ [storyFile]: toStory({ aliases: '[/old/flood/]' }) });
  const nginx = await runDesk(['host', 'nginx', '--print', 'nginx.conf', '--root', '/srv/paper/'], contentDir);
  expect(nginx).toMatchObject({ exitCode: 0, stderr: '' });
  expect(nginx.stdout).toContain('"/old/flood/" "/2024/11/flood/";');
  expect(nginx.stdout).toContain('root "/srv/paper";');
  const caddy = await runDesk(['host', 'caddy', '--print', 'Caddyfile'], contentDir);
  expect(caddy.stdout).toContain('"/old/flood/" "/2024/11/flood/"\n');
  expect(caddy.stdout).toContain('root * "/srv/www/gazetteer.example"');
  const wrong = await runDesk(['host', 'caddy', '--print', 'nginx.conf'], contentDir);
  expect(wrong).toEqual({
    exitCode: 1,
    stdout: '',
    stderr: '`--print` is `nginx.conf`, which is not one of Caddyfile, publish.sh.\n',
  });
});

it('`host` writes a workflow for as many machines as are asked for', async () => {
  const contentDir = await writeNewsroom({});
  const args = ['host', 'github-pages', '--shards', '3', '--print', '.github/workflows/publish.yml'];
  const { exitCode, stdout } = await runDesk(args, contentDir);
  expect(exitCode).toBe(0);
  expect(stdout).toContain('shard: [1, 2, 3]\n');
});

it('`host` writes nothing where the content has errors', async () => {
  const contentDir = await writeNewsroom({ [storyFile]: toStory({ topic: 'sports' }) });
  const folder = await makeFolder();
  const { exitCode, stdout, stderr } = await runDesk(['host', 'nginx'], contentDir, folder);
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
  expect(stderr).toContain('unknown-topic');
  expect(listOwnFiles(folder)).toEqual([]);
});

it('`host` writes files once, says what is left to do, and overwrites none', async () => {
  const contentDir = await writeNewsroom({});
  const folder = await makeFolder();
  const run = () => runDesk(['host', 'nginx'], contentDir, folder);
  const first = await run();
  expect(first).toMatchObject({ exitCode: 0, stderr: '' });
  expect(first.stdout).toMatch(/^Created nginx\.conf\nCreated publish\.sh\n\nNext:\n {2}- The address/u);
  expect(listOwnFiles(folder)).toEqual(['nginx.conf', 'publish.sh']);

  expect((await run()).stdout).toMatch(/^Unchanged: 2 of 2 files\.\n\nNext:/u);

  for (const file of listOwnFiles(folder)) await writeFile(path.join(folder, file), 'mine');
  expect(await run()).toEqual({
    exitCode: 1,
    stdout: '',
    stderr: `There is already another file nginx.conf.
There is already another file publish.sh.
Nothing was written. Compare each with ours, or delete it and run this command again:
  npx gazetteer host nginx --print nginx.conf | diff nginx.conf -
`,
  });
  expect(await readFile(path.join(folder, 'nginx.conf'), 'utf8')).toBe('mine');
});
