import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readSoundMarkdown } from '../../src/content/reading/page.ts';
import type { Article } from '../../src/news/article.ts';
import type { Newsroom } from '../../src/news/newsroom.ts';
import { createGazetteer } from '../../src/news/region.ts';

/**
 * Writes the stories of a newsroom below a folder in the form that other generators read, each at its id: plain front
 * matter, its regions rolled up as ours are.
 */
export async function writePeerContent(folder: string, contentDir: string, newsroom: Newsroom): Promise<void> {
  const gazetteer = createGazetteer(newsroom.places, 'en');
  const made = new Set<string>();
  for (const article of newsroom.articles) {
    const regions = new Set(article.regions.flatMap((code) => gazetteer.getRollUp(code).map(({ id }) => id)));
    const { body } = await readSoundMarkdown(contentDir, article.file);
    const file = path.join(folder, `${article.id}.md`);
    if (!made.has(path.dirname(file))) await mkdir(path.dirname(file), { recursive: true });
    made.add(path.dirname(file));
    await writeFile(file, toPeerText(article, [...regions], body));
  }
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
points: [${article.keyPoints.map(({ text }) => JSON.stringify(text)).join(', ')}]
source: ${JSON.stringify(source?.title ?? '')}
sourceUrl: ${JSON.stringify(source?.url ?? '')}
---

${body}`;
}
