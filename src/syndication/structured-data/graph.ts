import type { Graph, Thing } from 'schema-dts';

/** Joins what one page describes. */
export function toGraph(things: readonly Thing[]): Graph {
  return { '@context': 'https://schema.org', '@graph': things };
}
