import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { readInWorkers } from '../../../../src/content/store/page-workers.ts';
import { toStory, writeNewsroom } from '../../../support/write-newsroom.ts';

const toUrlText = (file: string) => JSON.stringify(pathToFileURL(path.resolve(file)).href);
const toFile = (name: string) => `articles/2024/11/${name}.md`;

/** Writes a worker in which a heading `End` ends the thread that renders it, as too much memory would. */
async function writeWorker(contentDir: string): Promise<URL> {
  const folder = await mkdtemp(path.join(tmpdir(), 'workers-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = path.join(folder, 'page.worker.mjs');
  await writeFile(
    file,
    `import { words } from ${toUrlText('tests/support/render-markdown.ts')};
    import { createAddresses } from ${toUrlText('src/news/urls.ts')};
    import { answerPageTasks } from ${toUrlText('src/content/store/answer-page-tasks.ts')};
    answerPageTasks({
      read: { contentDir: ${JSON.stringify(contentDir)}, timeZone: 'UTC', language: 'en' },
      body: {
        contentDir: ${JSON.stringify(contentDir)},
        addresses: createAddresses('https://host.example/'),
        words: { ...words, linkToSection: (heading) => heading === 'End' ? process.exit() : heading },
      },
    });`,
  );
  return pathToFileURL(file);
}

it('names the text that crashes its worker, and reads all others', async () => {
  const names = Array.from({ length: 70 }, (_, index) => `story-${index}`);
  const contentDir = await writeNewsroom(
    Object.fromEntries(
      names.map((name, index) => [toFile(name), toStory({}, `## ${index === 40 ? 'End' : 'Rain'}\n\nThe river rose.`)]),
    ),
  );
  const tasks = names.map((name) => ({ kind: 'articles' as const, file: toFile(name), hasText: true }));
  const found = new Map<string, unknown>();
  await readInWorkers(tasks, { worker: await writeWorker(contentDir), threads: 2 }, (batch, results) => {
    for (const [index, { file }] of batch.entries()) found.set(file, results[index]);
  });
  const lost = toFile('story-40');
  expect([...found.keys()].sort()).toEqual(tasks.map(({ file }) => file).sort());
  expect(found.get(lost)).toEqual({
    hash: '',
    media: [],
    reading: {
      issues: [
        {
          code: 'render-failed',
          severity: 'error',
          message: 'The text could not be rendered: it needs more memory than there is.',
          hint: 'Split it into several texts, or look for long runs of characters and large tables.',
          file: lost,
          line: 1,
          column: 1,
        },
      ],
    },
  });
  found.delete(lost);
  for (const result of found.values()) expect(result).toMatchObject({ reading: { issues: [] } });
});
