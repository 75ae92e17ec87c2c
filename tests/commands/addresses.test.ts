import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { runDesk } from '../support/run-desk.ts';
import { storyFile, toStory, writeNewsroom } from '../support/write-newsroom.ts';

it('the lists of addresses are started by a command, and the check holds them', async () => {
  const dir = await writeNewsroom({ 'articles/2024/11/draft.md': toStory({ status: 'draft' }) });
  expect(await runDesk(['addresses'], dir)).toMatchObject({
    exitCode: 0,
    stdout: expect.stringContaining('4 addresses were added to addresses/.'),
  });
  expect(await readdir(path.join(dir, 'addresses'))).toEqual(['2024-11.txt', 'site.txt']);
  expect(await readFile(path.join(dir, 'addresses/2024-11.txt'), 'utf8')).toBe('/2024/11/flood/\n');
  expect(await runDesk(['check'], dir)).toMatchObject({ exitCode: 0 });

  await rename(path.join(dir, storyFile), path.join(dir, 'articles/2024/11/floods.md'));
  const found = await runDesk(['check', '--json'], dir);
  expect(found.exitCode).toBe(1);
  expect(JSON.parse(found.stdout)).toMatchObject({
    errors: 1,
    issues: [
      {
        code: 'dropped-address',
        file: expect.stringMatching(/addresses\/2024-11\.txt$/u),
        line: 1,
        column: 1,
        hint: expect.stringContaining('Write `aliases: [/2024/11/flood/]` in articles/2024/11/floods.md'),
      },
    ],
  });
  await writeFile(path.join(dir, storyFile), toStory({ colour: 'red' }));
  expect(await runDesk(['addresses'], dir)).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('Nothing was written: 1 error.'),
  });
});
