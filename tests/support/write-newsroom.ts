import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** A test's change to one file of the tiny newsroom: new text or bytes, a symbolic link, or `null` to remove it. */
export type FileChange = string | Uint8Array | { readonly linkTo: string } | null;

/** The only story of the tiny newsroom. */
export const storyFile = 'articles/2024/11/flood.md';

/** The lines of its front matter, starting with the title on line 2. Tests may count lines. */
const storyKeys: Readonly<Record<string, string>> = {
  title: 'River floods the old town',
  summary: 'Water stood a metre high in the old town on Wednesday morning.',
  published: '2024-11-13T19:00:00+02:00',
  topic: 'health',
  regions: '[RO]',
  authors: '[world-desk]',
};

/**
 * Writes a valid story. `keys` replaces lines of its front matter in place or adds them at its end (from line 8).
 * `null` removes one. Values are YAML.
 */
export function toStory(keys: Readonly<Record<string, string | null>> = {}, body = 'The river rose.'): string {
  const lines = Object.entries({ ...storyKeys, ...keys }).filter(([, value]) => value !== null);
  return `---\n${lines.map(([key, value]) => `${key}: ${value}\n`).join('')}---\n\n${body}\n`;
}

/** Writes a valid storyline; `keys` as for a story, from line 4. */
export function toStoryline(keys: Readonly<Record<string, string>> = {}): string {
  const lines = Object.entries({ title: 'The flood', summary: storyKeys['summary'], ...keys });
  return `---\n${lines.map(([key, value]) => `${key}: ${value}\n`).join('')}---\n\nHow it came about.\n`;
}

/** The smallest newsroom without an issue. */
const tinyNewsroom: Readonly<Record<string, FileChange>> = {
  'topics.yaml': 'health:\n  title: Health\n  description: Medicine and care.\n  mediaTopic: 07000000\n',
  'authors.yaml': 'world-desk:\n  name: World desk\n  type: desk\n',
  'pages/about.md': '---\ntitle: About\nsummary: Two people who write down what they see in the town.\n---\n\nHello.\n',
  [storyFile]: toStory(),
};

/**
 * Writes the tiny newsroom with some changes into a fresh folder, which is removed after the test.
 *
 * @returns the absolute path of its content folder
 */
export async function writeNewsroom(changes: Readonly<Record<string, FileChange>> = {}): Promise<string> {
  const contentDir = await mkdtemp(path.join(tmpdir(), 'newsroom-'));
  onTestFinished(() => rm(contentDir, { recursive: true, force: true }));
  for (const [file, change] of Object.entries({ ...tinyNewsroom, ...changes })) {
    const fullPath = path.join(contentDir, file);
    if (change === null) continue;
    await mkdir(path.dirname(fullPath), { recursive: true });
    if (typeof change === 'object' && 'linkTo' in change) await symlink(change.linkTo, fullPath);
    else await writeFile(fullPath, change);
  }
  return contentDir;
}
