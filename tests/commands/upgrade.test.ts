import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { changedProps } from '../../src/theme/changed-props.ts';
import { listPartProps, listUntold, toPropsFile, type PartProps } from '../support/part-props.ts';
import { runDesk } from '../support/run-desk.ts';

const home = mkdtempSync(path.join(tmpdir(), 'upgrade-'));
afterAll(() => rmSync(home, { recursive: true }));

/** Replaces a text that must be there. */
function edit(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}

/** Makes the next version of this program: a setting and a prop have other names. */
function makeNextProgram(): string {
  const program = path.join(home, 'next');
  for (const part of ['src', 'public', 'content/README.md', 'astro.config.mjs', 'tsconfig.json', 'package-lock.json'])
    cpSync(part, path.join(program, part), { recursive: true });
  symlinkSync(path.resolve('node_modules'), path.join(program, 'node_modules'));
  mkdirSync(path.join(program, '.github'));
  writeFileSync(
    path.join(program, '.github/CHANGELOG.md'),
    '# Changelog\n\n## 0.2.0\n\n- `motto` and `date` have new names.\n\n## 0.1.0\n\n- The first.\n',
  );
  cpSync('package.json', path.join(program, 'package.json'));
  edit(path.join(program, 'package.json'), '"version": "0.1.0"', '"version": "0.2.0"');
  const list = 'readonly RenamedKey[] = [';
  edit(
    path.join(program, 'src/settings/renamed-keys.ts'),
    list,
    `${list}{ from: 'tagline', to: 'motto', since: '0.2.0' }`,
  );
  const props = 'readonly ChangedProp[] = [';
  const prop = `{ part: 'Masthead.astro', from: 'edition', to: 'date', since: '0.2.0' }`;
  edit(path.join(program, 'src/theme/changed-props.ts'), props, `${props}${prop}`);
  edit(path.join(program, 'src/layouts/Page.astro'), 'isFront={isFront} edition={edition}', 'isFront date={edition}');
  return program;
}

const masthead = `---
const { view, edition } = Astro.props;
---

<header><p class="edition-strip">Day: {edition?.text ?? 'unknown'}</p></header>
`;

/** Makes a newsroom of the previous version, whose key and part have old names. */
function makeNewsroom(): string {
  const newsroom = path.join(home, 'paper');
  cpSync('tests/fixtures/newsroom-0.1.0', newsroom, { recursive: true });
  edit(
    path.join(newsroom, 'content/site.yaml'),
    'language: en\n',
    '# Below the name:\ntagline: Near you\nlanguage: en\n',
  );
  mkdirSync(path.join(newsroom, 'content/theme/components'), { recursive: true });
  writeFileSync(path.join(newsroom, 'content/theme/components/Masthead.astro'), masthead);
  mkdirSync(path.join(newsroom, 'node_modules/gazetteer'), { recursive: true });
  cpSync('package.json', path.join(newsroom, 'node_modules/gazetteer/package.json'));
  return newsroom;
}

const said = {
  key:
    'content/site.yaml:5:1  warning  renamed-key\n' +
    '  The key `tagline` is called `motto` since version 0.2.0. Its old name works until the next major version.\n' +
    '  Write `motto: Near you`, or run `npx gazetteer upgrade`.\n',
  prop:
    'content/theme/components/Masthead.astro:2:15  warning  changed-prop\n' +
    '  The prop `edition` is called `date` since version 0.2.0, and has no value under its old name.\n' +
    '  Write `date`; gazetteer/components/parts.ts says what a part is handed.\n',
};

it(
  'an update over a renamed key and a changed part: what is said, and what is done',
  { timeout: 180_000 },
  async () => {
    const program = makeNextProgram();
    const newsroom = makeNewsroom();
    const content = path.join(newsroom, 'content');
    const run = (...args: readonly string[]) => runDesk(args, content, newsroom, program);
    const readFront = () => readFileSync(path.join(newsroom, 'dist/index.html'), 'utf8');
    const before = readFileSync(path.join(content, 'site.yaml'), 'utf8');

    const built = await run('build');
    expect(built).toMatchObject({ exitCode: 0, stderr: expect.stringContaining(`${said.key}\n${said.prop}`) });
    expect(readFront()).toContain('Day: unknown');
    expect(readFileSync(path.join(newsroom, 'dist/manifest.webmanifest'), 'utf8')).toContain('Near you');

    expect(await run('upgrade', '--check')).toEqual({
      exitCode: 1,
      stdout:
        'This is version 0.2.0; the newsroom has 0.1.0.\n\n## 0.2.0\n\n- `motto` and `date` have new names.\n\n' +
        `${said.key}\n${said.prop}`,
      stderr: '',
    });
    expect(readFileSync(path.join(content, 'site.yaml'), 'utf8')).toBe(before);

    expect(await run('upgrade')).toEqual({
      exitCode: 0,
      stdout: `${said.key}\nWritten: the new names, into site.yaml.\n\nLeft to you:\n\n${said.prop}`,
      stderr: '',
    });
    expect(readFileSync(path.join(content, 'site.yaml'), 'utf8')).toBe(before.replace('tagline:', 'motto:'));

    edit(path.join(content, 'theme/components/Masthead.astro'), 'view, edition }', 'view, date: edition }');
    expect(await run('build')).toMatchObject({ exitCode: 0, stderr: '' });
    expect(readFront()).toMatch(/Day: (?!unknown)/u);
    expect(await run('upgrade', '--check')).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/Nothing has to change\.\n$/u),
    });
  },
);

it('knows every prop of an earlier version that parts are handed no more', () => {
  const now = listPartProps();
  const folder = path.dirname(toPropsFile(''));
  const { version }: { version: string } = JSON.parse(readFileSync('package.json', 'utf8'));
  // `node src/desk/launch.mjs tests/tools/keep-props.ts` keeps those of this version.
  expect(readdirSync(folder)).toContain(`${version}.json`);
  for (const file of readdirSync(folder)) {
    const earlier: PartProps = JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
    expect(Object.keys(earlier)).toEqual(Object.keys(now));
    expect(listUntold(earlier, now, changedProps), file).toEqual([]);
  }
  const later = {
    ...now,
    'Footer.astro': now['Footer.astro']?.filter((prop) => !/^view\.(?:home$|search(?:$|\.))/u.test(prop)),
  };
  const told = [{ part: 'Footer.astro', from: 'view.search', since: '0.2.0' }];
  expect(listUntold(now, later as PartProps, told)).toEqual(['Footer.astro: view.home']);
});
