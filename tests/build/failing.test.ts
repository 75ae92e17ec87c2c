import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { getStagingDir } from '../../src/press/output/publish.ts';
import { buildSite } from '../support/sites.ts';
import { makeStory } from '../support/make-story.ts';

const story = (body: string, more = '') => makeStory({ body, more });

describe('a build of content with mistakes', () => {
  let folder = '';
  let contentDir = '';
  let outDir = '';

  beforeAll(async () => {
    folder = await mkdtemp(path.resolve('node_modules/.cache/tests/failing-'));
    contentDir = path.join(folder, 'content');
    outDir = path.join(folder, 'dist');
    await cp('tests/fixtures/empty', contentDir, { recursive: true });
    await write('articles/2024/11/good.md', story('All is well.'));
    const { exitCode, output } = await buildSite({ contentDir, outDir });
    if (exitCode !== 0) throw new Error(output);
  });

  // One story is valid; the others are removed after their test.
  afterEach(async () => {
    await rm(path.join(contentDir, 'articles'), { recursive: true });
    await write('articles/2024/11/good.md', story('All is well.'));
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function write(file: string, text: string): Promise<void> {
    const full = path.join(contentDir, file);
    await mkdir(path.dirname(full), { recursive: true });
    await writeFile(full, text);
  }

  it('names every mistake of every file, exits with 1 and leaves the last site alone', async () => {
    const before = await readFile(path.join(outDir, 'index.html'), 'utf8');
    await write('articles/2024/11/first.md', story('Text.', 'colour: red\n'));
    await write('articles/2024/11/second.md', story('Text with <b>HTML</b> and [a link](javascript:alert(1)).'));

    const { exitCode, output } = await buildSite({ contentDir, outDir });

    expect(exitCode).toBe(1);
    expect(output).toMatch(/first\.md:8:1 {2}error {2}unknown-key\n {2}There is no key `colour`/u);
    expect(output).toMatch(/second\.md:10:11 {2}error {2}raw-html/u);
    expect(output).toMatch(/second\.md:10:\d+ {2}error {2}unsafe-link/u);
    expect(output).toContain('The existing site is unchanged.');
    expect(output).not.toMatch(/\n\s+at /u);
    expect(await readFile(path.join(outDir, 'index.html'), 'utf8')).toBe(before);
    expect(existsSync(path.join(outDir, '2024/11/good/index.html'))).toBe(true);
    expect(existsSync(getStagingDir(outDir))).toBe(false);
  });

  it('fails for a site whose language has no words, before it reads a story', async () => {
    const settings = { SITE_LANGUAGE: 'fr', SITE_LOCALE: 'fr-FR' };

    const { exitCode, output } = await buildSite({ contentDir, outDir, settings });

    expect(exitCode).toBe(1);
    expect(output).toMatch(
      /^SITE_LANGUAGE {2}error {2}missing-dictionary\n {2}The interface has not been translated into `fr`\./mu,
    );
    expect(existsSync(path.join(outDir, '2024/11/good/index.html'))).toBe(true);
  });

  it('fails for a link to nothing and to no heading', async () => {
    await write('articles/2024/11/links.md', story('[A](/2024/11/god/)\n[B](/2024/11/good/#s-none)\n[C](#none)'));
    const own = await buildSite({ contentDir, outDir });
    expect(own.exitCode).toBe(1);
    expect(own.output).toMatch(/links\.md:12:1 {2}error {2}dead-anchor/u);

    await write('articles/2024/11/links.md', story('[A](/2024/11/god/)\n[B](/2024/11/good/#s-none)'));
    const { exitCode, output } = await buildSite({ contentDir, outDir });
    expect(exitCode).toBe(1);
    expect(output).toMatch(/links\.md:10:1 {2}error {2}dead-link\n.*\n {2}Did you mean `\/2024\/11\/good\/`\?/u);
    expect(output).toMatch(/links\.md:11:1 {2}error {2}dead-anchor/u);
  });

  it('fails for a body alone: no page is published empty', async () => {
    await write('articles/2024/11/percent.md', story('![A picture](a%zz.png)'));

    const { exitCode, output } = await buildSite({ contentDir, outDir });

    expect(exitCode).toBe(1);
    expect(output).toMatch(/percent\.md:10:1 {2}error {2}unsafe-image/u);
    expect(existsSync(path.join(outDir, '2024/11/percent'))).toBe(false);
  });

  it('builds again once the mistake is corrected; a link to a draft is none', async () => {
    await write('articles/2024/11/late.md', story('# A heading'));
    expect(await buildSite({ contentDir, outDir })).toMatchObject({ exitCode: 1 });
    await write('articles/2024/11/draft.md', story('Text.', 'status: draft\n'));
    await write('articles/2024/11/late.md', story('## A heading\n\n[A](/2024/11/draft/)'));
    expect(await buildSite({ contentDir, outDir })).toMatchObject({ exitCode: 0 });
    expect(existsSync(path.join(outDir, '2024/11/late/index.html'))).toBe(true);
  });
});
