import { formatTable } from '../../src/desk/readme-parts.ts';
import { eleventy, hugo } from './peers.ts';
import type { Row } from './results.ts';

/** Formats rows as a Markdown table. Beside each time is its multiple of a peer's cold build. */
export function formatRows(rows: readonly Row[]): string {
  const columns: readonly (readonly [head: string, write: (row: Row) => string | number])[] = [
    ['stories', ({ stories }) => stories],
    ['tool', ({ tool }) => tool],
    ['build', (row) => row.case],
    ['time', ({ seconds }) => `${seconds.toFixed(1)} s`],
    ['to Hugo cold', (row) => formatRatio(row, hugo.name, rows)],
    ['to Eleventy cold', (row) => formatRatio(row, eleventy.name, rows)],
    ['CPU', ({ cpuSeconds }) => `${cpuSeconds.toFixed(1)} s`],
    ['peak memory', ({ peakBytes }) => formatMegabytes(peakBytes)],
    ['pages', ({ pages }) => pages],
    ['output', ({ bytes }) => formatMegabytes(bytes)],
    ['steps', ({ phases }) => formatPhases(phases)],
  ];
  return formatTable(
    columns.map(([head]) => head),
    rows.map((row) => columns.map(([, write]) => write(row))),
  );
}

function formatRatio({ stories, seconds }: Row, tool: string, rows: readonly Row[]): string {
  const cold = rows.find((row) => row.stories === stories && row.tool === tool && row.case === 'cold');
  return cold ? (seconds / cold.seconds).toFixed(2) : '';
}

function formatMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}

function formatPhases(phases: Row['phases']): string {
  return Object.entries(phases)
    .map(([name, seconds]) => `${name} ${seconds.toFixed(1)} s`)
    .join(', ');
}
