import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makePhoto } from './make-picture.ts';

const latin = 'verkehrsinfrastrukturfinanzierungsgesellschaft';
const arabic = 'فسيكفيكهماللهوأفاستسقيناكموهافأنلزمكموها';

/** Returns one word with the maximum number of letters of its field. */
export function makeWord(letters: number, start = 'Bundes', piece = latin): string {
  return (start + piece.repeat(Math.ceil(letters / piece.length))).slice(0, letters);
}

/** The settings of a newsroom whose words never end. */
export const longWordSettings = {
  SITE_NAME: makeWord(60, 'Gazetten'),
  SITE_MOTTO: makeWord(120, 'Motto'),
  SITE_DESCRIPTION: makeWord(300, 'Beschreibung'),
} as const;

const word = makeWord(300, 'Wort');

/** An address of every type of page in the newsroom. */
export const longWordPages: readonly string[] = [
  '',
  `2024/11/${makeWord(100, 'bericht')}/`,
  '2024/11/explainer/',
  '2024/11/timeline/',
  '2024/11/arabic/',
  '2024/11/withdrawn/',
  '2024/11/',
  '2024/',
  'storylines/',
  `storylines/${makeWord(100, 'lage')}/`,
  'regions/',
  'regions/europe/',
  'regions/norway/',
  `regions/${makeWord(60, 'gruppe')}/`,
  `regions/${makeWord(60, 'weltraum')}/`,
  'topics/',
  `topics/${makeWord(60, 'thema')}/`,
  'tags/',
  `tags/${makeWord(60, 'schlagwort')}/`,
  'authors/',
  'authors/person/',
  'corrections/',
  'feeds/',
  'about/',
  'search/',
  'offline/',
  '404.html',
];

/** Writes a newsroom with a word of 300 letters, or the maximum, in every field. */
export async function writeLongWords(contentDir: string): Promise<void> {
  await rm(contentDir, { recursive: true, force: true });
  for (const folder of ['articles/2024/11', 'articles/2024/10', 'pages', 'storylines']) {
    await mkdir(path.join(contentDir, folder), { recursive: true });
  }
  const files: readonly (readonly [string, string | Uint8Array])[] = [
    ...Object.entries(data).map(([name, value]) => [`${name}.yaml`, JSON.stringify(value)] as const),
    ['articles/2024/11/bridge.jpg', await makePhoto(900, 600)],
    [
      `articles/2024/11/${makeWord(100, 'bericht')}.md`,
      toFile(toStory({ image }), `${body}\n![${word}](./bridge.jpg "${word} | ${word}")\n`),
    ],
    ['articles/2024/11/explainer.md', toFile(toStory({ kind: 'explainer', regions: ['NO', '150'] }), body)],
    ['articles/2024/11/timeline.md', toFile(toStory({ kind: 'timeline' }), timeline)],
    ['articles/2024/11/arabic.md', toFile(toStory({ lang: 'ar', title: makeWord(110, '', arabic) }), arabicBody)],
    ['articles/2024/11/withdrawn.md', toFile(toStory({ status: 'withdrawn' }), 'Gone.')],
    ['articles/2024/10/older.md', toFile(toStory({ published: '2024-10-13T19:00:00+00:00' }), body)],
    ['pages/about.md', toFile({ title: makeWord(110, 'Über'), summary: makeWord(300) }, body)],
    [`storylines/${makeWord(100, 'lage')}.md`, toFile(storyline, body)],
  ];
  await Promise.all(files.map(([file, text]) => writeFile(path.join(contentDir, file), text)));
}

/** JSON is valid YAML, and never contains a line of hyphens. */
function toFile(frontMatter: object, text: string): string {
  const keys = Object.entries(frontMatter).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
  return `---\n${keys.join('')}---\n\n${text}\n`;
}

const image = {
  src: 'bridge.jpg',
  alt: makeWord(400, 'Bild'),
  credit: makeWord(120, 'Fotografin'),
  caption: makeWord(400, 'Bildunterschrift'),
};

