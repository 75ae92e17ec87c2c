import { describe, expect, it } from 'vitest';
import { createBodies } from '../../../src/content/reading/body.ts';
import { readNewsroom } from '../../../src/content/reader.ts';
import { createAddresses } from '../../../src/news/urls.ts';
import { words } from '../../support/render-markdown.ts';
import { storyFile, toStory, writeNewsroom } from '../../support/write-newsroom.ts';

const sources = '[{ title: A report, publisher: A house, url: https://a.example/ }]';

describe('a story without a text', () => {
  it('is a link post where it has a source, and renders as an empty text', async () => {
    const contentDir = await writeNewsroom({ [storyFile]: toStory({ sources }, '') });
    const { issues, newsroom } = await readNewsroom({ contentDir, timeZone: 'UTC', language: 'en' });
    expect(issues).toEqual([]);
    expect(newsroom.articles).toMatchObject([{ wordCount: 0 }]);
    const bodies = createBodies({ contentDir, addresses: createAddresses('https://host/'), words });
    expect(await bodies.render(storyFile)).toMatchObject({ tree: { children: [] } });
  });

  it.each([[{}], [{ sources: '[]' }]])('is empty without one: %j', async (keys) => {
    const contentDir = await writeNewsroom({ [storyFile]: toStory(keys, '') });
    const { issues } = await readNewsroom({ contentDir, timeZone: 'UTC', language: 'en' });
    expect(issues.map(({ code }) => code)).toEqual(['empty-body']);
  });
});
