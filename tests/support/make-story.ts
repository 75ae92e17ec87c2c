/** The parts of a story in the newsroom of `tests/fixtures/empty`. */
export interface StoryParts {
  readonly title?: string;
  readonly body?: string;
  /** Additional lines of its front matter, each with its line end. The first is line 8. */
  readonly more?: string;
}

/**
 * Makes the file of a story for the newsroom in `tests/fixtures/empty`. Its text starts on line 10 if there are no
 * additional lines.
 */
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