function toStory(keys: object): object {
  return {
    title: makeWord(110, 'Titel'),
    summary: makeWord(300, 'Vorspann'),
    published: '2024-11-13T19:00:00+00:00',
    updated: '2024-11-14T08:00:00+00:00',
    dateline: { place: makeWord(80, 'Hauptstadt'), region: 'NO', at: [59.9, 10.7] },
    topic: makeWord(60, 'thema'),
    regions: ['NO', makeWord(60, 'gruppe'), makeWord(60, 'weltraum')],
    authors: ['person', 'desk'],
    storylines: [makeWord(100, 'lage')],
    tags: [makeWord(60, 'Schlagwort'), makeWord(60, 'Hashtag'), 'short'],
    credit: makeWord(120, 'Agentur'),
    keyPoints: ['Erstens', 'Zweitens', 'Drittens'].map((start) => makeWord(240, start)),
    sources: [
      {
        title: makeWord(300, 'Quelle'),
        publisher: makeWord(120, 'Verlag'),
        url: `https://example.org/${makeWord(300)}`,
      },
      { title: makeWord(300, 'Brief'), publisher: makeWord(120, 'Amt'), type: 'official', published: '2024-11-01' },
    ],
    corrections: ['correction', 'clarification', 'update'].map((kind) => ({
      kind,
      date: '2024-11-14',
      text: makeWord(1000, kind),
    })),
    ...keys,
  };
}

const storyline = {
  title: makeWord(110, 'Lage'),
  summary: makeWord(300, 'Fortsetzung'),
  milestones: [
    {
      date: '2024-11-13',
      text: makeWord(240, 'Etappe'),
      article: '2024/11/timeline',
      source: { publisher: makeWord(120, 'Verlag'), url: 'https://example.org/' },
    },
    { date: '2024-11-15', text: makeWord(240, 'Ziel'), source: { publisher: makeWord(120, 'Zeitung') } },
  ],
};

const data = {
  topics: {
    [makeWord(60, 'thema')]: {
      title: makeWord(60, 'Thema'),
      description: makeWord(300, 'Themenbeschreibung'),
      mediaTopic: '11000000',
    },
    other: { title: makeWord(60, 'Anderes'), description: makeWord(300, 'Leer'), mediaTopic: '13000000' },
  },
  authors: {
    person: {
      name: makeWord(80, 'Reporterin'),
      role: makeWord(120, 'Korrespondentin'),
      basedIn: makeWord(80, 'Wohnort'),
      languages: ['de', 'en'],
      bio: makeWord(1000, 'Lebenslauf'),
    },
    desk: { name: makeWord(80, 'Redaktion'), type: 'desk', bio: makeWord(1000, 'Redaktion') },
  },
  places: {
    names: { NO: makeWord(80, 'Norwegen'), SE: makeWord(80, 'Schweden'), '150': makeWord(80, 'Europa') },
    groups: { [makeWord(60, 'gruppe')]: { title: makeWord(80, 'Gruppe'), members: ['NO', 'SE'] } },
    beyond: { [makeWord(60, 'weltraum')]: { title: makeWord(80, 'Weltraum') } },
  },
  front: { lead: '2024/11/explainer', seconds: ['2024/11/timeline', '2024/11/arabic'] },
};

/** A long word in every Markdown construct. */
const body = `${word} and **${word}** and *${word}* and ~~${word}~~ and \`${word}\` and [${word}](https://example.org/).

## ${word}

## https://example.org/${word}

### **${word}** \`${word}\`

#### ${word}

[${word}](https://example.org/) https://example.org/${word}, ${word}@example.org and a note[^1].

> ${word}
>
> > ${word}

- ${word}
  - ${word}
    1. ${word}

1. ${word}

- [ ] ${word}
- [x] ${word}

| ${word} | Right |
| :------ | ----: |
| ${word} | ${word} |

\`\`\`
${word}
\`\`\`

[^1]: ${word} \`${word}\`
`;

const timeline = `- **13 November 2024**: ${word}\n- **${word}**: ${word}\n`;

const arabicBody = `## ${makeWord(300, '', arabic)}\n\n${makeWord(300, '', arabic)} ${word}\n\n> ${makeWord(300, '', arabic)}\n`;
