import { markup, type Markup } from '../core/markup.ts';

/** Renders the mark of a source outside a text. Those in a text are made by the Markdown chain. */
export function renderSourceMark(number: number, label: string): Markup {
  const link = markup`<a href="#source-${number}" aria-label="${label}">${number}</a>`;
  return markup`<sup class="source-mark supplemental">${link}</sup>`;
}
