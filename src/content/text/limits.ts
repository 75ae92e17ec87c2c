import { longestName } from '../../news/names.ts';

/**
 * What one text may cost. Real stories are under 30 kB; remark takes seconds and gigabytes for hostile input beyond these
 * limits (src/README.md).
 */
export const limits = {
  fileBytes: 100_000,
  dataFileBytes: 1_000_000,
  /** A document, table or recording that is published as it is. */
  documentBytes: 100_000_000,
  pictureBytes: 25_000_000,
  /** Unpacked, a picture takes four bytes for each: some small files are bombs. */
  picturePixels: 50_000_000,
  /** `[` and `]` in one body: looking for their partners is quadratic. */
  brackets: 2_000,
  /** `*`, `_` and `~` behind a character that is no space: looking for their partners is quadratic. */
  emphasisMarks: 3_500,
  /** Marks that may open emphasis times marks that may close it, in one paragraph: each of these is held against those. */
  emphasisPairs: 1_500_000,
  /** Characters of a paragraph times what opens in it and never closes: for each the rest is looked through. */
  lookedThrough: 16_000_000,
  /** Quotations, and lines of `---` or `===`: both are slower the more there are. */
  quotations: 1_000,
  underlines: 1_000,
  /** Lines that go on in a list or a quotation without its mark. */
  lazyLines: 2_000,
  /** Lists and quotations inside one another. */
  nesting: 12,
  /** Columns times rows of one table: short rows are padded to the width of the first. */
  tableCells: 5_000,
  headings: 500,
  links: 5_000,
  images: 500,
  listItems: 5_000,
  paragraphs: 10_000,
  /** Footnotes, and marks that refer to them. */
  footnotes: 200,
  /** Milliseconds of processor time for one text: one of 98 kB takes 600. */
  renderMs: 5_000,
  /** Shorter texts cannot take long, and the watch over them would cost a tenth of what they take: the slowest known takes 26 s at 100,000. */
  quickCharacters: 8_000,
  /** From here on an editor is told. */
  slowMs: 1_500,
  titleLength: 300,
  /** Characters of a summary that is the beginning of a text. */
  summaryLength: { min: 40, max: 300 },
  summaryMost: 1_000,
  /** Entries of lists in front matter and YAML files: more are an accident, or an attack. */
  entries: { few: 50, some: 200, many: 1_000 },
  slugLength: longestName.characters,
} as const;
