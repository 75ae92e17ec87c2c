/** The measurements of one build. */
export interface Sample {
  /** The number of stories in the archive. */
  readonly stories: number;
  readonly tool: string;
  readonly case: string;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakBytes: number;
  /** The number of HTML files in the output after the cold build. */
  readonly pages: number;
  /** The size of all files in the output after the cold build. */
  readonly bytes: number;
  /** The durations of our build's steps: seconds by name. */
  readonly phases: Readonly<Record<string, number>>;
}

/** The runs of one case: medians of everything that was measured. */
export interface Row extends Sample {
  readonly runs: number;
  readonly minSeconds: number;
  readonly maxSeconds: number;
}

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
export function toRows(samples: readonly Sample[]): readonly Row[] {
  const groups = Map.groupBy(samples, ({ stories, tool, case: name }) => [stories, tool, name].join('\n'));
  return [...groups.values()].flatMap((group) => group.slice(0, 1).map((first) => toRow(first, group)));
}

function toRow(first: Sample, samples: readonly Sample[]): Row {
  const getMedian = (pick: (sample: Sample) => number) => round(toMedian(samples.map(pick)));
  const seconds = samples.map((sample) => sample.seconds);
  return {
    ...first,
    runs: samples.length,
    seconds: getMedian((sample) => sample.seconds),
    minSeconds: round(Math.min(...seconds)),
    maxSeconds: round(Math.max(...seconds)),
    cpuSeconds: getMedian((sample) => sample.cpuSeconds),
    peakBytes: getMedian((sample) => sample.peakBytes),
    pages: getMedian((sample) => sample.pages),
    bytes: getMedian((sample) => sample.bytes),
    phases: Object.fromEntries(
      Object.keys(first.phases).map((name) => [name, getMedian(({ phases }) => phases[name] ?? 0)]),
    ),
  };
}

/** Returns the middle value, or the mean of the middle two. */
function toMedian(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
