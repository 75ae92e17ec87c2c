import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { foldSpace } from '../../src/core/text.ts';
import { hiddenStates, makeHiddenStory, toMark, type HiddenState } from './hidden-stories.ts';
import { isAllowed, naughtyStories, xssStories, type HostileStory } from './hostile-stories.ts';
import { makePhoto, makePixel } from './make-picture.ts';
import { allXssVectors } from './xss-vectors.ts';

/** The settings of a hostile newsroom. */
export const hostileSettings = {
  SITE_NAME: 'A</title><script>alert(1)</script>',
  SITE_MOTTO: '"><img src=x onerror=alert(1)>',
  SITE_DESCRIPTION: ']]></description><script>alert(1)</script>" onload="alert(1)',
} as const;

/** Writes a newsroom whose every text is hostile, as far as the rules allow, with a few stories that are not public. */
export async function writeHostile(contentDir: string): Promise<void> {
  await rm(contentDir, { recursive: true, force: true });
  for (const folder of ['articles/2024/10', 'articles/2024/11', 'articles/2031/01', 'pages', 'storylines']) {
    await mkdir(path.join(contentDir, folder), { recursive: true });
  }
  const files: readonly (readonly [string, string | Uint8Array])[] = [
    ...Object.entries(data).map(([name, value]) => [`${name}.yaml`, JSON.stringify(value)] as const),
    // Only feeds of the newest stories carry texts: here, all stories are among them.
    ['site.yaml', 'feedSize: 500\n'],
    ['articles/2024/11/x.png', makePixel()],
    ['pages/about.md', toFile({ title: pick('endings'), summary: standfirst }, 'Text.')],
    ['storylines/hostile.md', toFile({ title: pick('attributes'), summary: standfirst, milestones }, 'Text.')],
    ...[...xssStories, ...naughtyStories].map(toStoryFile),
    ...(await makeHiddenFiles()),
  ];
  await Promise.all(files.map(([file, text]) => writeFile(path.join(contentDir, file), text)));
}

/** Stories that are not public, with their pictures. */
async function makeHiddenFiles(): Promise<readonly (readonly [string, string | Uint8Array])[]> {
  const photo = await makePhoto(371, 233);
  return hiddenStates.flatMap((state) => {
    const story = makeHiddenStory(state);
    const folder = path.posix.dirname(`articles/${story.id}`);
    const pictures = ['picture', 'second'].map((name) => [`${folder}/${toMark(state, name)}.jpg`, photo] as const);
    const storyline = {
      title: toMark(state, 'thread'),
      summary: `A storyline of ${toMark(state, 'arc')} that goes on and on.`,
    };
    const thread = `storylines/${toMark(state, 'storyline')}.md`;
    return [toStoryFile(story), [thread, toFile(storyline, toMark(state, 'tale'))] as const, ...pictures];
  });
}

function toStoryFile({
  id,
  frontMatter,
  body,
}: Pick<HostileStory, 'id' | 'body'> & { readonly frontMatter: object }): readonly [string, string] {
  return [`articles/${id}.md`, toFile(frontMatter, body)];
}

/** JSON is valid YAML, and never contains a line of hyphens. */
function toFile(frontMatter: object, body: string): string {
  const keys = Object.entries(frontMatter).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
  return `---\n${keys.join('')}---\n\n${body}\n`;
}

// A text has no line ends: the check would ask whether one was meant.
const vectors = allXssVectors.filter(isAllowed).map(foldSpace);

const marks: Readonly<Record<string, string>> = {
  endings: '</title></textarea></script><svg onload=alert(1)>',
  attributes: "\"><img src=x onerror=alert(1)>' onload='alert(1)",
};

function pick(name: string): string {
  return marks[name] ?? '';
}

const standfirst = `A standfirst of a page that is hostile: ${pick('endings')} ${pick('attributes')}`;

/** Every vector once. */
const milestones = vectors
  .filter(({ length }) => length <= 120)
  .map((text) => ({ date: '2024-11-13', text, source: { publisher: text } }));

const short = vectors.filter(({ length }) => length <= 58);

/** Makes something for each kind of hidden story, by the mark that its stories name it with. */
function forEachState<T>(field: string, make: (state: HiddenState) => T): Readonly<Record<string, T>> {
  return Object.fromEntries(hiddenStates.map((state) => [toMark(state, field), make(state)]));
}

const data = {
  topics: {
    world: { title: pick('endings'), description: vectors.join(' ').slice(0, 300), mediaTopic: '11000000' },
    ...forEachState('topic', (state) => ({
      title: toMark(state, 'section'),
      description: toMark(state, 'scope'),
      mediaTopic: '11000000',
    })),
  },
  authors: {
    hostile: {
      name: pick('attributes'),
      role: pick('endings'),
      basedIn: pick('endings'),
      bio: vectors.join(' ').slice(0, 990),
    },
    ...forEachState('author', (state) => ({ name: toMark(state, 'name'), bio: toMark(state, 'bio') })),
  },
  places: {
    names: Object.fromEntries(['NO', 'SE', 'FI', 'DK', 'IS'].map((code, index) => [code, short[index * 20]])),
    groups: {
      hostile: { title: pick('attributes'), members: ['NO', 'SE', 'FI'] },
      ...forEachState('group', (state) => ({ title: toMark(state, 'grouping'), members: ['TV', 'NR'] })),
    },
    beyond: {
      moon: { title: pick('endings') },
      ...forEachState('beyond', (state) => ({ title: toMark(state, 'sphere') })),
    },
  },
};
