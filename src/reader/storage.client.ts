/** The one file that touches web storage. What is kept stays in the reader's own browser; where it is full or forbidden, nothing is kept. */
const prefix = 'gazetteer:';

/** Reads a value; undefined when there is none. */
export function readStored(name: string): string | undefined {
  try {
    return localStorage.getItem(prefix + name) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a value. */
export function store(name: string, value: string): void {
  try {
    localStorage.setItem(prefix + name, value);
  } catch {
    // The page works without it.
  }
}
