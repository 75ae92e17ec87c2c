import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { listFiles } from '../../src/disk/list-files.ts';
import { runDesk } from '../support/run-desk.ts';

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'init-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return path.join(folder, 'valley-post');
}

const init = (folder: string, ...options: readonly string[]) =>
  runDesk(['init', folder, '--no-install', ...options], 'tests/fixtures/empty');

it.each([
  ['without an option', [], 'name: Valley post', 'language: en'],
  ['in Spanish', ['--name', "L'Écho: d'été", '--motto', 'Cerca', '--language', 'es'], `L'Écho: d'été`, 'language: es'],
  ['in Arabic', ['--name', 'البريد', '--language', 'ar', '--time-zone', 'Asia/Beirut'], 'name: البريد', 'language: ar'],
] as const)('makes a newsroom %s that passes its check', async (_how, options, ...settings) => {
  const folder = await makeFolder();
  const { exitCode, stdout, stderr } = await init(folder, ...options);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout).toContain('npm install\n  npm start ');
  const site = await readFile(path.join(folder, 'content/site.yaml'), 'utf8');
  for (const setting of settings) expect(site).toContain(setting);
  const check = await runDesk(['check', '--deny-warnings'], path.join(folder, 'content'));
  expect({ exitCode: check.exitCode, text: check.stdout + check.stderr }).toEqual({
    exitCode: 0,
    text: '3 stories checked: no problems.\n',
  });
});

it('leaves nothing behind when a file cannot be written', async () => {
  const folder = await makeFolder();
  await mkdir(folder);
  await writeFile(path.join(folder, 'content'), 'a file where a folder is needed');
  const { exitCode, stderr } = await init(folder);
  expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: expect.stringContaining('not a folder') });
  expect(listFiles(folder)).toEqual(['content']);
});

it('brings what editors, git, npm and the host need, and nothing else', async () => {
  const folder = await makeFolder();
  const { stdout } = await init(folder, '--host', 'github-pages');
  expect(stdout).toContain('npx gazetteer host github-pages   # says what is left to do there\n');
  const files = listFiles(folder).filter((file) => !/^(?:content|\.vscode\/schemas)\//u.test(file));
  expect(files.toSorted()).toEqual([
    '.github/workflows/publish.yml',
    '.github/workflows/pull-request.yml',
    '.gitignore',
    '.npmrc',
    '.vscode/settings.json',
    '.vscode/tasks.json',
    'package.json',
  ]);
  expect(await readFile(path.join(folder, '.vscode/tasks.json'), 'utf8')).toContain('"npx gazetteer check --watch"');
  const { name, dependencies } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  expect({ name, dependencies }).toEqual({
    name: 'valley-post',
    dependencies: { gazetteer: `file:${path.resolve('.')}` },
  });
});

it('writes the files of a server as `host` does, which then says what is left to do', async () => {
  const folder = await makeFolder();
  await init(folder, '--host', 'nginx', '--language', 'es', '--address', 'https://diario.example.net/');
  expect(await readFile(path.join(folder, 'nginx.conf'), 'utf8')).toContain('"/regions/holland/"');
  const { stdout, stderr } = await runDesk(['host', 'nginx'], path.join(folder, 'content'), folder);
  expect({ stdout, stderr }).toEqual({
    stdout: expect.stringMatching(/^Unchanged: 2 of 2 files\.\n\nNext:\n/u),
    stderr: '',
  });
});

it('takes the tarball of the program into the newsroom', async () => {
  const folder = await makeFolder();
  const tarball = path.join(path.dirname(folder), 'gazetteer-9.9.9.tgz');
  expect((await init(folder, '--program', tarball)).stderr).toContain(
    `--program: ${tarball} does not exist.\nNothing was written.`,
  );
  await writeFile(tarball, 'packed');
  await init(folder, '--program', tarball);
  expect(await readFile(path.join(folder, 'gazetteer-9.9.9.tgz'), 'utf8')).toBe('packed');
  expect(await readFile(path.join(folder, 'package.json'), 'utf8')).toContain(
    '"gazetteer": "file:gazetteer-9.9.9.tgz"',
  );
});

it('makes no newsroom where the program could not run', async () => {
  const folder = `${await makeFolder()} #1`;
  const { exitCode, stderr } = await init(folder);
  expect({ exitCode, stderr }).toEqual({
    exitCode: 1,
    stderr: `Gazetteer cannot run in \`${folder}\`: its tools do not work in a folder with \`#\` in its path. Move or rename the folder; avoid # ? % " *.\nNothing was written.\n`,
  });
  expect(listFiles(path.dirname(folder))).toEqual([]);
  const spaced = path.join(path.dirname(folder), 'mein Blättchen');
  expect((await init(spaced)).stdout).toContain(`  cd "${spaced}"\n`);
});

it('names every file that is in the way, and writes none', async () => {
  const folder = await makeFolder();
  await init(folder, '--name', 'First');
  const before = listFiles(folder);
  await rm(path.join(folder, 'content/topics.yaml'));
  const { exitCode, stderr } = await init(folder, '--name', 'Second');
  expect(exitCode).toBe(1);
  expect(stderr.split('\n').filter((line) => line.startsWith('There is already a file '))).toHaveLength(
    before.length - 1,
  );
  expect(stderr).toMatch(/Nothing was written\.\n$/u);
  expect(listFiles(folder)).toHaveLength(before.length - 1);
  expect(await readFile(path.join(folder, 'content/site.yaml'), 'utf8')).toContain('name: First');
});

it('names every wrong answer at once, and writes nothing', async () => {
  const folder = await makeFolder();
  const options = ['--language', 'de', '--time-zone', 'Mars', '--host', 'moon', '--address', 'here'];
  const { exitCode, stdout, stderr } = await init(folder, ...options);
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
  for (const part of ['`address`: `here`', '`timeZone`: `Mars`', 'not translated to `de`', '`moon` is not one of'])
    expect(stderr).toContain(part);
});
