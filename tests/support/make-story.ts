/** What a story of the newsroom in `tests/fixtures/empty` is made from. */
export interface StoryParts {
  readonly title?: string;
  readonly body?: string;
  /** Further lines of its front matter, each with its line end; the first is line 8. */
  readonly more?: string;
}

/** Makes the file of a story that fits the newsroom in `tests/fixtures/empty`; its text starts on line 10 when there are no further lines. */
export function makeStory({
  title = 'A story for a test',
  body = `The text of ${title}.`,
  more = '',
}: StoryParts): string {
  return `---
title: ${title}
summary: A story that is written into a newsroom to see what becomes of it.
published: 2024-11-01
topic: world
regions: [FR]
authors: [desk]
${more}---

${body}
`;
}
