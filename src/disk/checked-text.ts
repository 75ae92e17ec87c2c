import { hash } from 'node:crypto';

/** Formats a value so that `parseChecked` can detect any change. */
export function formatChecked(value: unknown): string {
  const text = JSON.stringify(value);
  return `${hash('sha256', text)}\n${text}`;
}

/** Parses a text made by `formatChecked`. Undefined if it is incomplete or damaged. */
export function parseChecked(checked: string): unknown {
  const end = checked.indexOf('\n');
  const text = checked.slice(end + 1);
  return end > 0 && hash('sha256', text) === checked.slice(0, end) ? JSON.parse(text) : undefined;
}
