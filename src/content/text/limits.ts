import { longestName } from '../../news/names.ts';

/**
 * The limits of one text. Real stories are under 30 kB; beyond these limits, remark takes seconds and gigabytes for
 * hostile input (src/README.md).
 */
export const limits = {
  fileBytes: 100_000,
  dataFileBytes: 1_000_000,
  /** A document, table or recording that is published unchanged. */
  documentBytes: 100_000_000,
  pictureBytes: 25_000_000,
  /** Unpacked, a picture takes four bytes per pixel, and some small files are decompression bombs. */
  picturePixels: 50_000_000,
  /** `[` and `]` in one body. Finding their partners is quadratic. */
  brackets: 2_000,
  /** `*`, `_` and `~` after a character that is not a space. Finding their partners is quadratic. */
  emphasisMarks: 3_500,
  /** Marks that may open emphasis times marks that may close it, in one paragraph: each is compared with each. */
  emphasisPairs: 1_500_000,
  /** Characters of a paragraph times constructs that open in it and never close: each searches the rest. */
  lookedThrough: 16_000_000,
  /** Quotations, and lines of `---` or `===`. Both get slower the more there are. */
  quotations: 1_000,
  underlines: 1_000,
  /** Lines that continue a list or a quotation without its mark. */
  lazyLines: 2_000,
  /** Lists and quotations inside one another. */
  nesting: 12,
  /** Columns times rows of one table. Short rows are padded to the width of the first. */
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
  /**
   * Shorter texts cannot take long, and timing them would add a tenth to their cost. The slowest known text takes 26 s
   * at 100,000 characters.
   */
  quickCharacters: 8_000,
  /** Above this, editors get a warning. */
  slowMs: 1_500,
  titleLength: 300,
  /** Characters of a summary taken from the beginning of a text. */
  summaryLength: { min: 40, max: 300 },
  summaryMost: 1_000,
  /** Entries of lists in front matter and YAML files. More are an accident or an attack. */
  entries: { few: 50, some: 200, many: 1_000 },
  slugLength: longestName.characters,
} as const;
