import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readBody, readNewsroom } from '../../src/content/reader.ts';
import { createGazetteer } from '../../src/news/region.ts';
import type { Article } from '../../src/news/article.ts';

/** A story in the form that other generators read: plain front matter, its regions rolled up as ours are. */
export interface PeerStory {
  /** `2024/11/name` */
  readonly id: string;
  readonly text: string;
}

/** Reads an archive and gives its stories in the form of the peers. */
export async function readPeerStories(contentDir: string): Promise<readonly PeerStory[]> {
  const { newsroom } = await readNewsroom({ contentDir, timeZone: 'UTC', language: 'en' });
  const gazetteer = createGazetteer(newsroom.places, 'en');
  return Promise.all(
    newsroom.articles.map(async (article) => {
      const regions = new Set(article.regions.flatMap((code) => gazetteer.getRollUp(code).map(({ id }) => id)));
      const { body } = await readBody(contentDir, article.file);
      return { id: article.id, text: toPeerText(article, [...regions], body) };
    }),
  );
}

function toPeerText(article: Article, regions: readonly string[], body: string): string {
  const date = new Date(article.published.epochMs).toISOString();
  const [source] = article.sources;
  return `---
title: ${JSON.stringify(article.title)}
description: ${JSON.stringify(article.summary)}
date: ${date}
layout: story
topics: [${article.topic}]
regions: [${regions.join(', ')}]
keywords: [${article.tags.map((tag) => JSON.stringify(tag)).join(', ')}]
place: ${JSON.stringify(article.dateline?.place ?? '')}
points: [${article.keyPoints.map((point) => JSON.stringify(point)).join(', ')}]
source: ${JSON.stringify(source?.title ?? '')}
sourceUrl: ${JSON.stringify(source?.url ?? '')}
---

${body}`;
}

/** Writes stories below a folder, each at its id. */
export async function writePeerStories(folder: string, stories: readonly PeerStory[]): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const made = new Set<string>();
  for (const { id, text } of stories) {
    const file = path.join(folder, `${id}.md`);
    if (!made.has(path.dirname(file))) await mkdir(path.dirname(file), { recursive: true });
    made.add(path.dirname(file));
    await writeFile(file, text);
  }
}
