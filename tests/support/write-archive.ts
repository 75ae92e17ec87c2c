import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

const regions = ['FR', 'DE', 'KE', 'BR', 'JP', 'US', 'IN', 'AU', 'EG', 'MX'];
const words = 'river council harvest bridge signal winter market harbour archive border'.split(' ');

/** Writes a newsroom of so many made-up stories, the same every time: one topic, one tag on all, two stories a day. */
export async function writeArchive(contentDir: string, count: number): Promise<void> {
  await rm(contentDir, { recursive: true, force: true });
  await mkdir(path.join(contentDir, 'pages'), { recursive: true });
  await Promise.all([
    writeFile(
      path.join(contentDir, 'topics.yaml'),
      'world:\n  title: World\n  description: All of a made-up world.\n  mediaTopic: "11000000"\n',
    ),
    writeFile(path.join(contentDir, 'authors.yaml'), 'desk:\n  name: Desk\n  type: desk\n'),
    writeFile(
      path.join(contentDir, 'pages/about.md'),
      '---\ntitle: About\nsummary: An archive of made-up stories for tests of long listings.\n---\n\nText.\n',
    ),
  ]);
  for (let index = 0; index < count; index += 1) {
    const day = new Date(Date.UTC(2025, 0, 1) + Math.floor(index / 2) * 86_400_000).toISOString().slice(0, 10);
    const folder = path.join(contentDir, 'articles', day.slice(0, 4), day.slice(5, 7));
    await mkdir(folder, { recursive: true });
    await writeFile(
      path.join(folder, `story-of-${toWord(index)}-${toWord(index + 3)}-${index + 1000}.md`),
      toStory(index, day),
    );
  }
}

function toWord(index: number): string {
  return words[index % words.length] ?? '';
}

function toStory(index: number, day: string): string {
  const place = regions[index % regions.length] ?? '';
  const headline = `The ${toWord(index)} and the ${toWord(index * 7 + 3)}: report number ${index + 1}`;
  return `---
title: "${headline}"
summary: Made-up story ${index + 1} about a ${toWord(index)}, a ${toWord(index + 1)} and what a ${toWord(index + 2)} does to both.
published: ${day}
topic: world
regions: [${place}]
tags: [everything, ${toWord(index)}]
authors: [desk]
---

Paragraph one of story ${index + 1} names a ${toWord(index)}, a ${toWord(index + 4)} and a ${toWord(index + 5)}.

## What the ${toWord(index)} does

Paragraph two.
`;
}
