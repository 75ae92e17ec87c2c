import { z } from 'zod';

/** The measured cases, in the order in which tables show them. */
export const caseNames = [
  'first build',
  'cold',
  'unchanged',
  'one story added',
  'one story edited',
  'one story saved, watched',
] as const;

/** The name of a measured case. */
export type CaseName = (typeof caseNames)[number];

const sampleSchema = z.object({
  /** The number of stories in the archive. */
  stories: z.number(),
  /** The id of the tool. */
  tool: z.string(),
  case: z.enum(caseNames),
  seconds: z.number(),
  cpuSeconds: z.number(),
  peakBytes: z.number().optional(),
  /** The size of the output after the cold build. */
  size: z
    .object({
      files: z.number(),
      entries: z.number(),
      bytes: z.number(),
      largestFileBytes: z.number(),
      largestFolderFiles: z.number(),
    })
    .optional(),
  /** The durations of our build's steps: seconds by name. */
  phases: z.record(z.string(), z.number()).optional(),
});

/** The measurements of one build. */
export type Sample = z.infer<typeof sampleSchema>;

const rowSchema = sampleSchema.extend({ runs: z.number(), minSeconds: z.number(), maxSeconds: z.number() });

/** The runs of one case: medians of everything that was measured. */
export type Row = z.infer<typeof rowSchema>;

/** The schema of everything that was measured with one archive, in one go. */
export const measuredSchema = z.object({
  stories: z.number(),
  /** Whether it is the demo newsroom. */
  isDemo: z.boolean(),
  /** When and where it was measured. */
  about: z.string(),
  rows: z.array(rowSchema),
  /** Tools that were left out, and why. */
  notes: z.array(z.string()),
});

/** Everything that was measured with one archive. */
export type Measured = z.infer<typeof measuredSchema>;

/**
 * Finds the line of our build's output that says how long its steps took.
 *
 * @example parsePhases('Built.\nread 2.9 s, pages 3.0 s\n') // { read: 2.9, pages: 3 }
 */
export function parsePhases(output: string): Readonly<Record<string, number>> {
  const line = /^[\w-]+ [\d.]+ s(?:, [\w-]+ [\d.]+ s)*$/mu.exec(output)?.[0] ?? '';
  return Object.fromEntries(
    [...line.matchAll(/([\w-]+) ([\d.]+) s/gu)].map(([, name, seconds]) => [name, Number(seconds)]),
  );
}

/** Returns a row for every case of every tool, in the order in which they were first measured. */
export function toRows(samples: readonly Sample[]): Row[] {
  const groups = Map.groupBy(samples, ({ stories, tool, case: name }) => [stories, tool, name].join('\n'));
  return [...groups.values()].flatMap((group) => group.slice(0, 1).map((first) => toRow(first, group)));
}

function toRow(first: Sample, samples: readonly Sample[]): Row {
  const getMedian = (pick: (sample: Sample) => number | undefined) => round(toMedian(samples.map(pick)));
  const seconds = samples.map((sample) => sample.seconds);
  return {
    ...first,
    runs: samples.length,
    seconds: getMedian((sample) => sample.seconds),
    minSeconds: round(Math.min(...seconds)),
    maxSeconds: round(Math.max(...seconds)),
    cpuSeconds: getMedian((sample) => sample.cpuSeconds),
    ...(first.peakBytes === undefined ? {} : { peakBytes: getMedian((sample) => sample.peakBytes) }),
    ...(first.phases && {
      phases: Object.fromEntries(
        Object.keys(first.phases).map((name) => [name, getMedian(({ phases }) => phases?.[name])]),
      ),
    }),
  };
}

/** Returns the middle value, or the mean of the middle two. */
function toMedian(values: readonly (number | undefined)[]): number {
  const sorted = values.flatMap((value) => value ?? []).toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
