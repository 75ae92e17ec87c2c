import { formatTable } from '../../src/desk/readme-parts.ts';
import { gazetteer, gazetteerWithCards } from './gazetteer.ts';
import { astro, eleventy, hugo } from './peers.ts';
import { caseNames, type CaseName, type Measured, type Row } from './results.ts';

const own = [gazetteer, gazetteerWithCards];
const peers = [hugo, eleventy, astro];

/** The peers whose cold builds ours are compared with. */
const rivals = [
  { head: 'to Hugo', id: hugo.id },
  { head: 'to Eleventy', id: eleventy.id },
];

/** Formats measurements: a table of times for each archive, and one of what the builds need and make. */
export function formatMeasured(measured: readonly Measured[]): string {
  const notes = measured.flatMap((archive) => archive.notes);
  return [...measured.map(formatTimes), formatSizes(measured), ...notes].join('\n\n');
}

function formatTimes({ stories, isDemo, about, rows }: Measured): string {
  const name = `${formatCount(stories)} stories${isDemo ? ' (the demo)' : ''}`;
  const cases = caseNames.filter((found) => rows.some((row) => row.case === found));
  const columns = listColumns(rows);
  const table = formatTable(
    [name, ...columns.map(({ head }) => head)],
    cases.map((found) => [found, ...columns.map(({ write }) => write(found))]),
  );
  return [`${about}.`, table.trim(), formatSteps(rows)].filter((part) => part !== '').join('\n\n');
}

interface Column {
  readonly head: string;
  write(name: CaseName): string;
}

/** Each of our builds is followed by its ratios. */
function listColumns(rows: readonly Row[]): readonly Column[] {
  const find = (tool: string, name: CaseName) => rows.find((row) => row.tool === tool && row.case === name);
  const isMeasured = ({ id }: { readonly id: string }) => rows.some((row) => row.tool === id);
  const toTime = ({ id, name }: { readonly id: string; readonly name: string }): Column => ({
    head: name,
    write: (found) => formatTime(find(id, found)),
  });
  const toRatios = (tool: string) =>
    rivals.filter(isMeasured).map(({ head, id }): Column => ({
      head,
      write: (found) => formatRatio(find(tool, found), find(id, 'cold')),
    }));
  return [
    ...own.filter(isMeasured).flatMap((tool) => [toTime(tool), ...toRatios(tool.id)]),
    ...peers.filter(isMeasured).map(toTime),
  ];
}

function formatTime(row: Row | undefined): string {
  return row ? `${formatSeconds(row.seconds)} s (${formatSeconds(row.cpuSeconds)})` : '';
}

function formatRatio(row: Row | undefined, rival: Row | undefined): string {
  if (!row || !rival) return '';
  return `${(row.seconds / rival.seconds).toFixed(2)} (${(row.cpuSeconds / rival.cpuSeconds).toFixed(2)})`;
}

function formatSteps(rows: readonly Row[]): string {
  const cold = rows.find((row) => row.tool === gazetteer.id && row.case === 'cold');
  const steps = Object.entries(cold?.phases ?? {}).map(([name, seconds]) => `${name} ${seconds.toFixed(1)} s`);
  return steps.length > 0 ? `Steps of our cold build, some beside others: ${steps.join(', ')}.` : '';
}

function formatSizes(measured: readonly Measured[]): string {
  const cold = measured.flatMap(({ rows }) => rows).filter((row) => row.case === 'cold');
  const names = new Map([...own, ...peers].map(({ id, name }) => [id, name]));
  return formatTable(
    ['stories', 'tool', 'files', 'output', 'a story', 'peak memory'],
    cold.map(({ stories, tool, size, peakBytes }) => [
      formatCount(stories),
      names.get(tool) ?? tool,
      formatCount(size?.files ?? 0),
      `${((size?.bytes ?? 0) / 1e6).toFixed(0)} MB`,
      `${((size?.bytes ?? 0) / stories / 1e3).toFixed(0)} kB`,
      `${((peakBytes ?? 0) / 1e9).toFixed(1)} GB`,
    ]),
  ).trim();
}

function formatSeconds(seconds: number): string {
  return seconds.toFixed(seconds < 10 ? 2 : 1);
}

/** Writes a number as in English: `10,000`. */
export function formatCount(count: number): string {
  return count.toLocaleString('en-GB');
}
