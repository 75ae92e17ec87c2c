import type { Graph, Thing } from 'schema-dts';

/** Joins the descriptions of one page. */
export function toGraph(things: readonly Thing[]): Graph {
  return { '@context': 'https://schema.org', '@graph': things };
}
