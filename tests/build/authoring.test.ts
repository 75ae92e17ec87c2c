import { cp, mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { getDictionary } from '../../src/i18n/dictionary.ts';
import { cleanSvg } from '../../src/theme/clean-svg.ts';
import { runDesk } from '../support/run-desk.ts';
import { startAuthoring, type Authoring } from '../support/start-authoring.ts';

const story = '2024/11/everything-at-once';
let folder = '';
let authoring: Authoring;

/** A file of the newsroom. */
const toFile = (name: string) => path.join(folder, 'content', name);

async function edit(name: string, change: (text: string) => string): Promise<void> {
  await writeFile(toFile(name), change(await readFile(toFile(name), 'utf8')));
}

async function readPage(address: string): Promise<string> {
  return (await fetch(authoring.url + address)).text();
}

/**
 * Requests an address until the answer is the wanted one, because the server waits for editors' programs and starts
 * again for some changes.
 */
function waitFor(address: string, wanted: (page: { status: number; text: string }) => void): Promise<void> {
  return vi.waitFor(
    async () => {
      const answer = await fetch(authoring.url + address);
      wanted({ status: answer.status, text: await answer.text() });
    },
    { timeout: 60_000, interval: 250 },
  );
}

const { problems: panel } = getDictionary('en');

describe('the authoring server, when a text has a mistake', () => {
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'authoring-'));
    await cp('tests/fixtures/hard-cases', path.join(folder, 'content'), { recursive: true });
    await edit('topics.yaml', (text) => `${text}\nbroken\n`);
    authoring = await startAuthoring({ CONTENT_DIR: path.join(folder, 'content'), SOCIAL_CARDS: 'off' });
  });
  afterAll(async () => {
    authoring.stop();
    await rm(folder, { recursive: true });
  });

  it('starts with one, and says what it is on a page of its own', async () => {
    await waitFor('', ({ status, text }) => {
      expect(status).toBe(200);
      expect(text).toContain(panel);
      expect(text).toMatch(/content\/topics\.yaml:\d+:\d+/u);
      expect(text).not.toContain('node_modules');
    });
    await edit('topics.yaml', (text) => text.replace('\nbroken\n', ''));
    await waitFor(`${story}/`, ({ status, text }) => {
      expect(status).toBe(200);
      expect(text).not.toContain(panel);
    });
  });

  it.each([
    ['front matter', (text: string) => text.replace('topic: ', 'topic: no-such-')],
    ['front matter without an end', (text: string) => text.replace(/\n---\n/u, '\n')],
    ['the text', (text: string) => `${text}\n\n[no](javascript:alert)\n`],
  ])('keeps the last good page under the report: %s', async (_what, damage) => {
    const file = `articles/${story}.md`;
    const good = await readFile(toFile(file), 'utf8');
    const before = await (await fetch(`${authoring.url}${story}/`)).text();
    const body = /<h1[^]*?<footer/u.exec(before)?.[0] ?? '';
    onTestFinished(() => writeFile(toFile(file), good));
    await writeFile(toFile(file), damage(good));
    await waitFor(`${story}/`, ({ status, text }) => {
      expect(status).toBe(200);
      expect(text).toContain(panel);
      expect(text).toContain(`content/${file}:`);
      expect(text).toContain(body);
    });
    await waitFor('', ({ status }) => expect(status).toBe(200));
    await writeFile(toFile(file), good);
    await waitFor(`${story}/`, ({ text }) => expect(text).not.toContain(panel));
  });

  it('keeps the text of a page that was viewed, though another file has changed since', async () => {
    const file = `articles/${story}.md`;
    const good = await readFile(toFile(file), 'utf8');
    const body = /<h1[^]*?<footer/u.exec(await readPage(`${story}/`))?.[0] ?? '';
    expect(body).toContain('sidebar-toc');
    await edit('pages/about.md', (text) => text.replace(/^title: .*$/mu, 'title: Who we were'));
    await waitFor('about/', ({ text }) => expect(text).toContain('<title>Who we were'));
    await writeFile(toFile(file), `${good}\n\n[no](javascript:alert)\n`);
    await waitFor(`${story}/`, ({ text }) => {
      expect(text).toContain(panel);
      expect(text).toContain(body);
    });
    await writeFile(toFile(file), good);
    await waitFor(`${story}/`, ({ text }) => expect(text).not.toContain(panel));
  });

  it('shows a draft of `gazetteer new` where that says, marked as in a preview', async () => {
    const args = ['--title', 'Rain again', '--topic', 'world', '--regions', 'RO', '--authors', 'desk'];
    const { stdout } = await runDesk(['new', ...args], path.join(folder, 'content'));
    const address = /shows it at http:\/\/localhost:4321\/(\S+)/u.exec(stdout)?.[1] ?? stdout;
    await waitFor(address, ({ status, text }) => {
      expect(status).toBe(200);
      expect(text).toContain('Draft: readers cannot see this story.');
      expect(text).toContain('class="preview-mark"');
      expect(text).toContain('<meta name="robots" content="noindex"');
    });
    await waitFor('2026/01/', ({ text }) => expect(text).toContain('<span class="notice-chip">Draft</span>'));
  });

  it('serves the newsroom’s own files where a build publishes them, and no others', async () => {
    const files = {
      'ads.txt': 'own',
      'docs/index.html': '<p>docs',
      'search/index.html': 'taken',
      'docs/.secret': 'no',
    };
    await mkdir(toFile('public/search'), { recursive: true });
    await mkdir(toFile('public/docs'));
    for (const [name, text] of Object.entries(files)) await writeFile(toFile(`public/${name}`), text);
    await symlink(toFile('topics.yaml'), toFile('public/topics.txt'));
    expect(await readPage('ads.txt?version=2')).toBe('own');
    expect(await readPage('docs/')).toBe('<p>docs');
    expect(await readPage('search/')).toContain('<site-search');
    for (const address of ['docs/.secret', 'topics.txt', 'public/ads.txt', '%2e%2e/topics.yaml'])
      expect((await fetch(authoring.url + address)).status, address).toBe(404);
    await rm(toFile('public'), { recursive: true });
  });

  it('takes up what is changed in site.yaml, and says what is wrong with it', async () => {
    await writeFile(toFile('site.yaml'), 'name: The Morning\n');
    await waitFor('', ({ text }) => expect(text).toContain('<title>The Morning:'));
    await writeFile(toFile('site.yaml'), 'name: The Evening\nlanguge: en\n');
    await waitFor('', ({ text }) => {
      expect(text).toContain('<title>The Morning:');
      expect(text).toContain(panel);
      expect(text).toContain('content/site.yaml:2:1');
    });
    await writeFile(toFile('site.yaml'), 'name: The Evening\n');
    await waitFor('', ({ text }) => {
      expect(text).toContain('<title>The Evening:');
      expect(text).not.toContain(panel);
    });
    // The new server watches the content as the old one did.
    await edit('pages/about.md', (text) => text.replace(/^title: .*$/mu, 'title: Who we are now'));
    await waitFor('about/', ({ text }) => expect(text).toContain('<title>Who we are now'));
  }, 240_000);

  it('serves the program and nothing else of this machine', async () => {
    await writeFile(path.join(folder, 'secret.txt'), 'secret');
    const program = path.resolve('.');
    const files = [
      path.join(folder, 'secret.txt'),
      toFile('topics.yaml'),
      ...['.git/config', 'package.json', '.env', 'node_modules/.cache/gazetteer'].map((file) =>
        path.join(program, file),
      ),
    ];
    for (const file of files) {
      const answer = await fetch(`${authoring.url}@fs${file}?raw`);
      expect([403, 404], file).toContain(answer.status);
    }
    expect((await fetch(`${authoring.url}@fs${program}/src/styles/main.css`)).status).toBe(200);
  });

  it('answers to no name of a stranger', async () => {
    const status = await new Promise((resolve, reject) => {
      request(authoring.url, { headers: { host: 'evil.example' } }, (answer) => resolve(answer.resume().statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(403);
  });
});

describe('the authoring server of a newsroom with a face', () => {
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'authoring-'));
    await cp('tests/fixtures/themed', path.join(folder, 'content'), { recursive: true });
    // Astro takes a component for one of the project's if both are below `/` only.
    await rm(toFile('theme/components'), { recursive: true });
    await rm(toFile('theme/pages'), { recursive: true });
    authoring = await startAuthoring({ CONTENT_DIR: path.join(folder, 'content'), SOCIAL_CARDS: 'off' });
  });
  afterAll(async () => {
    authoring.stop();
    await rm(folder, { recursive: true });
  });

  it('shows its colours, fonts, logos and icon', async () => {
    const page = await readPage('');
    expect(page).toMatch(/--palette-paper:\s*#fffaf3/u);
    expect(page).not.toMatch(/newsreader-(?:text|display|italic)/u);
    const files = [...page.matchAll(/["(]\/(?<file>assets\/(?:text|display|logo|logo-dark)\.[\da-f]{8}\.\w+)/gu)];
    const names = new Set(files.map(({ groups }) => groups?.['file'] ?? ''));
    expect(names.size).toBe(4);
    for (const name of names) expect([name, (await fetch(authoring.url + name)).status]).toEqual([name, 200]);
    const icon = cleanSvg(await readFile(toFile('theme/favicon.svg'), 'utf8'));
    expect(icon).toMatchObject({ svg: await readPage('favicon.svg') });
  });

  it('shows a change of them, and of a face that is made later', async () => {
    await edit('theme/tokens.css', (text) => text.replace('#fffaf3', '#fff0f3'));
    await waitFor('', ({ text }) => expect(text).toMatch(/--palette-paper:\s*#fff0f3/u));
    await rm(toFile('theme/tokens.css'));
    await waitFor('', ({ text }) => expect(text).not.toMatch(/--palette-paper:\s*#fff0f3/u));
    await rename(toFile('theme'), path.join(folder, 'theme'));
    await edit('site.yaml', (text) => text.replace(/^fonts:[^]*/mu, ''));
    await waitFor('', ({ text }) => expect(text).not.toContain('/assets/logo.'));
    await rename(path.join(folder, 'theme'), toFile('theme'));
    await waitFor('', ({ text }) => expect(text).toContain('/assets/logo.'));
    await writeFile(toFile('theme/tokens.css'), ':root { --paper: #fffdf0; }');
    await waitFor('', ({ text }) => expect(text).toMatch(/--palette-paper:\s*#fffdf0/u));
  }, 360_000);
});
