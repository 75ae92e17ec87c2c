import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cityMapping } from 'city-timezones';
import { createRandom, type Random } from './random.ts';

/** The size of a generated archive: the number of stories, and the number of years up to the end of 2025. */
export interface ArchiveOptions {
  readonly stories: number;
  readonly years: number;
}

/**
 * Writes a newsroom of generated stories, always the same: about 550 words each, from a vocabulary in which the n-th
 * word is 1/n as frequent as the first (Zipf), two headings, links to older stories, a list. It has eight topics, and
 * tags and places of which a few are everywhere and many are rare.
 */
export async function writeArchive(contentDir: string, { stories, years }: ArchiveOptions): Promise<void> {
  await rm(contentDir, { recursive: true, force: true });
  await mkdir(path.join(contentDir, 'pages'), { recursive: true });
  await Promise.all([
    writeFile(path.join(contentDir, 'topics.yaml'), topics.map(toTopic).join('')),
    writeFile(path.join(contentDir, 'authors.yaml'), 'desk:\n  name: Desk\n  type: desk\n'),
    writeFile(
      path.join(contentDir, 'pages/about.md'),
      '---\ntitle: About\nsummary: An archive of made-up stories for tests and measurements.\n---\n\nText.\n',
    ),
  ]);
  const folders = new Set<string>();
  for (let index = 0; index < stories; index += 1) {
    const { file, text } = makeStory(index, { stories, years });
    const full = path.join(contentDir, file);
    const folder = path.dirname(full);
    if (!folders.has(folder)) await mkdir(folder, { recursive: true });
    folders.add(folder);
    await writeFile(full, text);
  }
}

const topics = ['diplomacy', 'politics', 'economy', 'climate', 'health', 'science', 'justice', 'culture'];

function toTopic(id: string): string {
  return `${id}:\n  title: ${toTitle(id)}\n  description: Made-up stories about ${id}.\n  mediaTopic: "11000000"\n`;
}

/** Makes one story of the archive. Later indexes are newer stories. */
export function makeStory(index: number, { stories, years }: ArchiveOptions): { file: string; text: string } {
  const random = createRandom(index + 1);
  const day = toDay(index, stories, years);
  const title = toTitle(sentence(random, 7 + Math.floor(random() * 4))).slice(0, 100);
  const places = unique(1 + zipf(random, 5), () => countries[zipf(random, countries.length)] ?? '');
  const tags = unique(4, () => tagNames[zipf(random, tagNames.length)] ?? '');
  const points = [12, 14].map((words) => `${toTitle(sentence(random, words))}.`);
  const text = `---
title: ${title}
summary: ${toTitle(sentence(random, 22)).slice(0, 280)}.
published: ${day}
dateline: { place: ${JSON.stringify(getCapital(places[0] ?? ''))}, region: "${places[0]}" }
topic: ${pick(random, topics)}
regions: [${places.map((code) => `"${code}"`).join(', ')}]
tags: [${tags.join(', ')}]
authors: [desk]
keyPoints:
  - ${points[0]}
  - ${points[1]}
sources:
  - title: ${toTitle(sentence(random, 8))}
    publisher: ${toTitle(word(random))} News
    url: https://example.com/${word(random)}/${index}
    published: ${day}
---

${makeBody(random, index, points, { stories, years })}`;
  return { file: `articles/${toFolder(index, { stories, years })}/${toSlug(index)}.md`, text };
}

/** Makes a text whose first two paragraphs begin with the key points. */
function makeBody(random: Random, index: number, points: readonly string[], options: ArchiveOptions): string {
  const paragraph = () => `${Array.from({ length: 3 }, () => `${toTitle(sentence(random, 19))}.`).join(' ')}\n`;
  const older = Math.floor(random() * Math.max(1, index));
  const link = `/${toFolder(older, options)}/${toSlug(older)}/`;
  return [
    ...points.map((point) => `${point} ${paragraph()}`),
    `The ${word(random)} was first told in [an earlier story](${link}), said the ${word(random)} of ${toTitle(word(random))}.\n`,
    paragraph(),
    `## ${toTitle(sentence(random, 5))}\n`,
    paragraph(),
    paragraph(),
    ['-', '-', '-'].map((mark) => `${mark} ${sentence(random, 8)}`).join('\n') + '\n',
    paragraph(),
    `## ${toTitle(sentence(random, 4))}\n`,
    `${toTitle(sentence(random, 9))}, *${word(random)}* and **${sentence(random, 2)}**.\n`,
    paragraph(),
    paragraph(),
  ].join('\n');
}

const lastDayMs = Date.UTC(2025, 11, 31);

function toDay(index: number, stories: number, years: number): string {
  const days = Math.floor(((stories - 1 - index) / stories) * years * 365);
  return new Date(lastDayMs - days * 86_400_000).toISOString().slice(0, 10);
}

function toFolder(index: number, { stories, years }: ArchiveOptions): string {
  return toDay(index, stories, years).slice(0, 7).replace('-', '/');
}

function toSlug(index: number): string {
  const random = createRandom(index + 7_000_001);
  return `${word(random)}-${word(random)}-${word(random)}-${index + 1000}`;
}

/** Returns a rank below `size`. Rank n is about 1/n as frequent as the first. */
function zipf(random: Random, size: number): number {
  return Math.floor(Math.exp(random() * Math.log(size + 1))) - 1;
}

const syllables = 'ba ce di fo gu ha ke li mo nu pa re si to vu wa ye zo bra cle dri flo gru sta tre pli'.split(' ');

const vocabulary = Array.from({ length: 20_000 }, (_, rank) => {
  const random = createRandom(rank + 90_000_001);
  return Array.from({ length: 2 + (rank % 3) }, () => pick(random, syllables)).join('');
});

const tagNames = vocabulary.slice(300, 800).map((name, rank) => `${name} ${vocabulary[rank * 7] ?? ''}`.trim());

const countries = (
  'US GB FR DE CN RU JP IN BR ZA NG EG KE ET CD RW MA TN GH SN MX CO PE AR CL UY CA CU HT JM AU NZ FJ WS PG ID VN TH MY PH ' +
  'KR KP MN KZ UZ TR IR IQ SY LB IL PS SA AE QA YE PK AF BD LK NP IT ES PT GR PL RO BG HU CZ AT CH BE NL SE NO FI DK IE UA MD'
).split(' ');

/** Returns the largest city of a country. */
function getCapital(country: string): string {
  const cities = cityMapping.filter(({ iso2 }) => iso2 === country).sort((a, b) => b.pop - a.pop);
  return cities[0]?.city_ascii ?? '';
}

function pick<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('There is nothing to pick from.');
  return item;
}

function unique(count: number, next: () => string): readonly string[] {
  const found = new Set<string>();
  for (let tries = 0; found.size < count && tries < 50; tries += 1) found.add(next());
  return [...found];
}

function word(random: Random): string {
  return vocabulary[zipf(random, vocabulary.length)] ?? '';
}

function sentence(random: Random, words: number): string {
  return Array.from({ length: words }, () => word(random)).join(' ');
}

function toTitle(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
