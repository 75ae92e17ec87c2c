import { hostLimits, type HostLimit, type SiteSize } from '../../src/hosts/host-limits.ts';
import { formatTable } from '../../src/desk/readme-parts.ts';
import { formatCount } from './build-tables.ts';
import { gazetteer, gazetteerWithCards } from './gazetteer.ts';
import type { Measured } from './results.ts';

/** The size of a site with so many stories. */
interface Point {
  readonly stories: number;
  readonly size: Partial<SiteSize>;
}

/** Archives larger than this are not estimated. */
const mostStories = 1_000_000;

/** Formats the table of hosts: how many stories of the measured archives a site may have there. */
export function formatHostTable(measured: readonly Measured[]): string {
  const columns = [listPoints(measured, gazetteer.id), listPoints(measured, gazetteerWithCards.id)];
  return formatTable(
    ['host', 'free plan', 'stories', 'with cards'],
    hostLimits.map(({ host, source, limit, largest }) => [
      `[${host}](${source})`,
      limit,
      ...columns.map((points) => formatStories(estimateStories(largest, points))),
    ]),
  );
}

/** Lists the sizes of the generated archives: the demo's stories are of another length. */
function listPoints(measured: readonly Measured[], tool: string): readonly Point[] {
  const rows = measured.filter(({ isDemo }) => !isDemo).flatMap((archive) => archive.rows);
  return rows
    .flatMap((row) => (row.tool === tool && row.size ? [{ stories: row.stories, size: row.size }] : []))
    .toSorted((a, b) => a.stories - b.stories);
}

/** Estimates how many stories a site may have before it passes one of some limits, from sites of known size. */
export function estimateStories(largest: HostLimit['largest'], points: readonly Point[]): number {
  const measures = ['files', 'entries', 'bytes', 'largestFileBytes', 'largestFolderFiles'] as const;
  const estimates = measures.map((measure) => {
    const known = points.map(({ stories, size }) => ({ stories, value: size[measure] ?? 0 }));
    return interpolate(largest[measure] ?? Infinity, [{ stories: 0, value: 0 }, ...known]);
  });
  return points.length > 0 ? Math.min(...estimates) : 0;
}

/** Returns the number of stories at which a line through some points reaches a value. The last part of it goes on. */
function interpolate(value: number, points: readonly { readonly stories: number; readonly value: number }[]): number {
  const above = points.findIndex((point) => point.value > value);
  const end = above < 0 ? points.length - 1 : above;
  const [from, to] = [points[end - 1], points[end]];
  if (!from || !to || to.value <= from.value) return Infinity;
  return from.stories + ((value - from.value) / (to.value - from.value)) * (to.stories - from.stories);
}

function formatStories(stories: number): string {
  if (stories > mostStories) return `over ${formatCount(mostStories)}`;
  // Two digits: more would promise too much.
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(stories || 1)) - 1);
  return stories === 0 ? '' : formatCount(Math.floor(stories / unit) * unit);
}
