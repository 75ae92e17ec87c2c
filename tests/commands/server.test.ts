import { describe, expect, it } from 'vitest';
import { runDesk } from '../support/run-desk.ts';
import { toStory, storyFile, writeNewsroom } from '../support/write-newsroom.ts';

describe('`desk server`', () => {
  it('prints a configuration with the old addresses of the newsroom, and where its files belong', async () => {
    const contentDir = await writeNewsroom({ [storyFile]: toStory({ aliases: '[/old/flood/]' }) });
    const nginx = await runDesk(['server', 'nginx', '--root', '/srv/paper/'], contentDir);
    expect(nginx).toMatchObject({ exitCode: 0, stderr: '' });
    expect(nginx.stdout).toContain('"/old/flood/" "/2024/11/flood/";');
    expect(nginx.stdout).toContain('root "/srv/paper";');
    const caddy = await runDesk(['server', 'caddy'], contentDir);
    expect(caddy.stdout).toContain('"/old/flood/" "/2024/11/flood/"\n');
    expect(caddy.stdout).toContain('root * "/srv/www/gazetteer.example"');
  });

  it('prints nothing where the content has errors', async () => {
    const contentDir = await writeNewsroom({ [storyFile]: toStory({ topic: 'sports' }) });
    const { exitCode, stdout, stderr } = await runDesk(['server', 'nginx'], contentDir);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toContain('unknown-topic');
  });
});
