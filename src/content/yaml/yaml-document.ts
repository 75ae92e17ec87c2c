import { isScalar, LineCounter, parseDocument, visit, type Document, type YAMLError } from 'yaml';

/** A YAML text as a tree, with its line index. */
export interface OpenYaml {
  readonly yaml: string;
  readonly document: Document;
  readonly lines: LineCounter;
}

/**
 * Parses YAML 1.2 with the failsafe schema: every value is the text that was written. `NO`, `007`, `1.10` and
 * `2024-11-05` stay unchanged.
 */
export function openYaml(yaml: string): OpenYaml {
  const lines = new LineCounter();
  const isComposed = yaml === yaml.normalize('NFC');
  const document = parseDocument(yaml, {
    version: '1.2',
    schema: 'failsafe',
    strict: true,
    prettyErrors: false,
    // Otherwise the library prints warnings to the terminal.
    logLevel: 'error',
    lineCounter: lines,
    ...(isComposed ? {} : { uniqueKeys: isSameName }),
  });
  if (!isComposed) visit(document, { Pair: (_, { key }) => void (isScalar(key) && (key.value = toName(key.value))) });
  return { yaml, document, lines };
}

function isSameName(a: unknown, b: unknown): boolean {
  return isScalar(a) && isScalar(b) && toName(a.value) === toName(b.value);
}

/** Converts the name of a key to NFC: it may be an id, which others write with composed accents. */
function toName(key: unknown): unknown {
  return typeof key === 'string' ? key.normalize('NFC') : key;
}

/** Returns whether an error makes the rest unreadable. A duplicate key does not. */
export function isFatal({ code }: YAMLError): boolean {
  return code !== 'DUPLICATE_KEY';
}
