/**
 * Replaces a generated part of a README, between `<!-- name: how it is made -->` and `<!-- /name -->`. A part is a
 * paragraph of its own, or some words of one. Throws if the README does not have these marks exactly once.
 *
 * @example fillPart('It has <!-- codes: by hand -->2<!-- /codes --> codes.', 'codes', '3') // 'It has <!-- codes: by hand -->3<!-- /codes --> codes.'
 */
export function fillPart(readme: string, name: string, text: string): string {
  const [before, head, old, tail, ...rest] = readme.split(
    new RegExp(`(<!-- ${name}: [^\\n]*? -->)(.*?)(<!-- /${name} -->)`, 'su'),
  );
  if (tail === undefined || rest.length !== 1) throw new Error(`The README must have one part \`${name}\`.`);
  const body = old?.startsWith('\n') ? `\n\n${text.trim()}\n\n` : text.trim();
  return [before, head, body, tail, ...rest].join('');
}

/**
 * Formats a table in Markdown, with columns aligned as Prettier does.
 *
 * @example formatTable(['code', 'weight'], [['`dead-link`', 'error']]) // '| code        | weight |\n| ----------- | ------ |\n| `dead-link` | error  |\n'
 */
export function formatTable(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cells = rows.map((row) => row.map((cell) => String(cell).replaceAll('|', '\\|')));
  const widths = heads.map((head, column) => Math.max(head.length, 3, ...cells.map((row) => row[column]?.length ?? 0)));
  const toLine = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |\n`;
  return [heads, widths.map((width) => '-'.repeat(width)), ...cells].map(toLine).join('');
}
