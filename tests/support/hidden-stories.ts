/** The reasons why a story is not public. */
export const hiddenStates = ['draft', 'embargoed', 'expired', 'withdrawn'] as const;

/** The reason why a story is not public. */
export type HiddenState = (typeof hiddenStates)[number];

/** Returns a word that appears in one field of one hidden story and nowhere else. */
export function toMark(state: HiddenState, field: string): string {
  return `zq${state}${field}`;
}

/** Matches every mark, in any letter case. */
export const anyMark = /zq(?:draft|embargoed|expired|withdrawn)[a-z]*/giu;

const whys: Readonly<Record<HiddenState, object>> = {
  draft: { status: 'draft' },
  embargoed: {},
  expired: { expires: '2025-06-01' },
  withdrawn: { status: 'withdrawn' },
};

/** Makes a story that is not public, with a mark in every text field. */
export function makeHiddenStory(state: HiddenState): {
  readonly id: string;
  readonly frontMatter: object;
  readonly body: string;
} {
  const mark = (field: string) => toMark(state, field);
  const month = state === 'embargoed' ? '2031/01' : '2024/10';
  const frontMatter = {
    title: `A headline ${mark('title')}`,
    summary: `A standfirst that nobody is to see: ${mark('summary')} is its mark.`,
    published: `${month.replace('/', '-')}-13T19:00:00+00:00`,
    dateline: { place: `${mark('place')}`, region: 'NO', at: [59.9, 10.7] },
    topic: mark('topic'),
    regions: ['NO', 'JP', mark('group'), mark('beyond')],
    authors: ['hostile', mark('author')],
    storylines: ['hostile', mark('storyline')],
    tags: [mark('tag')],
    credit: mark('credit'),
    keyPoints: [mark('point')],
    sources: [{ title: mark('source'), publisher: mark('publisher'), url: `https://${mark('host')}.example/` }],
    corrections: [{ kind: 'correction', date: '2031-02-14', text: mark('correction') }],
    image: { src: `${mark('picture')}.jpg`, alt: mark('alt'), credit: mark('photographer'), caption: mark('caption') },
    aliases: state === 'withdrawn' ? [] : [`/${mark('alias')}/`],
    ...whys[state],
  };
  const body = `The text says ${mark('text')}.\n\n## ${mark('heading')}\n\n![${mark('described')}](${mark('second')}.jpg "${mark('under')} | ${mark('maker')}")\n\na[^1]\n\n[^1]: ${mark('note')}`;
  return { id: `${month}/${mark('slug')}`, frontMatter, body };
}
