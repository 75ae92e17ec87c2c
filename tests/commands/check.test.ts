import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runDesk } from '../support/run-desk.ts';
import { storyFile, toStory, toStoryline, writeNewsroom } from '../support/write-newsroom.ts';

const slow = { timeout: 60_000 };

/** One error and one warning in the story, one warning in a storyline. */
const faulty = {
  [storyFile]: toStory({ topic: 'helth' }, '### Water\n\nIt rose.'),
  'storylines/flood.md': toStoryline(),
  'articles/2024/11/other.md': toStory({ title: 'Another story' }),
};

describe('desk check', slow, () => {
  it('says that all is well', async () => {
    const result = await runDesk(['check'], await writeNewsroom());
    expect(result).toEqual({ exitCode: 0, stdout: '1 story checked: no problems.\n', stderr: '' });
  });

  it('names place, code, reason and cure, and fails', async () => {
    const contentDir = await writeNewsroom(faulty);
    const { exitCode, stdout } = await runDesk(['check'], contentDir);
    const at = path.relative('', contentDir);
    expect(exitCode).toBe(1);
    expect(stdout).toBe(
      `${at}/${storyFile}:5:8  error  unknown-topic\n  \`helth\` is not in topics.yaml.\n  Did you mean \`health\`?\n\n` +
        `${at}/${storyFile}:10:1  warning  heading-order\n  A level 3 heading follows a level 1 heading.\n  Write \`##\` instead.\n\n` +
        `${at}/storylines/flood.md:1:1  warning  unused-storyline\n  No story belongs to the storyline \`flood\`.\n` +
        '  Write `storylines: [flood]` in its stories, or delete the file.\n\n' +
        '2 stories checked: 1 error, 2 warnings.\n',
    );
  });

  it('reports the same from the cache', async () => {
    const contentDir = await writeNewsroom({ ...faulty, [storyFile]: toStory({}, '### Water\n\n[It](/gone/) rose.') });
    const first = await runDesk(['check'], contentDir);
    expect(first.stdout).toMatch(/:10:1 {2}warning {2}heading-order[\s\S]*:12:1 {2}error {2}dead-link/u);
    expect(await runDesk(['check'], contentDir)).toEqual(first);
  });

  it('reports on the files and folders it is asked about, and ends by what is wrong there', async () => {
    const contentDir = await writeNewsroom(faulty);
    const story = await runDesk(['check', path.join(contentDir, storyFile)], contentDir);
    expect([story.exitCode, story.stdout]).toEqual([1, expect.stringContaining('checked: 1 error, 1 warning.')]);
    const folder = await runDesk(['check', 'storylines', 'articles/2024/11/other.md'], contentDir);
    expect([folder.exitCode, folder.stdout]).toEqual([0, expect.stringContaining('checked: 1 warning.')]);
  });

  it('fails for warnings when they are denied', async () => {
    const contentDir = await writeNewsroom(faulty);
    expect(await runDesk(['check', 'storylines', '--deny-warnings'], contentDir)).toMatchObject({ exitCode: 1 });
  });

  it('writes JSON', async () => {
    const contentDir = await writeNewsroom(faulty);
    const { exitCode, stdout } = await runDesk(['check', storyFile, '--json'], contentDir);
    expect(exitCode).toBe(1);
    const at = path.relative('', contentDir);
    expect(JSON.parse(stdout)).toMatchObject({
      stories: 2,
      errors: 1,
      warnings: 1,
      issues: [
        { code: 'unknown-topic', severity: 'error', file: `${at}/${storyFile}`, line: 5, column: 8, field: ['topic'] },
        { code: 'heading-order', severity: 'warning', line: 10, column: 1, hint: 'Write `##` instead.' },
      ],
    });
  });

  it('writes annotations', async () => {
    const contentDir = await writeNewsroom(faulty);
    const { stdout, stderr } = await runDesk(['check', storyFile, '--format', 'github'], contentDir);
    expect(stdout.split('\n')[0]).toBe(
      `::error file=${path.relative('', contentDir)}/${storyFile},line=5,col=8,title=unknown-topic::` +
        '`helth` is not in topics.yaml.%0ADid you mean `health`?',
    );
    expect(stderr).toBe('2 stories checked: 1 error, 1 warning.\n');
  });

  it.each([
    [['articles/2024/11/floods.md'], 'There is no `articles/2024/11/floods.md` in '],
    [['../../etc/passwd'], 'There is no `../../etc/passwd` in '],
  ])('explains what is wrong with %j', async (args, message) => {
    const { exitCode, stdout, stderr } = await runDesk(['check', ...args], await writeNewsroom());
    expect([exitCode, stdout]).toEqual([1, '']);
    expect(stderr).toContain(message);
  });

  it('knows which links lead nowhere, which lead to what is hidden, and which headings there are', async () => {
    const links = [
      '[a](/2024/11/draft/)',
      '[b](/2024/11/later/)',
      '[c](/2024/11/flod/)',
      '[d](/tags/towns/)',
      '[e](/tags/embargoed/)',
      '[f](/2024/11/other/#s-wtaer)',
      '[g](/2024/11/other/#s-water)',
      '[h](/2024/11/other/#sources)',
      '[i](/2024/11/other/#water)',
      '[j](/media/2024/11/bridge.jpg)',
      '[k](/favicon.svg)',
      '[l](/topics/health/feed.xml)',
      '[m](/2024/11/other)',
      '[n](/2024/11/broken/)',
      '[o](/topics/health/2/)',
      '[p](/old/address/)',
      '[q](/regions/burkina-faso/)',
      '[r](/2024/11/gone/#s-water)',
      '[s](/storylines/flood/)',
      '[t](/authors/jane-doe/)',
    ];
    const contentDir = await writeNewsroom({
      [storyFile]: toStory({}, links.join('\n')),
      'articles/2024/11/draft.md': toStory(
        { title: 'A draft', status: 'draft', storylines: '[flood]', authors: '[jane-doe]' },
        '[a](/2024/11/later/)',
      ),
      'storylines/flood.md': toStoryline(),
      'authors.yaml': 'world-desk: {name: World desk, type: desk}\njane-doe: {name: Jane Doe, type: person}\n',
      'articles/2024/11/later.md': toStory({ title: 'Ended', expires: '2025-01-01', tags: '[embargoed]' }),
      'articles/2024/11/other.md': toStory(
        { title: 'Other', tags: '[town]', aliases: '[/old/address/]' },
        '## Water\n\nA',
      ),
      'articles/2024/11/broken.md': toStory({ topic: null }),
      'articles/2024/11/gone.md': toStory({ status: 'withdrawn' }, 'A'),
      'articles/2024/11/bridge.jpg': '',
    });
    const { stdout } = await runDesk(['check', storyFile, 'articles/2024/11/draft.md', '--json'], contentDir);
    const { issues } = JSON.parse(stdout) as { issues: { line: number; code: string; hint: string }[] };
    const hidden = 'It is a draft, under embargo or expired. Link to something else, or publish it.';
    expect(issues.map(({ line, code, hint }) => [links[line - 10]?.slice(0, 3), code, hint])).toEqual([
      ['[a]', 'link-to-hidden', hidden],
      ['[b]', 'link-to-hidden', hidden],
      ['[c]', 'dead-link', 'Did you mean `/2024/11/flood/`?'],
      ['[d]', 'dead-link', 'Did you mean `/tags/town/`?'],
      ['[e]', 'link-to-hidden', hidden],
      ['[f]', 'dead-anchor', 'Write `#s-water`.'],
      ['[i]', 'dead-anchor', 'Write `#s-water`.'],
      ['[j]', 'link-to-hidden', hidden],
      ['[m]', 'dead-link', 'Did you mean `/2024/11/other/`?'],
      ['[n]', 'link-to-hidden', hidden],
      ['[o]', 'dead-link', 'Did you mean `/topics/health/`?'],
      ['[s]', 'link-to-hidden', hidden],
      ['[t]', 'link-to-hidden', hidden],
    ]);
  });
});
