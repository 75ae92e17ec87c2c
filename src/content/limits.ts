/**
 * What one text may cost. Real stories are under 30 kB; remark takes seconds and gigabytes for hostile input beyond these
 * limits (../shared/TRAPS.md, Markdown).
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
  /** Lists and quotations inside one another. */
  nesting: 12,
  /** Columns times rows of one table: short rows are padded to the width of the first. */
  tableCells: 5_000,
  /** Footnotes, and marks that refer to them. */
  footnotes: 200,
  titleLength: 110,
  summaryLength: { min: 40, max: 300 },
  slugLength: 100,
} as const;
