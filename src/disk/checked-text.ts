import { hash } from 'node:crypto';

/** Writes a value so that `parseChecked` can tell whether any of it was altered. */
export function formatChecked(value: unknown): string {
  const text = JSON.stringify(value);
  return `${hash('sha256', text)}\n${text}`;
}

/** Reads what `formatChecked` has written; undefined when it is not all there, or not as it was. */
export function parseChecked(checked: string): unknown {
  const end = checked.indexOf('\n');
  const text = checked.slice(end + 1);
  return end > 0 && hash('sha256', text) === checked.slice(0, end) ? JSON.parse(text) : undefined;
}
